# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Payments by a provider, where there is none: said before anything is sold."""

import unittest

from counter import Story
from server import Server


class PaymentsStory(Story):
    def sellOnline(self, *options):
        return self.counter.sell("--performance", "Late Jazz", "--tickets", "Regular=1", "--pay", *options)

    def orders(self):
        return len(self.ends(self.counter.run("orders"), 0)["orders"])

    def test1ACounterThatStandsAloneTakesNone(self):
        before = self.orders()
        self.ends(self.sellOnline("online"), 1, "online_needs_server")
        self.ends(self.sellOnline("reader:stripe:tmr_1=12"), 1, "online_needs_server")
        self.ends(self.sellOnline("bitcoin"), 2, "bad_payment")
        self.assertEqual(self.orders(), before)
        self.assertEqual(self.ends(self.counter.run("payment", "methods"), 0)["methods"], [])

    def test2AnOrderThatWasPaidInCashAwaitsNothing(self):
        order = self.ends(self.sellOnline("cash=12"), 0)["order"]
        status = self.ends(self.counter.run("payment", "status", order["code"]), 0)
        self.assertEqual(status["payments"], [])
        self.assertEqual(status["awaited"], "0.00")
        self.ends(self.counter.run("payment", "cancel", order["code"]), 1, "unknown_payment")
        self.ends(self.counter.run("payment", "wait", order["code"]), 0)
        self.ends(self.counter.run("payment", "instead", order["code"], "--pay", "cash=12"), 1, "unknown_payment")

    def test3AHouseWhoseServerHasNoProviderSaysSo(self):
        server = Server(self.counter.root)
        self.addCleanup(server.stop)
        server.start()
        self.ends(self.counter.run("server", "join", server.invitation("Counter 1")), 0)
        before = self.orders()
        self.ends(self.sellOnline("online"), 1, "no_provider")
        self.ends(self.sellOnline("online:stripe=12"), 1, "unknown_provider")
        self.ends(self.sellOnline("online", "--pdf", str(self.counter.root / "papers")), 2, "papers_later")
        server.stop()
        self.ends(self.sellOnline("online"), 1, "online_needs_network")
        self.assertEqual(self.orders(), before)
        self.ends(self.sellOnline("cash=12"), 0)
        self.ends(self.counter.run("verify"), 0)


if __name__ == "__main__":
    unittest.main()
