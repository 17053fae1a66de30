# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was sold, who came, what is owed: on the line, and in files that other programs read."""

import csv
import datetime
import decimal
import subprocess
import time
import unittest

import openpyxl

from counter import COLUMNS, Story

SEATED = ("--performance", "Hamlet", "--category", "Standard")  # 30 and 15, and 2 for the booking
# The name of an event is whatever an organizer types, a formula too.
TRAP = f"""{COLUMNS}
event,,"=HYPERLINK(""http://x"")",,Playhouse
category,,Standing
type,,Regular
price,,,,,,,,,,Standing,Regular,12.00
performance,,,,,,,,,,,,,,,,,+3,20:00,,50
"""


class ReportsStory(Story):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        done = cls.counter.run("season", "import", cls.counter.file("trap.csv", TRAP))
        assert done.status == 0, done
        sold = cls.counter.sell(*SEATED, "--tickets", "Adult=2,Child=1", "--pay", "cash=100")
        assert sold.status == 0, sold
        cls.order = sold.object["order"]["code"]
        cls.sold_at = datetime.datetime.now(datetime.timezone.utc)
        time.sleep(1.1)  # "as of" knows whole seconds
        free = cls.counter.sell(*SEATED, "--tickets", "Adult=1", "--complimentary", "Press")
        assert free.status == 0, free
        trap = cls.counter.sell("--performance", "=HYPERLINK(\"http://x\")", "--category", "Standing",
                                "--tickets", "Regular=1", "--pay", "card=12:4711")
        assert trap.status == 0, trap
        void = cls.counter.run("refund", cls.order, "--reason", "Ill", "--ticket", "1")
        assert void.status == 0, void

    def report(self, *arguments):
        return self.ends(self.counter.run("report", *arguments), 0)

    def testSalesSayWhatWasSoldAndWhatWasTakenBack(self):
        rows = self.report("sales", "--event", "Hamlet", "--by", "type")["rows"]
        adult = next(row for row in rows if row["type"] == "Adult")
        self.assertEqual((adult["sold"], adult["taken_back"], adult["net_tickets"]), (3, 1, 2))
        self.assertEqual((adult["complimentary"], adult["tickets"], adult["discounts"]),
                         (1, "60.00", "30.00"))
        self.assertEqual(adult["refunds"], "30.00")
        by_pay = self.report("sales", "--by", "payment")["rows"]
        self.assertEqual({row["payment"]: row["sold"] for row in by_pay},
                         {"Cash": 3, "Card": 1, "Nothing to pay": 1})

    def testAsOfIsWhatItWasThen(self):
        now = self.report("sales", "--by", "event")
        self.assertEqual(now["sums"][0]["sold"], 5)
        later = self.sold_at + datetime.timedelta(seconds=1)
        then = self.report("sales", "--as-of", f"{later:%Y-%m-%dT%H:%M:%SZ}", "--by", "event")
        self.assertEqual((then["sums"][0]["sold"], then["sums"][0]["taken_back"]), (3, 0))
        self.ends(self.counter.run("report", "sales", "--as-of", "soon"), 2, "bad_time")

    def testSettlementAndTaxesAddUp(self):
        settlement = self.report("settlement")
        rows = settlement["rows"]
        for item in ("gross", "refunds", "tax", "net"):
            of_all = [decimal.Decimal(row["amount"]) for row in settlement["sums"] if row["item"] == item]
            self.assertEqual(sum(of_all), sum(decimal.Decimal(row["amount"]) for row in rows
                                              if row["item"] == item), item)
        for event in {row["event"] for row in rows}:
            amounts = [(row["item"], decimal.Decimal(row["amount"])) for row in rows
                       if row["event"] == event]
            kept = sum(amount for item, amount in amounts if item in ("tickets", "fees", "refunds"))
            paid = sum(amount for item, amount in amounts if item == "payment")
            net = sum(amount for item, amount in amounts if item == "net")
            taxes = -sum(amount for item, amount in amounts if item == "tax")
            self.assertEqual((kept, net + taxes), (paid, paid))
        taxes = -sum(decimal.Decimal(row["amount"]) for row in rows if row["item"] == "tax")
        tax = self.report("tax")
        owed = sum(decimal.Decimal(row["tax_amount"]) for row in tax["rows"])
        self.assertEqual(taxes, owed)
        self.assertEqual(decimal.Decimal(tax["sums"][0]["tax_amount"]), owed)

    def testOnePerformance(self):
        occupancy = self.report("occupancy", "Hamlet")
        self.assertEqual(occupancy["sums"][0]["sold"], 3)
        self.assertEqual({row["by"] for row in occupancy["rows"]}, {"Category", "Section"})
        seated = [row for row in occupancy["rows"] if row["by"] == "Section"]
        self.assertEqual(sum(row["sold"] for row in seated), 3)
        path = self.counter.root / "occupancy.pdf"
        self.report("occupancy", "Hamlet", "--pdf", path)
        words = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True,
                               check=True).stdout
        for part in ("sold: 3", "free: ", "Sold by price category", "In all"):
            self.assertIn(part, words)
        self.assertEqual(self.report("curve", "Hamlet")["rows"][-1]["performance_1"], 3)
        beside = self.report("curve", "Hamlet", "--beside", "=HYPERLINK(\"http://x\")")
        self.assertIn("HYPERLINK", beside["answer"])
        self.assertIn(1, [row["performance_2"] for row in beside["rows"]])
        self.ends(self.counter.run("report", "curve", "Hamlet", "--beside", "Nothing"), 1,
                  "unknown_performance")
        code = self.ends(self.counter.run("order", self.order), 0)["order"]["tickets"][1]["code"]
        self.ends(self.counter.run("scan", code, "--gate", "North"), 0)
        came = self.report("attendance", "Hamlet")
        self.assertEqual((came["sums"][0]["admitted"], came["sums"][0]["not_come"]), (1, 2))
        self.ends(self.counter.run("report", "attendance", "Nothing"), 1, "unknown_performance")
        self.assertEqual(len(self.report("dashboard")["rows"]), 5)

    def testFilesAreReadByOtherPrograms(self):
        files = {kind: self.counter.root / f"sales.{kind}" for kind in ("csv", "xlsx", "pdf")}
        self.report("sales", "--by", "event",
                    *(word for kind, path in files.items() for word in (f"--{kind}", path)))
        with open(files["csv"], newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(rows[0]["event"], "'=HYPERLINK(\"http://x\")")
        self.assertEqual({row["currency"] for row in rows}, {"EUR"})
        self.assertEqual(sum(int(row["sold"]) for row in rows), 5)
        sheet = openpyxl.load_workbook(files["xlsx"]).active
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        self.assertNotIn("f", {cell.data_type for cell in cells})
        trap = next(cell for cell in cells if str(cell.value).startswith("=HYPERLINK"))
        self.assertEqual(trap.data_type, "s")
        total = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "In all")
        self.assertEqual((total[2], total[5]), (5, 87.0))
        self.assertIsInstance(total[5], (int, float))
        # Of five that were sold one was taken back.
        self.hasTheSameNumbersInItsChart(openpyxl.load_workbook(files["xlsx"]), 4)
        words = subprocess.run(["pdftotext", "-layout", files["pdf"], "-"], capture_output=True,
                               text=True, check=True).stdout
        for part in ("Ada's Players", "Sales by event", "Hamlet", "In all"):
            self.assertIn(part, words)

    def hasTheSameNumbersInItsChart(self, book, tickets):
        """A chart on a sheet of its own, drawn from cells that hold the numbers of the report."""
        sheet = book["Chart"]
        self.assertEqual(len(sheet._charts), 1)
        (series,) = sheet._charts[0].series
        cells = [row[0].value for row in sheet[series.val.numRef.f.split("!")[1].replace("$", "")]]
        self.assertEqual(sum(cells), tickets)
        names = sheet[series.cat.strRef.f.split("!")[1].replace("$", "")]
        self.assertEqual({row[0].data_type for row in names}, {"s"})

    def testDaysAreDays(self):
        path = self.counter.root / "days.xlsx"
        self.report("sales", "--by", "day", "--xlsx", path)
        sheet = openpyxl.load_workbook(path).active
        days = [cell.value for cell in sheet["A"] if isinstance(cell.value, datetime.datetime)]
        self.assertGreaterEqual(len(days), 1)
        self.ends(self.counter.run("report", "sales", "--from", "tomorrow"), 2, "bad_day")
        self.ends(self.counter.run("report", "sales", "--by", "mood"), 2, "bad_grouping")


if __name__ == "__main__":
    unittest.main()
