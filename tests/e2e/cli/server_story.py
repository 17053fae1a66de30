# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two counters and a server, each a program of its own: an administrator looks after them from one of
the counters, a clerk signs in at the other without a network and is shut out meanwhile, and the server
comes back from a backup."""

import shutil
import unittest

from counter import Counter, Ended
from server import Server

ADA = {"FOYER_USER": "Ada", "FOYER_SECRET": "a long way to tipperary"}
KIM = {"FOYER_USER": "Kim", "FOYER_SECRET": "471193"}


class ServerStory(unittest.TestCase):
    """One house; the tests run in the order of their names."""

    @classmethod
    def setUpClass(cls):
        cls.first = Counter()
        cls.addClassCleanup(cls.first.remove)
        assert cls.first.init().status == 0
        cls.first.load_season()
        for who, role in ((ADA, "administrator"), (KIM, "clerk")):
            added = cls.first.run("user", "add", who["FOYER_USER"], "--role", role,
                                  FOYER_NEW_SECRET=who["FOYER_SECRET"],
                                  **(ADA if who is KIM else {}))
            assert added.status == 0, added
        cls.second = Counter()
        cls.addClassCleanup(cls.second.remove)
        cls.server = Server(cls.first.root)
        cls.addClassCleanup(cls.server.stop)
        cls.server.start()

    def ends(self, ended: Ended, status, code=None):
        self.assertEqual(ended.status, status, ended)
        if code is not None:
            self.assertEqual(ended.code, code, ended)
        return ended.object

    def ada(self, *arguments):
        return self.first.run(*arguments, **ADA)

    def devices(self):
        return {row["name"]: row for row in self.ends(self.ada("server", "devices"), 0)["devices"]}

    def rights(self, device):
        return sum(held["left"] for held in self.devices()[device]["held"]
                   if held["performance"] == self.late_jazz() and held["name"] != "seats")

    def late_jazz(self):
        shown = self.ends(self.first.run("performances"), 0)["performances"]
        return next(row["id"] for row in shown if row["event"] == "Late Jazz")

    def test1WhoStandsAloneIsTold(self):
        self.ends(self.ada("server", "devices"), 1, "not_joined")

    def test2TheHouseJoinsAndBringsItsPeopleAlong(self):
        joined = self.ends(self.ada("server", "join", self.server.invitation("Counter 1")), 0)
        self.assertEqual(joined["secrets_waiting"], 0)
        rows = self.devices()
        self.assertEqual(list(rows), ["Counter 1"])
        self.assertEqual(rows["Counter 1"]["state"], "active")
        self.assertIsNotNone(rows["Counter 1"]["last_seen_at"])
        told = self.first.tell("server", "devices", **ADA)
        self.assertIn("Counter 1", told.out)
        self.assertIn("Late Jazz", told.out)

    def test3AnAdministratorInvitesTheNextCounter(self):
        made = self.ends(self.ada("server", "code", "Counter 2"), 0)
        self.assertRegex(made["code"], r"^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$")
        joined = self.ends(self.second.run("server", "join", made["invitation"]), 0)
        self.assertGreater(joined["heard"], 10)
        self.assertEqual(sorted(self.devices()), ["Counter 1", "Counter 2"])

    def test4AClerkMayNothingOfIt(self):
        for command in (("devices",), ("code", "Mine"),
                        ("revoke", "Counter 2", "--reason", "x"),
                        ("grant", "Counter 2", "--performance", "Late Jazz", "--count", "1"),
                        ("recall", "Counter 1", "--performance", "Late Jazz", "--reason", "x"),
                        ("write-off", "Counter 2", "--reason", "x", "--confirm", "Counter 2")):
            self.ends(self.first.run("server", *command, **KIM), 1, "not_permitted")
        self.ends(self.first.run("server", "devices"), 1, "not_signed_in")
        told = self.first.tell("server", "devices", **KIM)
        self.assertIn("administrator", told.err)

    def test5PlacesGoFromOneCounterToTheOther(self):
        late = ("--performance", "Late Jazz")
        self.assertEqual(self.rights("Counter 1"), 5)
        self.ends(self.ada("server", "grant", "Counter 2", *late, "--count", "3"), 1, "sold_out")
        self.ends(self.ada("server", "recall", "Counter 1", *late, "--keep", "1", "--reason",
                           "the other counter is busier"), 0)
        self.ends(self.first.run("server", "sync"), 0)
        self.assertEqual(self.rights("Counter 1"), 1)
        given = self.ends(self.ada("server", "grant", "counter 2", *late, "--count", "3"), 0)
        self.assertEqual(given["rights"], 3)
        self.ends(self.ada("server", "grant", "Counter 9", *late, "--count", "1"), 1,
                  "unknown_device")
        self.ends(self.ada("server", "grant", "Counter 2", *late), 2, "bad_usage")
        self.assertEqual(self.rights("Counter 2"), 3)

    def test6AClerkSignsInAtTheOtherCounterWithoutANetwork(self):
        self.ends(self.second.run("server", "sync"), 0)
        self.server.stop()
        sold = self.second.run("sell", "--performance", "Late Jazz", "--tickets", "Regular=1",
                               "--pay", "card=12.00:1234", **KIM)
        self.ends(sold, 0)
        self.ends(self.second.run("sell", "--performance", "Late Jazz", "--tickets", "Regular=1",
                                  "--pay", "card=12.00:1234", **{**KIM, "FOYER_SECRET": "471194"}),
                  1, "wrong_secret")
        self.ends(self.ada("server", "devices"), 4, "offline")
        self.ends(self.first.run("server", "availability", "Late Jazz"), 4, "offline")
        self.server.start()
        self.ends(self.second.run("server", "sync"), 0)
        self.assertEqual(self.rights("Counter 2"), 2)
        # The house has what is left at all counters, and what nobody has asked for.
        house = self.ends(self.first.run("server", "availability", "Late Jazz"), 0)
        self.assertEqual([places["left"] for places in house["places"]], [4])
        self.ends(self.first.run("server", "availability", "Nothing"), 1, "unknown_performance")

    def test7APinThatIsSetLaterGoesAlongWithAnAdministrator(self):
        self.ends(self.first.run("user", "add", "Lea", "--role", "clerk", **ADA,
                                 FOYER_NEW_SECRET="271828"), 0)
        self.assertEqual(self.ends(self.ada("server", "sync"), 0)["secrets_waiting"], 0)
        self.ends(self.second.run("server", "sync"), 0)
        self.ends(self.second.run("orders", FOYER_USER="Lea", FOYER_SECRET="271828"), 0)

    def test8AServerThatCameBackFromABackupAsksTheCountersFirst(self):
        self.server.stop()
        copy = self.server.folder / "copy.db"
        shutil.copy(self.server.folder / "server.db", copy)
        self.server.start()
        late = ("--performance", "Late Jazz")
        self.ends(self.ada("server", "grant", "Counter 2", *late, "--count", "1"), 0)
        self.ends(self.second.run("server", "sync"), 0)
        self.server.stop()
        for file in self.server.folder.glob("server.db*"):
            file.unlink()
        shutil.copy(copy, self.server.folder / "server.db")
        self.server.start()
        self.ends(self.second.run("server", "sync"), 1, "server_behind")
        self.server.stop()
        told = self.server.run("--restored=the disk broke")
        self.assertEqual(told.returncode, 0, told)
        self.server.start()
        # Of what is new, a counter wants a stock; that it gets none yet is said.
        self.first.load_matinee(**ADA)
        synced = self.ends(self.first.run("server", "sync"), 0)
        self.assertEqual(synced["stock_problem"]["code"], "holders_unheard")
        self.ends(self.ada("server", "grant", "Counter 1", *late, "--count", "1"), 1,
                  "holders_unheard")
        self.assertEqual(self.devices()["Counter 2"]["state"], "awaited")
        self.ends(self.second.run("server", "sync"), 0)
        rows = self.devices()
        self.assertEqual({row["state"] for row in rows.values()}, {"active"})
        self.assertEqual(self.rights("Counter 2"), 3)
        # All five are accounted for: one sold, one and three held.
        self.ends(self.ada("server", "grant", "Counter 1", *late, "--count", "1"), 1, "sold_out")

    def test8BATicketThatTwoGatesLetInIsAnIncidentUntilSomebodyDecides(self):
        sold = self.ends(self.ada("sell", "--performance", "Hamlet", "--tickets", "Adult=1",
                                  "--category", "Balcony", "--pay", "card=20.00:1234"), 0)
        code = sold["order"]["tickets"][0]["code"]
        for counter in (self.first, self.second):
            self.ends(counter.run("server", "sync"), 0)
        self.server.stop()
        self.ends(self.ada("scan", code, "--gate", "North"), 0)
        self.ends(self.second.run("scan", code, "--gate", "South", **KIM), 0)
        self.server.start()
        for counter in (self.first, self.second, self.first):
            self.ends(counter.run("server", "sync"), 0)
        self.ends(self.first.run("incidents", "list", **KIM), 1, "not_permitted")
        [incident] = self.ends(self.ada("incidents", "list"), 0)["incidents"]
        self.assertEqual(incident["kind"], "admitted_twice")
        self.assertEqual({side["counter"] for side in incident["sides"]}, {"Counter 1", "Counter 2"})
        self.assertEqual({side["text"] for side in incident["sides"]}, {"North", "South"})
        shown = self.first.tell("incidents", "list", **ADA).out.split()[0]  # as people see the id
        self.assertTrue(incident["id"].startswith(shown))
        self.ends(self.ada("incidents", "accept", shown, "--reason", "she had gone out"), 0)
        self.assertEqual(self.ends(self.ada("incidents", "list"), 0)["incidents"], [])
        [settled] = self.ends(self.ada("incidents", "list", "--settled"), 0)["incidents"]
        self.assertEqual(settled["done"][0]["reason"], "she had gone out")
        again = self.ends(self.ada("incidents", "show", shown), 0)["incident"]
        self.assertEqual((again["id"], again["open"]), (incident["id"], False))
        self.ends(self.ada("incidents", "accept", shown, "--reason", "x"), 1, "already_settled")

    def test8CWhoIsShutOutWhileACounterHasNoNetworkIsFoundOut(self):
        self.server.stop()
        self.ends(self.ada("user", "change", "Kim", "--disable"), 0)
        sold = self.ends(self.second.run("sell", "--performance", "Late Jazz", "--tickets",
                                         "Regular=1", "--pay", "card=12.00:1234", **KIM), 0)
        code = sold["order"]["code"]
        self.ends(self.second.run("void", code, "--reason", "slip", **KIM), 0)
        self.server.start()
        for counter in (self.second, self.first, self.second):
            self.ends(counter.run("server", "sync"), 0)
        self.ends(self.second.run("orders", **KIM), 1, "disabled")
        [incident] = self.ends(self.ada("incidents", "list"), 0)["incidents"]
        self.assertEqual(incident["kind"], "act_after_revocation")
        self.assertEqual(incident["subject"], "Kim")
        self.assertEqual(incident["money"], {"amount": "24.00", "currency": "EUR"})
        out, sale, back = incident["sides"]
        self.assertEqual((out["by"], out["counter"]), ("Ada", "Counter 1"))
        self.assertEqual((sale["act"], sale["order"], sale["counter"]),
                         ("order.placed", code, "Counter 2"))
        self.assertEqual((back["act"], back["order"], back["text"]), ("order.voided", code, "slip"))
        told = self.first.tell("incidents", "show", incident["id"], **ADA).out
        self.assertIn("shut Kim out", told)
        self.ends(self.ada("incidents", "accept", incident["id"], "--reason", "not told yet"), 0)
        self.assertEqual(self.ends(self.ada("incidents", "list"), 0)["incidents"], [])

    def test9AStolenCounterIsShutOutAndWrittenOff(self):
        self.ends(self.ada("server", "revoke", "Counter 2", "--reason", "stolen"), 0)
        self.ends(self.second.run("server", "sync"), 1, "device_revoked")
        self.ends(self.ada("server", "revoke", "Counter 2", "--reason", "stolen"), 1,
                  "already_revoked")
        off = ("server", "write-off", "Counter 2", "--reason", "stolen")
        told = self.ends(self.ada(*off), 1, "not_confirmed")
        self.assertIn('--confirm "Counter 2"', told["error"]["message"])
        self.ends(self.ada(*off, "--confirm", "Counter 2"), 0)
        self.assertEqual(self.devices()["Counter 2"]["state"], "written_off")
        self.ends(self.ada("server", "grant", "Counter 1", "--performance", "Late Jazz",
                           "--count", "3"), 0)
        self.ends(self.first.run("server", "sync"), 0)
        self.assertEqual(self.ends(self.ada("verify"), 0)["verify"]["findings"], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
