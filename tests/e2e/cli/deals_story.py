# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prices that are not on the list: promo codes, family tickets, groups, free tickets, donations, francs."""

import unittest

from counter import Story

SEATED = ("--performance", "Hamlet", "--category", "Standard")  # 30 and 15, and 2 for the booking


class DealsStory(Story):
    def sell(self, tickets, *arguments):
        return self.ends(self.counter.sell(*SEATED, "--tickets", tickets, *arguments), 0)["order"]

    def quote(self, tickets, *arguments):
        return self.ends(self.counter.sell(*SEATED, "--tickets", tickets, "--quote", *arguments),
                         0)["quote"]

    def used(self):
        return self.ends(self.counter.run("promo", "list"), 0)["promo_codes"][0]["used"]

    def testACodeIsUsedUpAndComesBackWithAVoid(self):
        self.ends(self.counter.run("promo", "set", "Spring", "--percent", "20", "--uses", "2",
                                   "--event", "Hamlet", "--types", "Adult"), 0)
        order = self.sell("Adult=2,Child=1", "--promo", " spring", "--pay", "cash=70")
        self.assertEqual(order["total"], "65.00")
        self.assertEqual(order["lines"][0]["reduction"],
                         {"kind": "promo", "amount": "6.00", "text": "SPRING"})
        self.assertEqual(self.used(), 2)
        self.ends(self.changes_nothing(lambda: self.counter.sell(
            *SEATED, "--tickets", "Adult=1", "--promo", "SPRING", "--pay", "cash=50")), 1,
            "promo_used_up")
        self.ends(self.counter.run("void", order["code"], "--reason", "Wrong date"), 0)
        self.assertEqual(self.used(), 0)

    def testACodeThatIsNotMeantIsRefused(self):
        self.ends(self.counter.run("promo", "set", "OLD", "--amount", "5.00", "--until",
                                   "2020-01-01 00:00"), 0)
        ask = ("--tickets", "Adult=1", "--pay", "cash=50", "--promo")
        self.ends(self.counter.sell(*SEATED, *ask, "OLD"), 1, "promo_not_now")
        self.ends(self.counter.sell(*SEATED, *ask, "NEVER"), 1, "unknown_promo")
        self.ends(self.counter.run("promo", "set", "BAD", "--amount", "5", "--percent", "5"), 2,
                  "bad_usage")
        self.ends(self.counter.run("promo", "set", "BAD", "--percent", "101"), 2, "bad_percent")

    def testAFamilyAndAGroupPayTheBestPriceByThemselves(self):
        self.ends(self.counter.run("bundle", "set", "Family", "--event", "Hamlet", "--tickets",
                                   "Adult=2,Child=2", "--together", "60.00"), 0)
        self.ends(self.counter.run("bundle", "set", "Group", "--event", "Hamlet", "--tickets",
                                   "Adult=10", "--percent", "25"), 0)
        self.assertEqual(self.quote("Adult=2,Child=2")["total"], "62.00")
        self.assertEqual(self.quote("Adult=3,Child=2")["total"], "92.00")
        self.assertEqual(self.quote("Adult=10")["total"], "227.00")
        self.assertEqual(self.quote("Adult=9")["total"], "272.00")
        order = self.sell("Adult=2,Child=2", "--pay", "cash=62")
        refund = self.ends(self.counter.run("refund", order["code"], "--reason", "Ill", "--ticket",
                                            "1"), 0)
        self.assertTrue(refund)
        self.ends(self.counter.run("verify"), 0)

    def testFreeAndCheaperTicketsSayWhy(self):
        free = self.sell("Adult=1", "--complimentary", "Press")
        self.assertEqual((free["total"], free["payments"]), ("0.00", []))
        self.assertEqual(free["lines"][0]["reduction"]["text"], "Press")
        self.ends(self.counter.sell(*SEATED, "--tickets", "Adult=1", "--discount", "10%", "--pay",
                                    "cash=40"), 1, "reason_missing")
        cheaper = self.sell("Adult=1", "--discount", "10%", "--reason", "Pillar", "--pay", "cash=29")
        self.assertEqual(cheaper["total"], "29.00")

    def testADonationIsALineOfItsOwn(self):
        order = self.sell("Adult=1", "--donation", "5.00", "--pay", "cash=37")
        self.assertEqual([line["kind"] for line in order["lines"]], ["ticket", "fee", "donation"])
        self.ends(self.counter.run("donation-tax", "VAT 7 %"), 0)
        taxed = self.sell("Adult=1", "--donation", "10.70", "--pay", "cash=42.70")
        self.assertEqual(taxed["lines"][2]["tax"], "0.70")
        self.ends(self.counter.run("donation-tax", "Nothing"), 1, "unknown_tax")

    def testAnEventInFrancsTakesNoCash(self):
        self.ends(self.counter.run("event-currency", "Late Jazz", "CHF"), 0)
        jazz = ("--performance", "Late Jazz", "--tickets", "Regular=1")
        self.ends(self.counter.sell(*jazz, "--pay", "cash=20"), 1, "foreign_cash")
        order = self.ends(self.counter.sell(*jazz, "--pay", "card=12.00:4711"), 0)["order"]
        self.assertEqual((order["total"], order["currency"]), ("12.00", "CHF"))
        self.ends(self.counter.run("event-currency", "Late Jazz", "house"), 1, "event_sold")
        self.ends(self.counter.run("refund", order["code"], "--reason", "Ill",
                                   "--card-receipt", "4712"), 0)
        self.ends(self.counter.run("verify"), 0)


if __name__ == "__main__":
    unittest.main()
