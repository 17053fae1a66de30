# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What staff is told of, from the command line, at a counter that stands alone."""

import unittest

from counter import Story


class NoticesStory(Story):
    def jazz(self, tickets):
        return self.ends(self.counter.sell("--performance", "Late Jazz", "--tickets", f"Regular={tickets}",
                                           "--pay", "cash=200"), 0)["order"]

    def test1NothingIsToldBeforeAnythingHappens(self):
        told = self.ends(self.counter.run("notice", "look"), 0)
        self.assertEqual(told["notices"], [])
        self.assertEqual(told["unread"], 0)
        self.assertIn("nothing", self.counter.tell("notice", "list").out)

    def test2WhatSellsOutIsToldOnceAndReadOnce(self):
        self.jazz(3)
        told = self.ends(self.counter.run("notice", "look"), 0)
        self.assertEqual([each["kind"] for each in told["notices"]], ["low_stock"])
        self.assertEqual(told["notices"][0]["facts"]["left"], 2)
        self.assertEqual(told["notices"][0]["facts"]["capacity"], 5)
        type(self).last = self.jazz(2)
        told = self.ends(self.counter.run("notice", "look"), 0)
        self.assertEqual([(each["kind"], each["over_at"] is None) for each in told["notices"]],
                         [("sold_out", True), ("low_stock", False)])
        self.assertEqual(told["notices"][0]["facts"]["event"], "Late Jazz")
        self.assertEqual(told["unread"], 1)
        self.assertEqual(self.ends(self.counter.run("notice", "look"), 0), told)
        self.assertIn("Sold out: Late Jazz", self.counter.tell("notice", "list", "--open").out)
        self.assertEqual(self.ends(self.counter.run("notice", "read"), 0)["read"], 1)
        self.assertEqual(self.ends(self.counter.run("notice", "read"), 0)["read"], 0)
        unread = self.ends(self.counter.run("notice", "list", "--unread"), 0)
        self.assertEqual((unread["notices"], unread["unread"]), ([], 0))

    def test3PlacesThatComeBackEndIt(self):
        self.ends(self.counter.run("void", self.last["code"], "--reason", "mistyped"), 0)
        told = self.ends(self.counter.run("notice", "look"), 0)
        open_ones = self.ends(self.counter.run("notice", "list", "--open"), 0)["notices"]
        self.assertEqual([each["kind"] for each in open_ones], ["low_stock"])
        self.assertEqual(len(told["notices"]), 3)

    def test4EachChoosesWhatTheyAreToldOf(self):
        choice = self.ends(self.counter.run("notice", "show-choice"), 0)["choice"]
        self.assertEqual(choice["mail"], [])
        self.assertEqual(len(choice["app"]), 5)
        self.ends(self.counter.run("notice", "choose", "--mail", "incident"), 3, "address_missing")
        self.ends(self.counter.run("notice", "choose", "--mail", "incident", "--address", "ada"), 3, "bad_email")
        self.ends(self.counter.run("notice", "choose", "--mail", "weather"), 2, "bad_notice_kind")
        choice = self.ends(self.counter.run("notice", "choose", "--mail", "incident", "--mail", "sold_out",
                                            "--no-app", "low_stock", "--address", "ada@example.org",
                                            "--language", "de"), 0)["choice"]
        self.assertEqual(choice["mail"], ["sold_out", "incident"])
        self.assertNotIn("low_stock", choice["app"])
        self.assertEqual(choice["address"], "ada@example.org")
        listed = self.ends(self.counter.run("notice", "list"), 0)["notices"]
        self.assertEqual([each["kind"] for each in listed], ["sold_out"])
        choice = self.ends(self.counter.run("notice", "choose", "--no-mail", "all", "--app", "all"), 0)["choice"]
        self.assertEqual((choice["mail"], choice["address"]), ([], None))
        self.assertEqual(len(choice["app"]), 5)

    def test5TheHouseSaysWhatIsLittle(self):
        limits = self.ends(self.counter.run("notice", "limits"), 0)["limits"]
        self.assertEqual(limits, {"places": 10, "percent": 5, "silent_minutes": 10})
        limits = self.ends(self.counter.run("notice", "limits", "--places", "0", "--percent", "0"), 0)["limits"]
        self.assertEqual((limits["places"], limits["percent"]), (0, 0))
        self.ends(self.counter.run("notice", "limits", "--silent", "1"), 3, "bad_minutes")
        self.ends(self.counter.run("notice", "look"), 0)
        self.assertEqual(self.ends(self.counter.run("notice", "list", "--open"), 0)["notices"], [])
        self.ends(self.counter.run("verify"), 0)


if __name__ == "__main__":
    unittest.main()
