# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the first sale to the gate: what a clerk does in an evening."""

import pathlib
import sqlite3
import shutil
import subprocess
import unittest
import uuid

from counter import Story


class SaleStory(Story):
    def sell(self, *arguments):
        return self.ends(self.counter.sell(*arguments), 0)["order"]

    def places(self, order):
        return [ticket["place"] for ticket in order["tickets"]]

    def left(self, performance):
        found = self.ends(self.counter.run("performances", performance), 0)["performances"]
        return found[0]["left"]

    def testBestSeatsAreSideBySideAndTheTotalIsExact(self):
        order = self.sell("--performance", "Hamlet", "--tickets", "Adult=2,Child=1", "--category",
                          "Standard", "--pay", "cash=100")
        self.assertEqual(order["total"], "77.00")  # 2 × 30 + 15 + 2
        self.assertEqual(order["change"], "23.00")
        self.assertEqual(order["currency"], "EUR")
        self.assertEqual([t["type"] for t in order["tickets"]], ["Adult", "Adult", "Child"])
        rows = {place.rpartition(" ")[0] for place in self.places(order)}
        self.assertEqual(len(rows), 1, order)
        numbers = sorted(int(place.rpartition(" ")[2]) for place in self.places(order))
        self.assertEqual(numbers, list(range(numbers[0], numbers[0] + 3)))
        for line in order["lines"]:
            self.assertEqual(cents(line["net"]) + cents(line["tax"]), cents(line["gross"]))
        self.assertEqual(sum(cents(line["gross"]) for line in order["lines"]), 7700)
        self.assertEqual(sum(cents(line["tax"]) for line in order["lines"]), cents(order["tax"]))

    def testNamedSeatsAreSoldOnceAndToNobodyElse(self):
        seats = self.ends(self.counter.run("seats", "--performance", "Hamlet"), 0)["seats"]
        free = [s for s in seats if s["state"] == "free" and s["category"] == "Premium"][-2:]
        names = ",".join(seat["seat"].replace(" · ", " ") for seat in free)
        order = self.sell("--performance", "Hamlet", "--tickets", "Adult=2", "--seats", names,
                          "--pay", "cash=92.00")
        self.assertEqual(self.places(order), [seat["seat"] for seat in free])
        refusal = self.changes_nothing(lambda: self.counter.sell(
            "--performance", "Hamlet", "--tickets", "Adult=2", "--seats", names, "--pay",
            "cash=92.00"))
        self.ends(refusal, 1, "seat_taken")
        after = self.counter.run("seats", "--performance", "Hamlet").object["seats"]
        states = {seat["seat"]: seat["state"] for seat in after}
        self.assertEqual({states[seat["seat"]] for seat in free}, {"sold"})

    def testOfSeatsNamedAlikeTheCategoryDecidesOrNobody(self):
        alike = self.counter.sell("--performance", "Hamlet", "--tickets", "Adult=1", "--seats", "A5",
                                  "--pay", "cash=100")
        self.ends(alike, 1, "ambiguous_seat")
        self.assertGreater(len(alike.object["error"]["facts"]), 1)
        order = self.sell("--performance", "Hamlet", "--tickets", "Adult=1", "--seats", "A5",
                          "--category", "Balcony", "--pay", "cash=20.00")
        self.assertIn("Balcony", order["tickets"][0]["category"])

    def testPaymentIsSplitOverCardAndCash(self):
        order = self.sell("--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Standard",
                          "--pay", "cash=20.00", "--pay", "card=22.00:4711")
        self.assertEqual(order["total"], "32.00")
        self.assertEqual([(p["method"], p["tendered"], p["amount"], p["change"])
                          for p in order["payments"]],
                         [("cash", "20.00", "10.00", "10.00"), ("card", "22.00", "22.00", "0.00")])
        self.assertEqual(order["payments"][1]["reference"], "4711")
        for payments, code in ((["cash=1"], "underpaid"), (["card=90:1"], "overpaid_by_card"),
                               (["card=32.00"], "reference_missing"), ([], "underpaid")):
            given = [word for payment in payments for word in ("--pay", payment)]
            self.ends(self.counter.sell("--performance", "Hamlet", "--tickets", "Adult=1",
                                        "--category", "Standard", *given), 1, code)

    def testStandingAndSeatedTicketsGoIntoOneOrder(self):
        order = self.sell("--performance", "Club Night", "--tickets",
                          "Regular@Table=2,Regular@Standing=1", "--pay", "cash=74")
        self.assertEqual([t["seated"] for t in order["tickets"]], [True, True, False])
        self.assertEqual(order["total"], "74.00")

    def testTheLastPlaceIsSoldAndNotOneMore(self):
        self.sell("--performance", "Late Jazz", "--tickets", "Regular=4", "--pay", "cash=48")
        self.ends(self.changes_nothing(lambda: self.counter.sell(
            "--performance", "Late Jazz", "--tickets", "Regular=2", "--pay", "cash=24")), 1,
            "sold_out")
        self.sell("--performance", "Late Jazz", "--tickets", "Regular=1", "--pay", "cash=12")
        self.assertEqual(self.left("jazz"), 0)

    def testARepeatedRequestIsAnsweredAndNotSoldAgain(self):
        request = str(uuid.uuid4())
        sale = ("--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Balcony", "--pay",
                "cash=20", "--request", request)
        first = self.sell(*sale)
        again = self.changes_nothing(lambda: self.sell(*sale))
        self.assertEqual(again, first)
        self.assertEqual(first["id"], request)

    def testAQuoteSellsNothing(self):
        quote = self.changes_nothing(lambda: self.ends(self.counter.sell(
            "--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Premium", "--quote"),
            0))["quote"]
        self.assertEqual(quote["total"], "47.00")

    def testACustomerIsFoundAgainAndNotInClearOnDisk(self):
        order = self.sell("--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Balcony",
                          "--pay", "cash=20", "--customer",
                          "name=Łucja Zażółć, the elder,email=lucja@quux.example,phone=+49 30 12345")
        self.assertEqual(order["customer"]["name"], "Łucja Zażółć, the elder")
        found = self.ends(self.counter.run("customers", "lucja zazo"), 0)["customers"]
        self.assertEqual([c["email"] for c in found], ["lucja@quux.example"])
        again = self.sell("--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Balcony",
                          "--pay", "cash=20", "--customer", found[0]["id"])
        self.assertEqual(again["customer"]["id"], found[0]["id"])
        for path in pathlib.Path(self.counter.folder).rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                for secret in (b"quux", "Zażółć".encode(), b"12345"):
                    self.assertNotIn(secret, content, path)

    def testATicketIsAdmittedOnce(self):
        order = self.sell("--performance", "Hamlet", "--tickets", "Adult=2", "--category", "Balcony",
                          "--pay", "cash=38")
        codes = [ticket["code"] for ticket in order["tickets"]]
        scan = self.ends(self.counter.run("scan", codes[0], "--gate", "East"), 0)["scan"]
        self.assertEqual((scan["result"], scan["colour"]), ("valid", "green"))
        refusal = self.counter.run("scan", codes[0], "--gate", "West")
        self.ends(refusal, 1, "already_used")
        self.assertEqual(refusal.object["scan"]["result"], "already_used")
        self.assertEqual(refusal.object["scan"]["used_gate"], "East")
        self.ends(self.counter.run("scan", codes[1], "--performance", "Late Jazz"), 1,
                  "wrong_performance")
        forged = codes[1][:-1] + ("A" if codes[1][-1] != "A" else "B")
        verdict = self.counter.run("scan", forged)
        self.assertEqual(verdict.status, 1)
        self.assertEqual(verdict.object["scan"]["result"], "invalid")
        self.ends(self.counter.run("scan", "hello"), 1, "malformed")
        self.ends(self.counter.run("void", order["code"], "--reason", "x"), 1, "already_used")
        states = [t["state"] for t in self.counter.run("order", order["code"]).object["order"]["tickets"]]
        self.assertEqual(states, ["admitted", "sold"])

    def testAVoidedOrderAdmitsNobodyAndItsSeatsAreFreeAgain(self):
        before = self.left("hamlet")
        order = self.sell("--performance", "Hamlet", "--tickets", "Adult=2", "--category", "Standard",
                          "--pay", "cash=62")
        self.assertEqual(self.left("hamlet"), before - 2)
        typed = order["code"].lower().replace("-", " ")
        voided = self.ends(self.counter.run("void", typed, "--reason", "Wrong date"), 0)["order"]
        self.assertTrue(voided["voided"])
        self.assertEqual({t["state"] for t in voided["tickets"]}, {"voided"})
        self.assertEqual(self.left("hamlet"), before)
        self.ends(self.counter.run("scan", order["tickets"][0]["code"]), 1, "void")
        self.ends(self.counter.run("void", order["code"], "--reason", "Twice"), 1, "already_void")
        seats = ",".join(place.replace(" · ", " ") for place in self.places(order))
        self.sell("--performance", "Hamlet", "--tickets", "Adult=2", "--seats", seats, "--pay",
                  "cash=62")

    def testTicketsAndReceiptAreWrittenAndRefusedBeforeTheSaleWhereTheyCannotBe(self):
        folder = self.counter.root / "documents" / "today"
        order = self.sell("--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Balcony",
                          "--pay", "cash=20", "--pdf", folder)
        for path in order["files"].values():
            self.assertEqual(pathlib.Path(path).parent, folder)
            self.assertTrue(pathlib.Path(path).read_bytes().startswith(b"%PDF-"))
        if shutil.which("pdftotext"):
            text = subprocess.run(["pdftotext", order["files"]["tickets"], "-"], check=True,
                                  capture_output=True, text=True).stdout
            self.assertIn(order["code"], text)
            self.assertIn("Hamlet", text)
        blocked = self.counter.file("not-a-folder", "")
        self.ends(self.changes_nothing(lambda: self.counter.sell(
            "--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Balcony", "--pay",
            "cash=20", "--pdf", blocked)), 4, "folder_not_writable")

    def testZzAfterAllOfItTheJournalIsSound(self):
        report = self.ends(self.counter.run("verify"), 0)["verify"]
        self.assertEqual(report["findings"], [])
        self.assertGreater(report["entries"], 50)

    def testZzzATableThatWasChangedIsFoundAndMadeAnew(self):
        with sqlite3.connect(self.counter.folder / "foyer.db") as database:
            tables = {row[0] for row in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'")}
            self.assertIn("ticket", tables)
            database.execute("DELETE FROM ticket")
        database.close()
        report = self.counter.run("verify")
        self.ends(report, 4, "integrity_faults")
        self.assertIn("table_differs", [f["code"] for f in report.object["verify"]["findings"]])
        self.ends(self.counter.run("rebuild"), 0)
        self.ends(self.counter.run("verify"), 0)


def cents(text):
    whole, _, part = text.partition(".")
    return int(whole) * 100 + int(part)


if __name__ == "__main__":
    unittest.main()
