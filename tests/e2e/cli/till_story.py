# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A shift from its float to its Z report, from the command line."""

import pathlib
import tempfile
import unittest

from counter import Story


class TillStory(Story):
    def till(self, *words, status=0, code=None):
        answer = self.counter.run("till", *words)
        return self.ends(answer, status, code) if code else self.ends(answer, status)

    def test1AShiftIsOpenedCountedAndClosed(self):
        self.till("pay-in", "5.00", "--reason", "change", status=1, code="no_shift")
        self.till("open", "--coins", "50.00=two", status=2, code="bad_count")
        shift = self.till("open", "--coins", "50.00=2,0.50=3")["shift"]
        self.assertEqual(shift["float"], "101.50")
        self.till("open", status=1, code="shift_open")
        self.ends(self.counter.sell("--performance", "Late Jazz", "--tickets", "Regular=2", "--pay",
                                    "cash=50.00"), 0)
        self.till("pay-out", "1.50", "--reason", "milk")
        self.till("no-sale", "--reason", "change for a guest")
        report = self.till("x")["shift"]
        figures = {(f["group"], f["name"]): f["amount"] for f in report["figures"]}
        sold = figures[("turnover", "")]
        self.assertEqual(figures[("method", "cash")], sold)
        self.assertEqual(report["expected"], f"{100 + float(sold):.2f}")
        agrees = self.till("count", report["expected"])["count"]
        self.assertEqual((agrees["agrees"], agrees["difference"]), (True, "0.00"))
        self.assertFalse(self.till("count", "0")["count"]["agrees"])
        receipts = self.till("show", "--figure", "method:cash")["receipts"]
        self.assertEqual([receipt["amount"] for receipt in receipts], [sold])
        with tempfile.TemporaryDirectory() as folder:
            pdf = pathlib.Path(folder) / "z.pdf"
            closed = self.till("close", "100.00", "--pdf", str(pdf))["shift"]
            self.assertTrue(pdf.read_bytes().startswith(b"%PDF"))
        self.assertEqual(closed["z"]["number"], 1)
        self.assertEqual(closed["z"]["difference"], f"-{float(sold):.2f}")
        self.assertEqual(closed["z"]["grand_total"], sold)
        self.assertEqual(len(closed["z"]["journal_head"]), 64)
        self.till("close", "0", "--shift", closed["label"], status=1, code="shift_closed")
        self.assertEqual(len(self.till("list")["shifts"]), 1)
        self.ends(self.counter.run("verify"), 0)


if __name__ == "__main__":
    unittest.main()
