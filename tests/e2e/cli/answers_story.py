# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How foyer-cli answers scripts and people: exit statuses, shapes, sentences."""

import fcntl
import pathlib
import subprocess
import unittest

from counter import PROGRAM, Counter, Story

ANY = object()

COUNTER = {"name": str, "organizer": str, "currency": str, "time_zone": str, "folder": str,
           "protection": str, "for_testing": bool}
PERFORMANCE = {"id": str, "event": str, "subtitle": str, "venue": str, "starts_at": str,
               "time_zone": str, "capacity": int, "left": int, "seated": bool, "on_sale": bool,
               "cancelled": bool, "postponed": bool}
TICKET = {"id": str, "performance": str, "type": str, "category": str, "place": str, "seated": bool,
          "price": str, "state": str}
LINE = {"kind": str, "text": str, "net": str, "tax": str, "gross": str, "tax_name": str,
        "tax_milli_percent": int}
ORDER = {"id": str, "code": str, "placed_at": str, "voided": bool, "currency": str, "total": str,
         "tax": str, "change": str, "lines": [LINE],
         "payments": [{"method": str, "tendered": str, "amount": str, "change": str}],
         "tickets": [{**TICKET, "code": str}], "customer": ANY}


class AnswersStory(Story):
    def has(self, shape, value, path="$"):
        """The value has exactly the fields of the shape, each of its kind; lists have at least one."""
        if shape is ANY:
            return
        if isinstance(shape, dict):
            self.assertEqual(set(value), set(shape), path)
            for name, part in shape.items():
                self.has(part, value[name], f"{path}.{name}")
        elif isinstance(shape, list):
            self.assertTrue(value, path)
            for part in value:
                self.has(shape[0], part, path)
        else:
            self.assertIs(type(value), shape, path)

    def answers(self, shape, *arguments):
        ended = self.counter.run(*arguments)
        self.has(shape, self.ends(ended, 0))
        return ended.object

    def testEveryCommandAnswersWithItsObject(self):
        fresh = Counter()
        try:
            self.has({"counter": COUNTER}, self.ends(fresh.init(), 0))
        finally:
            fresh.remove()
        self.answers({"plans": [{"id": str, "name": str, "seats": int, "standing": int}]}, "plan",
                     "list")
        self.answers({"performances": [PERFORMANCE]}, "performances")
        self.answers({"performance": {"id": str, "event": str, "subtitle": str, "venue": str,
                                      "starts_at": str, "time_zone": str, "currency": str},
                      "categories": [{"name": str, "seated": bool, "left": int, "prices": ANY}],
                      "seats": ANY}, "seats", "--performance", "Hamlet")
        sale = ("sell", "--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Balcony")
        self.answers({"quote": {"currency": str, "total": str, "tax": str, "lines": [LINE]}}, *sale,
                     "--quote")
        sold = self.answers({"order": ORDER}, *sale, "--pay", "cash=20", "--customer", "name=Ada")
        self.has({"id": str, "name": str}, sold["order"]["customer"])
        code, ticket = sold["order"]["code"], sold["order"]["tickets"][0]["code"]
        self.assertRegex(code, r"^[2-9A-Z]{2}-[2-9A-Z]{5}-[2-9A-Z]$")
        self.assertEqual(self.answers({"order": ORDER}, "order", code), sold)
        self.answers({"customers": [{"id": str, "name": str}]}, "customers", "ada")
        scan = {"result": str, "outcome": str, "colour": str, "reason": str,
                "ticket": {**TICKET, "state": str}}
        self.answers({"scan": scan}, "scan", ticket)
        refused = self.counter.run("scan", ticket).object
        self.has({"error": {"code": str, "message": str, "where": str},
                  "scan": {**scan, "used_at": str, "used_gate": str, "ticket": ANY}}, refused)
        other = self.counter.sell(*sale[1:], "--pay", "cash=20").object["order"]["code"]
        self.answers({"order": ORDER}, "void", other, "--reason", "Shape")
        self.answers({"verify": {"entries": int, "tables": int, "findings": ANY,
                                 "cancelled": bool}}, "verify")
        self.answers({"rebuild": {"entries": int}}, "rebuild")
        self.answers({"keys": {"counter": str, "protection": str, "authority": str, "device": str,
                               "ticket": str,
                               "certificates": [{"counter": str, "counter_id": str,
                                                 "ticket_key": str, "valid_from": str,
                                                 "valid_until": str, "certificate": str}]}}, "keys")

    def testPeopleReadTextAndErrorsAreASentenceOnStandardError(self):
        listed = self.counter.tell("performances", "hamlet")
        self.assertEqual((listed.status, listed.err), (0, ""))
        self.assertIn("Hamlet", listed.out)
        wrong = self.counter.tell("order", "ZZ-99999-9")
        self.assertEqual((wrong.status, wrong.out), (1, ""))
        self.assertTrue(wrong.err.startswith("foyer-cli: "))
        self.assertEqual(wrong.err.count("\n"), 1)
        sold = self.counter.tell("sell", "--performance", "Hamlet", "--tickets", "Adult=1",
                                 "--category", "Balcony", "--pay", "cash=50")
        self.assertIn("Change 30.00 EUR", sold.out)
        self.assertIn("All is well", self.counter.tell("verify").out)

    def testWrongUsageIsStatusTwo(self):
        hamlet = ("sell", "--performance", "Hamlet")
        for arguments in ((), ("dance",), ("order",), ("plan",), hamlet,
                          (*hamlet, "--tickets", "Adult"), (*hamlet, "--tickets", "Adult=0"),
                          (*hamlet, "--tickets", "Adult=-1"), (*hamlet, "--tickets", "=2"),
                          (*hamlet, "--tickets", "Adult=2", "--pay", "gold=1"),
                          (*hamlet, "--tickets", "Adult=2", "--seats", "A1"),
                          (*hamlet, "--tickets", "Adult=1", "--customer", "Ada"),
                          (*hamlet, "--tickets", "Adult=1", "--request", "7"),
                          ("customers", "a", "--limit", "0")):
            self.ends(self.counter.run(*arguments), 2)
        self.assertEqual(self.counter.tell("dance").status, 2)

    def testARuleThatSaysNoIsStatusOne(self):
        hamlet = ("sell", "--performance", "Hamlet")
        for arguments, code in (((*hamlet, "--tickets", "Elf=1"), "unknown_type"),
                                ((*hamlet, "--tickets", "Adult=1", "--category", "Roof"),
                                 "unknown_category"),
                                ((*hamlet, "--tickets", "Adult=1", "--seats", "QQ99"),
                                 "unknown_seat"),
                                ((*hamlet, "--tickets", "Child=5", "--category", "Standard"),
                                 "order_max"),
                                ((*hamlet, "--tickets", "Adult=999"), "not_enough_seats"),
                                ((*hamlet, "--tickets", "Child=1", "--category", "Balcony"),
                                 "not_priced"),
                                (("sell", "--performance", "Late Jazz", "--tickets", "Regular=1",
                                  "--seats", "A1"), "no_plan"),
                                (("order", "ZZ-99999-9"), "unknown_order"),
                                (("recover", "--reason", "x"), "not_behind")):
            self.ends(self.counter.run(*arguments), 1, code)
        self.ends(self.counter.init(), 1, "already_founded")

    def testBadInputIsStatusThree(self):
        fresh = Counter()
        try:
            for option, value in (("--currency", "XXQ"), ("--time-zone", "Mars/Base"),
                                  ("--organizer", "")):
                words = {"--organizer": "A", "--currency": "EUR", "--time-zone": "UTC", option: value}
                self.ends(fresh.run("init", *[w for pair in words.items() for w in pair]), 3,
                          "bad_founding")
            self.assertFalse(pathlib.Path(fresh.folder).exists() and
                             any(p.name == "foyer.db" for p in fresh.folder.iterdir()))
            self.ends(fresh.init(), 0)
        finally:
            fresh.remove()
        self.ends(self.counter.run("sell", "--performance", "Hamlet", "--tickets", "Adult=1", "--pay",
                                   "cash=ten"), 3, "bad_amount")

    def testWhatTheMachineCannotDoIsStatusFour(self):
        nobody = Counter()
        self.ends(nobody.run("verify"), 4, "no_such_folder")
        nobody.remove()
        with open(self.counter.folder / "foyer.lock", "rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.ends(self.counter.run("performances"), 4, "folder_in_use")
        with open("/dev/full", "w", encoding="utf-8") as full:
            ended = subprocess.run([PROGRAM, "--data", str(self.counter.folder), "performances"],
                                   stdout=full, stderr=subprocess.PIPE, check=False, timeout=60,
                                   env=self.counter.environment)
        self.assertEqual(ended.returncode, 4)

    def testHelpAndVersionNeedNoCounter(self):
        for arguments in (("--help",), ("sell", "--help"), ("--version",)):
            ended = self.counter.tell(*arguments, FOYER_PASSPHRASE=None)
            self.assertEqual((ended.status, ended.err), (0, ""), ended)
            self.assertTrue(ended.out)
        self.assertIn("--tickets", self.counter.tell("sell", "--help").out)

    def testTheFolderComesFromTheOptionTheEnvironmentOrTheUsersData(self):
        home = Counter()
        try:
            names = {**home.environment, "XDG_DATA_HOME": str(home.root / "share")}
            arguments = ["init", "--organizer", "A", "--currency", "JPY", "--time-zone", "UTC"]
            subprocess.run([PROGRAM, *arguments], env=names, check=True, capture_output=True)
            self.assertTrue((home.root / "share" / "foyer" / "foyer.db").exists())
            names["FOYER_DATA"] = str(home.root / "elsewhere")
            subprocess.run([PROGRAM, *arguments], env=names, check=True, capture_output=True)
            self.assertTrue((home.root / "elsewhere" / "foyer.db").exists())
        finally:
            home.remove()

    def testTheDemonstrationSeasonCanBeSoldAtOnce(self):
        demo = Counter()
        try:
            made = self.ends(demo.init("--demo"), 0)
            self.assertGreater(made["season"]["performances"], 10)
            found = demo.run("performances", "--past").object["performances"]
            self.assertEqual(len(found), made["season"]["performances"])
            sold = demo.sell("--performance", "Hamlet", "--tickets", "Adult=2", "--pay", "cash=200")
            self.ends(sold, 0)
        finally:
            demo.remove()


if __name__ == "__main__":
    unittest.main()
