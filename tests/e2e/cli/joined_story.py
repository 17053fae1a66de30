# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A counter that joined a server and holds nothing: each act fetches the rights that it needs."""

import unittest

from counter import Counter, Story
from server import Server


class JoinedStory(Story):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.founder = cls.counter
        cls.server = Server(cls.founder.root)
        cls.addClassCleanup(cls.server.stop)
        cls.server.start()
        cls.join(cls.founder)
        shown = cls.founder.run("performances").object["performances"]
        for each in shown:
            done = cls.founder.run("server", "return", "--performance", each["id"])
            assert done.status == 0, done
        cls.founder.run("server", "sync")
        cls.counter = Counter()
        cls.addClassCleanup(cls.counter.remove)
        cls.join(cls.counter)

    @classmethod
    def join(cls, counter):
        done = counter.run("server", "join", cls.server.invitation("Another"))
        assert done.status == 0, done

    def test1ASaleOfBestSeatsFetchesThem(self):
        order = self.ends(self.counter.sell("--performance", "Hamlet", "--tickets", "Adult=2", "--category",
                                            "Standard", "--pay", "cash=100"), 0)["order"]
        type(self).code = order["code"]

    def test2AnExchangeFetchesTheOtherSeat(self):
        seats = self.ends(self.counter.run("seats", "--performance", "Hamlet"), 0)["seats"]
        free = [seat["seat"].replace(" · ", " ") for seat in seats
                if seat["state"] == "free" and seat["category"] == "Standard"]
        order = self.ends(self.counter.run("exchange", self.code, "--change", f"1={free[-1]}", "--reason", "view"),
                          0)["order"]
        self.assertEqual([ticket["state"] for ticket in order["tickets"]], ["voided", "sold", "sold"])

    def test3AHoldAndAReservationFetchTheirs(self):
        self.ends(self.counter.run("hold", "place", "--performance", "Late Jazz", "--kind", "press", "--label",
                                   "Evening Post", "--standing", "Standing=2"), 0)
        held = self.ends(self.counter.run("reserve", "--performance", "Late Jazz", "--tickets", "Regular=2",
                                          "--customer", "name=Kim"), 0)["holds"]
        self.ends(self.counter.run("collect", held[0]["code"], "--pay", "cash=24"), 0)

    def test4WhatNobodyHasAnyMoreIsRefused(self):
        self.ends(self.counter.sell("--performance", "Late Jazz", "--tickets", "Regular=2", "--pay", "cash=24"), 1,
                  "rights_short")

    def test5AnotherCounterRefundsWhatThisOneSold(self):
        self.ends(self.counter.run("server", "sync"), 0)
        self.ends(self.founder.run("server", "sync"), 0)
        # Nobody is at the counter that sold it: it is asked, and hands the order over when it looks.
        asked = self.founder.run("refund", self.code, "--ticket", "3", "--reason", "ill")
        self.ends(asked, 1, "order_asked")
        self.ends(self.counter.run("server", "sync"), 0)
        self.ends(self.founder.run("refund", self.code, "--ticket", "3", "--reason", "ill"), 0)
        self.ends(self.founder.run("reissue", self.code, "--ticket", "2", "--reason", "lost"), 0)
        self.ends(self.founder.run("server", "sync"), 0)
        self.ends(self.counter.run("server", "sync"), 0)

    def test6WithoutAServerTheRefusalStands(self):
        self.server.stop()
        # It says where the order is, and what else can be done.
        gone = self.counter.run("refund", self.code, "--reason", "ill")
        self.ends(gone, 1, "order_elsewhere")
        self.assertIn("Connect to the server", gone.object["error"]["message"])
        self.ends(self.counter.run("hold", "place", "--performance", "Late Jazz", "--kind", "press", "--label",
                                   "Late", "--standing", "Standing=1"), 1, "rights_short")
        self.ends(self.counter.run("verify"), 0)


if __name__ == "__main__":
    unittest.main()
