# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An evening at the doors, from the command line."""

import unittest

from counter import Story


class DoorStory(Story):
    def sell(self, *arguments):
        return self.ends(self.counter.sell("--performance", "Hamlet", *arguments, "--pay",
                                           "cash=200"), 0)["order"]

    def counts(self):
        return self.ends(self.counter.run("door", "counts", "--performance", "Hamlet"), 0)["door"]

    def scan(self, ticket, *arguments, code=None):
        answer = self.counter.run("scan", ticket["code"], *arguments)
        return self.ends(answer, 1 if code else 0, code)["scan"]

    def testGuestsComeGoAndComeBack(self):
        order = self.sell("--tickets", "Adult=2", "--category", "Standard")
        first, second = order["tickets"]
        before = self.counts()
        self.ends(self.counter.run("gate", "set", "Terrace", "--reentry"), 0)
        self.scan(first, "--gate", "North")
        used = self.scan(first, "--gate", "South", code="already_used")
        self.assertEqual(used["used_gate"], "North")
        self.scan(first, "--gate", "Terrace", "--out")
        self.scan(first, "--gate", "North", code="already_used")  # no re-entry here
        self.scan(first, "--gate", "Terrace")
        after = self.counts()
        self.assertEqual(after["admitted"], before["admitted"] + 1)
        self.assertEqual(after["expected"], before["expected"] - 1)
        self.ends(self.counter.run("gate", "set", "Balcony", "--categories", "Balcony"), 0)
        wrong = self.scan(second, "--gate", "Balcony", code="wrong_gate")
        self.assertEqual(wrong["colour"], "amber")
        self.ends(self.counter.run("gate", "set", "Balcony", "--remove"), 0)
        self.scan(second, "--gate", "Balcony")
        self.ends(self.counter.run("door", "undo", "--ticket", second["id"], "--reason", "slip"), 0)
        self.assertEqual(self.counts()["admitted"], before["admitted"] + 1)
        self.ends(self.counter.run("door", "undo", "--ticket", second["id"], "--reason", "slip"), 1,
                  "not_admitted")

    def testWhoHasNoTicketIsFoundByName(self):
        order = self.sell("--tickets", "Adult=1", "--category", "Standard", "--customer",
                          "name=Zoë Müller")
        found = self.ends(self.counter.run("door", "find", "zoe", "--performance", "Hamlet"), 0)
        ticket = found["guests"][0]["ticket"]
        self.assertEqual(found["guests"][0]["state"], "expected")
        self.ends(self.counter.run("door", "pass", "--ticket", ticket, "--gate", "North"), 0)
        self.ends(self.counter.run("door", "pass", "--ticket", ticket, "--gate", "North"), 1,
                  "already_used")
        self.ends(self.counter.run("door", "pass", "--ticket", ticket, "--gate", "North",
                                   "--anyway", "came back for the coat"), 0)
        self.scan(order["tickets"][0], code="already_used")
        self.ends(self.counter.run("scan", "no ticket at all"), 1, "malformed")
        # One code in 45 begins with a minus, and is no option.
        self.ends(self.counter.run("scan", "-" + "A" * 149, "--gate", "North"), 1, "malformed")
        self.ends(self.counter.run("verify"), 0)


if __name__ == "__main__":
    unittest.main()
