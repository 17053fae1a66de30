# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to orders after they were sold, from the command line."""

import pathlib
import tempfile
import unittest

from counter import Story


class AfterSaleStory(Story):
    def sell(self, *arguments):
        return self.ends(self.counter.sell("--performance", "Hamlet", *arguments), 0)["order"]

    def order(self, command, *arguments):
        return self.ends(self.counter.run(command, *arguments), 0)["order"]

    def states(self, order):
        return [ticket["state"] for ticket in order["tickets"]]

    def testARefundIsPlannedThenDoneAndTheSeatIsFree(self):
        sold = self.sell("--tickets", "Adult=2", "--category", "Standard", "--pay", "cash=100")
        code = sold["code"]
        plan = self.changes_nothing(
            lambda: self.counter.run("refund", code, "--ticket", "1", "--plan")).object["plan"]
        self.assertEqual((plan["back"], plan["worth_after"]), ("30.00", "32.00"))
        self.assertIsNone(plan["tickets"][0]["after"])
        self.assertEqual(plan["parts"], [{"method": "cash", "amount": "30.00", "reference": ""}])
        self.ends(self.counter.run("refund", code, "--ticket", "1"), 2, "reason_missing")
        self.ends(self.counter.run("refund", code, "--ticket", "9", "--reason", "ill"), 2,
                  "unknown_ticket")
        left = self.order("refund", code, "--ticket", "1", "--reason", "ill")
        self.assertEqual(self.states(left), ["voided", "sold"])
        self.assertEqual(left["total"], "32.00")
        verdict = self.counter.run("scan", sold["tickets"][0]["code"])
        self.assertEqual(verdict.object["scan"]["result"], "void")
        again = self.sell("--tickets", "Adult=1", "--seats",
                          sold["tickets"][0]["place"].replace(" · ", " "), "--pay", "cash=50")
        self.assertEqual(again["tickets"][0]["place"], sold["tickets"][0]["place"])

    def testAVoidIsPlannedThenDone(self):
        sold = self.sell("--tickets", "Adult=2", "--category", "Standard", "--pay", "cash=100")
        code = sold["code"]
        plan = self.changes_nothing(lambda: self.counter.run("void", code, "--plan")).object["plan"]
        self.assertEqual((plan["back"], plan["worth_after"], plan["fees"]),
                         ("62.00", "0.00", "2.00"))
        self.assertEqual([ticket["after"] for ticket in plan["tickets"]], [None, None])
        self.ends(self.counter.run("void", code), 2, "reason_missing")
        gone = self.order("void", code, "--reason", "typo")
        self.assertEqual(self.states(gone), ["voided", "voided"])
        self.ends(self.counter.run("void", code, "--plan"), 1, "already_void")

    def testAPartGoesBackAndTheTicketsStay(self):
        sold = self.sell("--tickets", "Adult=1,Child=1", "--category", "Standard", "--pay",
                         "card=47.00:4711")
        self.ends(self.counter.run("refund", sold["code"], "--part", "10.01", "--reason", "cold"),
                  2, "reference_missing")
        left = self.order("refund", sold["code"], "--part", "10.01", "--reason", "cold",
                          "--card-receipt", "R-1")
        self.assertEqual(left["total"], "36.99")
        self.assertEqual(self.states(left), ["sold", "sold"])
        self.ends(self.counter.run("refund", sold["code"], "--part", "500", "--reason", "cold"), 3,
                  "bad_part")

    def testASeatIsMovedAnUpgradeIsPaidAndALostTicketReplaced(self):
        sold = self.sell("--tickets", "Adult=1", "--category", "Standard", "--pay", "cash=32")
        code = sold["code"]
        plan = self.counter.run("exchange", code, "--change", "1=::Premium", "--plan")
        self.ends(plan, 1, "seat_needed")
        seats = self.ends(self.counter.run("seats", "--performance", "Hamlet"), 0)["seats"]
        premium = [s["seat"].replace(" · ", " ") for s in seats
                   if s["state"] == "free" and s["category"] == "Premium"][0]
        plan = self.ends(self.counter.run("exchange", code, "--change", f"1={premium}", "--plan"),
                         0)["plan"]
        self.assertEqual((plan["due"], plan["back"]), ("15.00", "0.00"))
        self.ends(self.counter.run("exchange", code, "--change", f"1={premium}", "--reason", "up"),
                  1, "underpaid")
        better = self.order("exchange", code, "--change", f"1={premium}", "--reason", "up", "--pay",
                            "cash=20")
        self.assertEqual(self.states(better), ["voided", "sold"])
        self.assertEqual(better["total"], "47.00")
        lost = self.order("reissue", code, "--ticket", "2", "--reason", "lost")
        self.assertEqual(self.states(lost), ["voided", "voided", "sold"])
        self.assertEqual(lost["tickets"][2]["place"], better["tickets"][1]["place"])
        results = [self.counter.run("scan", ticket["code"]).object["scan"]["result"]
                   for ticket in lost["tickets"]]
        self.assertEqual(results, ["void", "void", "valid"])
        history = self.ends(self.counter.run("history", code), 0)["history"]
        self.assertEqual([each["purpose"] for each in history if each["purpose"]],
                         ["exchange", "reissue"])
        with tempfile.TemporaryDirectory() as folder:
            again = self.order("reprint", code, "--pdf", folder)
            tickets = pathlib.Path(again["files"]["tickets"])
            self.assertTrue(tickets.read_bytes().startswith(b"%PDF"))
            self.order("order", code, "--pdf", folder)
        history = self.ends(self.counter.run("history", code), 0)["history"]
        self.assertEqual([each["kind"] for each in history].count("document.printed"), 2)

    def testOrdersAreFoundByWhatPeopleBring(self):
        sold = self.sell("--tickets", "Adult=1", "--category", "Balcony", "--customer",
                         "name=Zoë Müller,email=zoe@example.org,phone=+49 30 7654321", "--pay",
                         "cash=20")
        ways = [sold["code"], sold["tickets"][0]["code"], "zoe mull", "zoe@example", "7654321",
                sold["tickets"][0]["place"].replace(" · ", " ")]
        for words in ways:
            found = self.ends(self.counter.run("orders", words), 0)["orders"]
            self.assertEqual([order["code"] for order in found], [sold["code"]], words)
        by_amount = self.ends(self.counter.run("orders", "20.00"), 0)["orders"]
        self.assertIn(sold["code"], [order["code"] for order in by_amount])
        self.assertGreater(len(self.ends(self.counter.run("orders"), 0)["orders"]), 0)
        other = self.order("order-customer", sold["code"], "--customer", "name=Ana Lima")
        self.assertEqual(other["customer"]["name"], "Ana Lima")
        self.order("pickup", sold["code"], "--ticket", "1", "--customer", "name=Bo Chen")
        found = self.ends(self.counter.run("orders", "bo chen"), 0)["orders"]
        self.assertEqual([order["customer"] for order in found], ["Ana Lima"])
        self.ends(self.counter.run("verify"), 0)


if __name__ == "__main__":
    unittest.main()
