# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A training beside the real house, from the command line."""

import pathlib
import unittest

from counter import Counter, Story


class TrainingStory(Story):
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
        self.ends(self.counter.run("training", "end"), 0)
        self.assertFalse(pathlib.Path(folder).exists())
        self.ends(self.counter.run("verify"), 0)
        training.remove()


if __name__ == "__main__":
    unittest.main()
