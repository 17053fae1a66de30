# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may do what, from the command line: the first administrator, a clerk, a supervisor who approves."""

import unittest

from counter import Story

ADA = {"FOYER_USER": "Ada", "FOYER_SECRET": "a long way to tipperary"}
KIM = {"FOYER_USER": "Kim", "FOYER_SECRET": "271828"}
SUE = {"FOYER_USER": "Sue", "FOYER_SECRET": "161803"}
TIM = {"FOYER_USER": "Tim", "FOYER_SECRET": "141421"}


class PeopleStory(Story):
    def run_as(self, who, *arguments, **more):
        return self.counter.run(*arguments, **who, **more)


    def test1TheFirstUserIsAnAdministrator(self):
        self.ends(self.counter.run("user", "list"), 0)
        self.ends(self.counter.run("user", "add", "Kim", FOYER_NEW_SECRET="271828"), 1,
                  "first_administrator")
        self.ends(self.counter.run("user", "add", "Ada", "--role", "administrator",
                                   FOYER_NEW_SECRET="short"), 3, "weak_password")
        self.ends(self.counter.run("user", "add", "Ada", "--role", "administrator",
                                   FOYER_NEW_SECRET=ADA["FOYER_SECRET"]), 0)

    def test2FromThenOnEverybodySignsIn(self):
        self.ends(self.counter.run("user", "list"), 1, "not_signed_in")
        self.ends(self.counter.sell("--performance", "Late Jazz", "--tickets", "Regular=1", "--pay",
                                    "cash=20.00"), 1, "not_signed_in")
        self.ends(self.run_as({**ADA, "FOYER_SECRET": "a long way to nowhere"}, "user", "list"), 1,
                  "wrong_secret")
        self.ends(self.counter.run("user", "list", FOYER_USER="Ada"), 2, "secret_needed")

    def test3AnAdministratorAddsOthers(self):
        for name, role, secret in (("Kim", "clerk", "271828"), ("Sue", "supervisor", "161803")):
            self.ends(self.run_as(ADA, "user", "add", name, "--role", role,
                                  FOYER_NEW_SECRET=secret), 0)
        users = self.ends(self.run_as(ADA, "user", "list"), 0)["users"]
        self.assertEqual([user["name"] for user in users], ["Ada", "Kim", "Sue"])
        self.assertEqual([user["role"] for user in users],
                         ["administrator", "clerk", "supervisor"])
        self.ends(self.run_as(ADA, "user", "add", "kim", FOYER_NEW_SECRET="271829"), 1,
                  "name_taken")

    def test4AClerkMayDoWhatTheRoleSays(self):
        self.ends(self.run_as(KIM, "user", "list"), 1, "not_permitted")
        self.ends(self.run_as(KIM, "season", "import", "nowhere.csv"), 3)
        self.ends(self.run_as(KIM, "keys"), 1, "not_permitted")
        self.ends(self.run_as(KIM, "customers", "nobody"), 0)

    def test5ASupervisorApprovesOneActAndNobodyTheirOwn(self):
        self.ends(self.run_as(ADA, "role", "change", "clerk", "--deny", "order.void"), 0)
        code = self.sold_with_shift()
        self.ends(self.run_as(KIM, "void", code, "--reason", "typo"), 1, "not_permitted")
        self.ends(self.run_as(KIM, "void", code, "--reason", "typo", "--approved-by", "Kim",
                              FOYER_APPROVAL_SECRET="271828"), 1, "own_approval")
        self.ends(self.run_as(KIM, "void", code, "--reason", "typo", "--approved-by", "Sue",
                              FOYER_APPROVAL_SECRET="161803"), 0)
        other = self.sold_with_shift()
        self.ends(self.run_as(KIM, "void", other, "--reason", "typo"), 1, "not_permitted")

    def sold_with_shift(self):
        """A card sale: it needs no drawer."""
        ended = self.run_as(KIM, "sell", "--performance", "Late Jazz", "--tickets", "Regular=1",
                            "--pay", "card=12.00:4711")
        return self.ends(ended, 0)["order"]["code"]

    def test5WhereTheHouseSaysSoNobodyRefundsTheirOwnSaleAlone(self):
        self.ends(self.run_as(ADA, "role", "change", "clerk", "--deny", "order.refund_own"), 0)
        code = self.sold_with_shift()
        refund = ("refund", code, "--reason", "ill", "--card-receipt", "4712")
        self.ends(self.run_as(KIM, *refund), 1, "not_permitted")
        self.ends(self.run_as(SUE, "till", "list"), 0)
        self.ends(self.run_as(KIM, *refund, "--approved-by", "Sue",
                              FOYER_APPROVAL_SECRET="161803"), 0)

    def test5XClerksCountBlind(self):
        self.ends(self.run_as(KIM, "till", "open", "--float", "50.00"), 0)
        told = self.ends(self.run_as(KIM, "till", "count", "0"), 0)["count"]
        self.assertEqual((told["agrees"], told["expected"], told["difference"]),
                         (False, None, None))
        self.assertTrue(self.ends(self.run_as(KIM, "till", "count", "50.00"), 0)["count"]["agrees"])
        self.ends(self.run_as(KIM, "till", "close", "50.00"), 0)

    def test5YWhoHelpsWithOneEventSellsThatOneAlone(self):
        self.ends(self.run_as(ADA, "user", "add", "Tim", "--role", "team", FOYER_NEW_SECRET="141421"), 0)
        sale = ("sell", "--tickets", "Regular=1", "--pay", "card=12.00:4711", "--performance", "Late Jazz")
        self.ends(self.run_as(TIM, *sale), 1, "not_permitted")
        self.ends(self.run_as(ADA, "user", "change", "Tim", "--in", "Late Jazz"), 2, "bad_event_role")
        self.ends(self.run_as(ADA, "user", "change", "Tim", "--in", "Early Jazz=clerk"), 1, "unknown_event")
        changed = self.ends(self.run_as(ADA, "user", "change", "Tim", "--in", "Late Jazz=clerk"), 0)
        self.assertEqual(list(changed["user"]["in_events"].values()), ["clerk"])
        code = self.ends(self.run_as(TIM, *sale), 0)["order"]["code"]
        self.ends(self.run_as(TIM, "order", code), 0)
        other = self.run_as(TIM, "sell", "--performance", "Hamlet", "--tickets", "Adult=1", "--pay", "card=42.00:1")
        self.ends(other, 1, "not_permitted")
        self.ends(self.run_as(ADA, "user", "change", "Tim", "--in", "Late Jazz=none"), 0)
        self.ends(self.run_as(TIM, "order", code), 1, "not_permitted")

    def test6TheLastAdministratorStays(self):
        self.ends(self.run_as(ADA, "user", "change", "Ada", "--disable"), 1, "last_administrator")
        self.ends(self.run_as(ADA, "user", "change", "Kim", "--disable"), 0)
        self.ends(self.run_as(KIM, "customers", "nobody"), 1, "disabled")

    def test7NothingOfThisBreaksTheJournal(self):
        ended = self.run_as(ADA, "verify")
        self.ends(ended, 0)


if __name__ == "__main__":
    unittest.main()
