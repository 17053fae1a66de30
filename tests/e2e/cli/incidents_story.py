# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The conflict desk from the command line, at a counter that has nobody to disagree with."""

import unittest

from counter import Story


class IncidentsStory(Story):
    NOBODY = "00000000-0000-8000-8000-000000000000"

    def testACounterAloneAgreesWithItself(self):
        self.ends(self.counter.sell("--performance", "Hamlet", "--tickets", "Adult=2", "--pay",
                                    "cash=200"), 0)
        self.assertEqual(self.ends(self.counter.run("incidents", "list"), 0)["incidents"], [])
        self.assertEqual(
            self.ends(self.counter.run("incidents", "list", "--settled"), 0)["incidents"], [])

    def testWhatIsNotThereIsRefusedAndNothingIsWritten(self):
        for words in (("show",), ("accept", "--reason", "x"), ("choose", "--side", "1"),
                      ("reseat", "--ticket", self.NOBODY),
                      ("refund", "--order", "A7-22222-8")):
            answer = self.counter.run("incidents", words[0], self.NOBODY, *words[1:])
            self.assertEqual(answer.status, 1, answer.out)
        self.ends(self.counter.run("incidents", "show", "abc"), 1, "unknown_incident")
        self.ends(self.counter.run("incidents", "accept", self.NOBODY), 2, "bad_usage")
        self.ends(self.counter.run("verify"), 0)


if __name__ == "__main__":
    unittest.main()
