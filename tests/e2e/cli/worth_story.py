# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Worth that is not money: gift cards are sold, spent, lost and replaced, invoices issued and paid."""

import pathlib
import shutil
import subprocess
import unittest
import uuid

from counter import Story

ONE = ("--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Balcony")  # 18 + 2
COMPANY = ("--customer", "name=Ada Lovelace,email=ada@example.org", "--invoice",
           "name=Engines Ltd,address=1 Mill Lane;London,tax=GB123,reference=PO 7,days=30")


class WorthStory(Story):
    def sell(self, *arguments):
        return self.ends(self.counter.sell(*ONE, *arguments), 0)["order"]

    def card(self, amount, *more):
        sold = self.ends(self.counter.run("gift-card", "sell", "--amount", amount, "--pay",
                                          f"cash={amount}", *more), 0)
        return sold["gift_cards"][0]

    def balance(self, card):
        return self.ends(self.counter.run("gift-card", "balance", card["code"]), 0)["gift_card"]

    def text(self, path):
        self.assertTrue(pathlib.Path(path).read_bytes().startswith(b"%PDF-"))
        if not shutil.which("pdftotext"):
            self.skipTest("pdftotext is not here")
        return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True,
                              text=True).stdout

    def testACardPaysInPartsTogetherWithMoney(self):
        card = self.card("30.00")
        first = self.sell("--pay", f"gift:{card['code']}=20.00")
        self.assertEqual(first["payments"][0]["reference"], card["code"][-4:])
        self.assertEqual(first["payments"][0]["left"], "10.00")
        typed = card["code"].lower().replace("-", " ")
        second = self.sell("--pay", f"gift={'10.00'}:{typed}", "--pay", "cash=20")
        self.assertEqual(second["change"], "10.00")
        self.assertEqual(self.balance(card)["balance"], "0.00")
        refusal = self.changes_nothing(lambda: self.counter.sell(
            *ONE, "--pay", f"gift:{card['code']}=20.00"))
        self.ends(refusal, 1, "gift_card_short")
        self.assertEqual(refusal.object["error"]["facts"], ["0.00"])

    def testAMistypedCodeIsRefusedAndNeverWritten(self):
        card = self.card("10.00")
        wrong = card["code"][:-1] + ("A" if card["code"][-1] != "A" else "B")
        self.ends(self.counter.sell(*ONE, "--pay", f"gift:{wrong}=10", "--pay", "cash=10"), 1,
                  "bad_gift_code")
        plain = card["code"].replace("-", "").encode()
        for path in pathlib.Path(self.counter.folder).rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                self.assertNotIn(plain, content, path)
                self.assertNotIn(card["code"].encode(), content, path)

    def testAVoidOrderGivesTheWorthBack(self):
        card = self.card("15.00")
        order = self.sell("--pay", f"gift:{card['code']}=15", "--pay", "cash=5")
        self.ends(self.counter.run("void", order["code"], "--reason", "Wrong date"), 0)
        shown = self.balance(card)
        self.assertEqual(shown["balance"], "15.00")
        self.assertEqual([move["kind"] for move in shown["moves"]], ["redeemed", "given_back"])

    def testALostCardIsBlockedAndReplaced(self):
        card = self.card("25.00")
        self.ends(self.counter.run("gift-card", "block", card["code"][-4:], "--reason", "lost"), 0)
        self.ends(self.counter.sell(*ONE, "--pay", f"gift:{card['code']}=20"), 1,
                  "gift_card_blocked")
        fresh = self.ends(self.counter.run("gift-card", "replace", card["id"], "--reason", "lost"),
                          0)["gift_cards"][0]
        self.assertEqual(fresh["worth"], "25.00")
        self.ends(self.counter.run("gift-card", "unblock", card["id"], "--reason", "found"), 1,
                  "gift_card_ended")
        self.sell("--pay", f"gift:{fresh['code']}=20")
        listed = self.ends(self.counter.run("gift-card", "list", card["code"][-4:]), 0)["gift_cards"]
        self.assertEqual([(each["state"], each["balance"]) for each in listed],
                         [("replaced", "0.00")])

    def testARepeatedRequestSellsOneCard(self):
        request = ("--request", str(uuid.uuid4()))
        first = self.card("12.00", *request)
        self.assertEqual(self.changes_nothing(lambda: self.card("12.00", *request)), first)

    def testTheCardIsPrintedWithItsCode(self):
        folder = self.counter.root / "cards"
        sold = self.ends(self.counter.run("gift-card", "sell", "--amount", "50", "--pay", "cash=50",
                                          "--pdf", folder), 0)
        self.assertIn(sold["gift_cards"][0]["code"], self.text(sold["order"]["files"]["gift_cards"]))
        receipt = self.text(sold["order"]["files"]["receipt"])
        self.assertIn(sold["gift_cards"][0]["code"][-4:], receipt)
        self.assertNotIn(sold["gift_cards"][0]["code"], receipt)
        again = self.ends(self.counter.run("gift-card", "print", sold["order"]["code"], "--pdf",
                                           folder), 0)
        self.assertIn(sold["gift_cards"][0]["code"], self.text(again["file"]))

    def testAnInvoiceIsOpenUntilItsMoneyCame(self):
        folder = self.counter.root / "invoices"
        order = self.sell("--pay", "invoice=20", *COMPANY, "--pdf", folder)
        number = order["payments"][0]["reference"]
        page = self.text(order["files"]["invoice"])
        for words in ("Engines Ltd", "London", "GB123", "PO 7", number, order["code"]):
            self.assertIn(words, page)
        open_ones = self.ends(self.counter.run("invoice", "list"), 0)["invoices"]
        self.assertIn(number, [invoice["number"] for invoice in open_ones])
        part = self.ends(self.counter.run("invoice", "paid", number.lower(), "--amount", "5.00",
                                          "--reference", "bank 12"), 0)["invoice"]
        self.assertEqual((part["open"], part["state"]), ("15.00", "open"))
        self.ends(self.counter.run("invoice", "paid", number, "--amount", "15.01"), 3, "bad_invoice_amount")
        paid = self.ends(self.counter.run("invoice", "paid", number, "--by", "cash"), 0)["invoice"]
        self.assertEqual((paid["open"], paid["state"]), ("0.00", "paid"))
        self.ends(self.counter.run("invoice", "print", number, "--pdf", folder), 0)

    def testWhatWasPaidOfAnInvoiceIsGivenBackAfterItsCreditNote(self):
        order = self.sell("--pay", "invoice=20", *COMPANY)
        number = order["payments"][0]["reference"]
        self.ends(self.counter.run("invoice", "paid", number), 0)
        self.ends(self.counter.run("invoice", "paid-back", number), 1, "no_credit")
        self.ends(self.counter.run("void", order["code"], "--reason", "Wrong date"), 0)
        back = self.ends(self.counter.run("invoice", "paid-back", number, "--by", "cash"), 0)
        self.assertEqual((back["invoice"]["open"], back["invoice"]["state"]), ("0.00", "cancelled"))

    def testAVoidOrderTakesItsInvoiceBack(self):
        order = self.sell("--pay", "invoice=20", *COMPANY)
        self.ends(self.counter.run("void", order["code"], "--reason", "Wrong date"), 0)
        mine = [invoice for invoice in
                self.ends(self.counter.run("invoice", "list", "--all"), 0)["invoices"]
                if invoice["order"] == order["code"]]
        self.assertEqual(sorted(invoice.get("state", "credit note") for invoice in mine),
                         ["cancelled", "credit note"])

    def testAnInvoiceNeedsACustomerAndAnAddress(self):
        for more, code in ((COMPANY[2:], "customer_needed"), (COMPANY[:2], "bad_recipient")):
            refusal = self.changes_nothing(lambda more=more: self.counter.sell(
                *ONE, "--pay", "invoice=20", *more))
            self.assertEqual(refusal.code, code, refusal)

    def testZzAfterAllOfItTheJournalIsSound(self):
        self.assertEqual(self.ends(self.counter.run("verify"), 0)["verify"]["findings"], [])
        numbers = sorted(invoice["number"] for invoice in
                         self.counter.run("invoice", "list", "--all").object["invoices"])
        self.assertEqual([int(number.rpartition("-")[2]) for number in numbers],
                         list(range(1, len(numbers) + 1)))


if __name__ == "__main__":
    unittest.main()
