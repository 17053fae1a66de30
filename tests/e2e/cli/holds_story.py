# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Places held for the press, reserved for a customer, and waited for, from the command line."""

import datetime
import unittest
import zoneinfo

from counter import Story

LATER = (datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Berlin")) +
         datetime.timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")


class HoldsStory(Story):
    def holds(self, performance):
        return self.ends(self.counter.run("hold", "list", "--performance", performance), 0)["holds"]

    def test1AHeldSeatIsNotSoldUntilItIsReleased(self):
        held = self.ends(self.counter.run("hold", "place", "--performance", "Hamlet", "--kind", "press",
                                          "--label", "Evening Post", "--seats", "Stalls A6,Stalls A7",
                                          "--until", LATER), 0)["holds"]
        self.assertEqual(held[0]["places"], ["Stalls · A 6", "Stalls · A 7"])
        self.assertEqual(held[0]["kind"], "press")
        sale = ("--performance", "Hamlet", "--tickets", "Adult=1", "--seats", "Stalls A6", "--pay",
                "cash=50.00")
        self.ends(self.counter.sell(*sale), 1, "seat_held")
        second = self.ends(self.counter.run("hold", "place", "--performance", "Hamlet", "--kind", "press",
                                            "--label", "Radio", "--seats", "Stalls A5"), 0)["holds"]
        self.assertEqual([hold["label"] for hold in second], ["Radio"])
        self.ends(self.counter.run("hold", "release", second[0]["id"]), 0)
        kept = self.ends(self.counter.run("hold", "extend", held[0]["id"][-8:]), 0)["holds"]
        self.assertIsNone(kept[0]["release_at"])
        kept = self.ends(self.counter.run("hold", "extend", held[0]["id"], "--until", LATER), 0)["holds"]
        self.assertEqual(kept[0]["release_at"], held[0]["release_at"])
        self.ends(self.counter.run("hold", "release", held[0]["id"][-8:]), 0)
        self.assertEqual(self.holds("Hamlet"), [])
        self.ends(self.counter.sell(*sale), 0)

    def test2AReservationIsCollectedByItsCode(self):
        reserved = self.ends(self.counter.run("reserve", "--performance", "Late Jazz", "--tickets",
                                              "Regular=3", "--customer", "name=Zoë,phone=030 1234"), 0)
        code = reserved["holds"][0]["code"]
        self.assertEqual(len(reserved["holds"][0]["places"]), 3)
        # Five places there are: two are left.
        self.ends(self.counter.sell("--performance", "Late Jazz", "--tickets", "Regular=3", "--pay",
                                    "cash=50.00"), 1, "sold_out")
        self.ends(self.counter.run("collect", code, "--pay", "cash=10.00"), 1, "underpaid")
        order = self.ends(self.counter.run("collect", code, "--pay", "cash=36.00"), 0)["order"]
        self.assertEqual(len(order["tickets"]), 3)
        self.assertEqual(order["customer"]["name"], "Zoë")
        self.assertNotEqual(order["code"], code)
        self.ends(self.counter.run("collect", code, "--pay", "cash=36.00"), 1, "unknown_reservation")

    def test3TheWaitingListSaysWhoseTurnItIs(self):
        reserved = self.ends(self.counter.run("reserve", "--performance", "Late Jazz", "--tickets",
                                              "Regular=2", "--customer", "name=Kim"), 0)
        joined = self.ends(self.counter.run("wait", "join", "--performance", "Late Jazz", "--count", "2",
                                            "--customer", "name=Ada,phone=030 4321"), 0)["waiting"]
        listed = self.ends(self.counter.run("wait", "list", "--performance", "Late Jazz"), 0)["waiting"]
        self.assertFalse(listed[0]["places_free"])
        self.ends(self.counter.run("hold", "release", reserved["holds"][0]["code"]), 0)
        listed = self.ends(self.counter.run("wait", "list", "--performance", "Late Jazz"), 0)["waiting"]
        self.assertTrue(listed[0]["places_free"])
        self.assertEqual((listed[0]["name"], listed[0]["reach"]), ("Ada", "030 4321"))
        offered = self.ends(self.counter.run("wait", "offer", joined["id"], "--until", LATER), 0)["holds"]
        self.assertEqual((offered[0]["kind"], len(offered[0]["places"])), ("reservation", 2))
        self.ends(self.counter.run("wait", "offer", joined["id"]), 1, "unknown_waiting")
        self.ends(self.counter.run("hold", "release", offered[0]["code"]), 0)
        joined = self.ends(self.counter.run("wait", "join", "--performance", "Late Jazz", "--count", "2",
                                            "--customer", "name=Ada,phone=030 4321"), 0)["waiting"]
        self.ends(self.counter.run("wait", "end", joined["id"], "--served"), 0)
        listed = self.ends(self.counter.run("wait", "list", "--performance", "Late Jazz"), 0)
        self.assertEqual(listed["waiting"], [])

    def test4WhatCannotBeUnderstoodIsSaid(self):
        def act(*more):
            return self.counter.run("hold", "place", "--performance", "Hamlet", *more)

        self.ends(act(), 3, "nothing_to_hold")
        self.ends(act("--seats", "Z99"), 1, "unknown_seat")
        self.ends(act("--standing", "Standing"), 2, "bad_standing")
        self.ends(act("--standing", "Nowhere=2"), 3, "unknown_category")
        self.ends(act("--seats", "Stalls A1", "--until", "tomorrow"), 2, "bad_time")
        self.ends(act("--seats", "Stalls A1", "--until", "2020-01-01 10:00"), 3, "release_passed")
        self.ends(act("--seats", "Stalls A1", "--kind", "friends"), 3, "bad_hold_kind")
        self.ends(self.counter.run("hold", "release", "ffffffff"), 1, "unknown_hold")

    def test5TheJournalIsSound(self):
        self.ends(self.counter.run("verify"), 0)


if __name__ == "__main__":
    unittest.main()
