# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A training beside the real house, from the command line."""

import pathlib
import subprocess
import unittest

from counter import Counter, Story


class TrainingStory(Story):
    def saysSpecimen(self, path):
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True,
                              check=True).stdout
        self.assertIn("SPECIMEN", text, path)

    def whatIsSoldIsPrintedAsASpecimen(self, training):
        sold = self.ends(training.run(
            "sell", "--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Standard",
            "--pay", "invoice=32", "--customer", "name=Tra Inee", "--invoice",
            "name=Engines Ltd,address=1 Mill Lane;London,days=30", "--pdf",
            self.counter.root / "sold", FOYER_PASSPHRASE=None), 0)["order"]
        files = [path for path in sold["files"].values() if str(path).endswith(".pdf")]
        self.assertGreaterEqual(len(files), 3, "tickets, receipt, invoice")
        for path in files:
            self.saysSpecimen(path)

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
        self.whatIsSoldIsPrintedAsASpecimen(training)
        self.papersSayThatNobodyIsReal(training)
        self.ends(self.counter.run("training", "end"), 0)
        self.assertFalse(pathlib.Path(folder).exists())
        self.ends(self.counter.run("verify"), 0)
        training.remove()


if __name__ == "__main__":
    unittest.main()
