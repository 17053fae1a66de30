# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A training beside the real house, from the command line."""

import pathlib
import subprocess
import unittest

from counter import Counter, Story


def textOf(pdf):
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True,
                          check=True).stdout


class Specimens(Story):
    def saysSpecimen(self, path):
        self.assertIn("SPECIMEN", textOf(path), path)

    def whatIsSoldIsPrintedAsASpecimen(self, counter, **changes):
        sold = self.ends(counter.run(
            "sell", "--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Standard",
            "--pay", "invoice=32", "--customer", "name=Tra Inee", "--invoice",
            "name=Engines Ltd,address=1 Mill Lane;London,days=30", "--pdf",
            self.counter.root / "sold", **changes), 0)["order"]
        files = [path for path in sold["files"].values() if str(path).endswith(".pdf")]
        self.assertGreaterEqual(len(files), 3, "tickets, receipt, invoice")
        for path in files:
            self.saysSpecimen(path)


class TrainingStory(Specimens):
    def papersSayThatNobodyIsReal(self, training):
        folder = self.counter.root / "papers"
        real = self.ends(self.counter.run("kit", "--performance", "Hamlet", "--to", folder), 0)["kit"]
        before = pathlib.Path(real["door_list"]).read_bytes()
        kit = self.ends(training.run("kit", "--performance", "Hamlet", "--to", folder,
                                     FOYER_PASSPHRASE=None), 0)["kit"]
        for name, path in kit.items():
            self.saysSpecimen(path)
            self.assertNotEqual(path, real[name], "the real papers are not written over")
        self.assertEqual(pathlib.Path(real["door_list"]).read_bytes(), before)

    def testWhatIsDoneInTrainingStaysThere(self):
        folder = self.ends(self.counter.run("training", "begin"), 0)["training"]
        training = Counter(pathlib.Path(folder))
        entries = self.counter.entries()
        sale = ("sell", "--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Standard",
                "--pay", "cash=32")
        order = self.ends(training.run(*sale, FOYER_PASSPHRASE=None), 0)["order"]
        self.assertEqual(self.counter.entries(), entries)
        self.ends(self.counter.run("order", order["code"]), 1, "unknown_order")
        verdict = self.counter.run("scan", order["tickets"][0]["code"])
        self.assertEqual(verdict.status, 1)
        self.assertNotEqual(verdict.object["scan"]["colour"], "green")
        self.whatIsSoldIsPrintedAsASpecimen(training, FOYER_PASSPHRASE=None)
        self.papersSayThatNobodyIsReal(training)
        self.ends(self.counter.run("training", "end"), 0)
        self.assertFalse(pathlib.Path(folder).exists())
        self.ends(self.counter.run("verify"), 0)
        training.remove()


class TestingHouseStory(Specimens):
    founding = ("--testing",)

    def testNothingOfAHouseForTestingPassesForReal(self):
        self.whatIsSoldIsPrintedAsASpecimen(self.counter)
        kit = self.ends(self.counter.run("kit", "--performance", "Hamlet", "--to",
                                         self.counter.root / "papers"), 0)["kit"]
        for path in kit.values():
            self.saysSpecimen(path)
        self.ends(self.counter.run("till", "open", "--coins", "10.00=1"), 0)
        report = self.counter.root / "x.pdf"
        self.ends(self.counter.run("till", "x", "--pdf", report), 0)
        self.assertIn("for testing", textOf(report))


if __name__ == "__main__":
    unittest.main()
