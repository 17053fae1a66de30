# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Customers pay by phone and at card readers, through a server and a payment provider on this computer.

The provider is a double that keeps state and is no part of Foyer; what it has at the end is what is true."""

import csv
import json
import os
import pathlib
import ssl
import subprocess
import time
import unittest
import urllib.error
import urllib.request

from counter import Counter, Story
from server import Server

DOUBLE = pathlib.Path(os.environ["FOYER_SOURCE_DIR"]) / "tests/support/payment_double"


READER = "reader:stripe:tmr_desk"
ADA = {"FOYER_USER": "Ada", "FOYER_SECRET": "a long way to tipperary"}


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Provider:
    """The double as a process; what customers do at it, and what it has."""

    def __init__(self, certificate):
        subprocess.run([str(DOUBLE / "install.sh")], check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            ["node", str(DOUBLE / "double.mjs")], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env={**os.environ, "NODE_EXTRA_CA_CERTS": str(certificate)}, text=True)
        self.port = json.loads(self.process.stdout.readline())["stripe"]
        self.url = f"http://127.0.0.1:{self.port}"

    def stop(self):
        self.process.stdin.close()
        self.process.wait(timeout=10)
        self.process.stdout.close()

    def do(self, name, **values):
        request = urllib.request.Request(f"{self.url}/_control/{name}", data=json.dumps(values).encode())
        with urllib.request.urlopen(request, timeout=30) as reply:
            return json.load(reply)

    def objects(self, kind):
        return self.do("objects", kind=kind)["objects"]

    def calls(self, beginning):
        return [call for call in self.do("calls")["calls"]
                if f"{call['method']} {call['path']}".startswith(beginning)]


class ProviderStory(Story):
    founding = ("--testing",)  # the provider's money is not real, and no real house takes such money

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server(cls.counter.root)
        cls.addClassCleanup(cls.server.stop)
        cls.server.start()  # makes its certificate, which the provider has to trust
        cls.server.stop()
        cls.certificate = cls.server.folder / "certificate.pem"
        cls.provider = Provider(cls.certificate)
        cls.addClassCleanup(cls.provider.stop)
        for name, secret in (("key", "sk_test_double"), ("webhook", "whsec_double")):
            (cls.server.folder / name).write_text(secret + "\n", encoding="utf-8")
        cls.server.environment |= {
            "FOYER_PAYMENTS_PROVIDERS": "stripe", "FOYER_PAYMENTS_TEST": "yes",
            "FOYER_PAYMENTS_STRIPE_URL": cls.provider.url,
            "FOYER_PAYMENTS_STRIPE_SECRETFILE": str(cls.server.folder / "key"),
            "FOYER_PAYMENTS_STRIPE_WEBHOOKSECRETFILE": str(cls.server.folder / "webhook"),
            "FOYER_PAYMENTS_STRIPE_READERS": "tmr_desk = Desk"}
        cls.server.start()
        cls.provider.do("reader_status", reader="tmr_desk", status="online")
        cls.provider.do("target", url=cls.server.environment["FOYER_SERVER_URL"] + "/v1/webhooks/stripe")
        done = cls.counter.run("server", "join", cls.server.invitation("Counter 1"))
        assert done.status == 0, done
        done = cls.counter.run("server", "sync")
        assert done.status == 0, done

    def kill(self):
        self.server.process.kill()
        self.server.process.communicate(timeout=30)
        self.server.process = None

    def sold(self, pay="online"):
        order = self.ends(self.counter.sell("--performance", "Club Night", "--tickets", "Regular=1",
                                            "--category", "Standing", "--pay", pay), 0)["order"]
        self.counter.run("server", "sync")
        return order

    def status(self, order, seconds=None):
        words = ("payment", "status", order["code"]) if seconds is None else (
            "payment", "wait", order["code"], "--seconds", seconds)
        return self.counter.run(*words).object["payments"][-1]

    def until(self, what, seconds=60):
        """What `what` answers, once that is something."""
        end = time.monotonic() + seconds
        while True:
            found = what()
            if found:
                return found
            self.assertLess(time.monotonic(), end, "it never comes")
            time.sleep(0.1)

    def opened(self, page):
        """What a browser gets of a page. All customers here have one address: who is told to wait, waits."""
        context = ssl.create_default_context(cafile=self.certificate)
        opener = urllib.request.build_opener(NoRedirect, urllib.request.HTTPSHandler(context=context))
        end = time.monotonic() + 60
        while True:
            try:
                with opener.open(page, timeout=30) as reply:
                    return reply.status, reply.read().decode(), reply.headers
            except urllib.error.HTTPError as refused:
                if refused.code != 429 or time.monotonic() > end:
                    return refused.code, refused.read().decode(), refused.headers
                time.sleep(float(refused.headers["Retry-After"]))

    def session(self, order):
        page = self.until(lambda: self.status(order).get("page"))
        status, text, headers = self.opened(page)
        self.assertEqual(status, 303, text)
        sessions = [each for each in self.provider.objects("sessions") if each["url"] == headers["Location"]]
        self.assertEqual(len(sessions), 1)
        return sessions[0]["id"], page

    def charges(self, order):
        name = self.status(order)["id"]
        return [each for each in self.provider.objects("charges")
                if name in json.dumps(each.get("metadata", {}))]

    def refunds(self, order):
        charges = {charge["id"] for charge in self.charges(order)}
        return [each for each in self.provider.objects("refunds") if each["charge"] in charges]

    def test1ACustomerPaysByPhone(self):
        order = self.sold()
        self.ends(self.counter.run("reprint", order["code"], "--pdf", self.counter.root / "early"), 1,
                  "payment_awaited")
        session, page = self.session(order)
        self.assertNotIn(session, page)
        self.provider.do("pay", id=session)
        paid = self.status(order, seconds=30)
        self.assertEqual(paid["state"], "settled", paid)
        status, text, headers = self.opened(page)
        self.assertEqual(status, 200)
        self.assertIn("Thank you", text)
        self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
        self.assertNotIn(order["code"], text)
        self.assertEqual(self.opened(page[:-3] + "AAA")[0], 404)
        self.assertEqual(len(self.charges(order)), 1)

    def test2WhatIsCancelledIsNotTakenAndCashIsTakenInstead(self):
        order = self.sold()
        session, page = self.session(order)
        self.provider.do("decline", id=session)
        self.ends(self.counter.run("payment", "cancel", order["code"]), 0)
        self.assertEqual(self.status(order, seconds=30)["end"], "canceled")
        self.assertIn("Not paid", self.opened(page)[1])
        self.ends(self.counter.run("payment", "instead", order["code"], "--pay", "cash=50"), 0)
        with self.assertRaises(urllib.error.HTTPError):
            self.provider.do("pay", id=session)

    def test3AtAReaderAndBack(self):
        order = self.sold(READER)
        self.until(lambda: self.provider.calls("POST /v1/terminal/readers/tmr_desk/process"))
        self.provider.do("present", reader="tmr_desk")
        self.assertEqual(self.status(order, seconds=30)["state"], "settled")
        self.ends(self.counter.run("void", order["code"], "--reason", "ill"), 0)
        self.counter.run("server", "sync")
        self.until(lambda: self.counter.run("server", "sync") and
                   self.status(order)["going_back"] == "0.00")
        self.assertEqual(len(self.refunds(order)), 1)

    def test4AServerThatIsKilledInACallTakesMoneyOnceAndGivesItBackOnce(self):
        """While a call that changes something is on its way. After a kill the next process waits for half a minute,
        so all calls are tried only where FOYER_TEST_EVERY_CALL is set; test_payment_desk tries them in one process."""
        calls = [("online", "POST /v1/checkout/sessions"), (READER, "capture"), ("online", "POST /v1/refunds")]
        if os.environ.get("FOYER_TEST_EVERY_CALL"):
            calls += [(READER, "POST /v1/payment_intents"), (READER, "POST /v1/terminal/readers/tmr_desk/process"),
                      (READER, "POST /v1/refunds")]
        for way, call in calls:
            with self.subTest(way=way, call=call):
                self.lived_through(way, call)

    def lived_through(self, way, call):
        self.provider.do("forget_calls")
        match = call
        if call == "capture":
            match = "POST /v1/payment_intents/"
        fault = {"faults": [{"match": match, "nth": 1, "do": "delay", "ms": 1500}]}

        def killed_in_it():
            self.until(lambda: [each for each in self.provider.calls("POST ")
                                if call.removeprefix("POST ") in each["path"]])
            self.kill()
            self.provider.do("faults", faults=[])
            self.server.start()

        is_first = call not in ("capture", "POST /v1/refunds")
        if is_first:
            self.provider.do("faults", **fault)
        order = self.sold(way)
        if is_first:
            killed_in_it()
        if call == "capture":
            self.provider.do("faults", **fault)
        if way == "online":
            self.provider.do("pay", id=self.session(order)[0])
        else:
            self.until(lambda: self.provider.calls("POST /v1/terminal/readers/tmr_desk/process"))
            self.until(lambda: self.pays_at_the_reader())
        if call == "capture":
            killed_in_it()
        self.until(lambda: self.status(order, seconds=5)["state"] == "settled", 90)
        if call == "POST /v1/refunds":
            self.provider.do("faults", **fault)
        self.ends(self.counter.run("void", order["code"], "--reason", "ill"), 0)
        self.counter.run("server", "sync")
        if call == "POST /v1/refunds":
            killed_in_it()
        self.until(lambda: self.counter.run("server", "sync") and
                   self.status(order)["going_back"] == "0.00", 90)
        charges = self.charges(order)
        self.assertEqual(len(charges), 1)
        self.assertEqual(charges[0]["amount_refunded"], charges[0]["amount"])
        self.assertEqual(len(self.refunds(order)), 1)

    def pays_at_the_reader(self):
        try:
            self.provider.do("present", reader="tmr_desk")
            return True
        except urllib.error.HTTPError:
            return False  # it shows nothing (yet)

    def test6WhatDoesNotGoOnByItselfIsShown(self):
        self.ends(self.counter.run("user", "add", "Ada", "--role", "administrator",
                                   FOYER_NEW_SECRET=ADA["FOYER_SECRET"]), 0)
        self.counter.environment |= ADA  # the server shows it to people only
        self.ends(self.counter.run("server", "sync"), 0)
        jobs = self.ends(self.counter.run("server", "jobs"), 0)["jobs"]
        self.assertIn("payment", {job["kind"] for job in jobs})
        self.assertEqual(self.ends(self.counter.run("payment", "troubles"), 0)["troubles"], [])
        self.ends(self.counter.run("payment", "retry", "00000000-0000-7000-8000-000000000000"), 1, "unknown_payment")
        self.ends(self.counter.run("server", "retry-job", "00000000-0000-7000-8000-000000000000"), 1, "unknown_job")

    def test7TheBooksAreComparedWithTheAccount(self):
        order = self.sold()
        self.provider.do("pay", id=self.session(order)[0])
        self.assertEqual(self.status(order, seconds=30)["state"], "settled")
        self.ends(self.counter.run("payment", "reconcile"), 0)
        self.until(lambda: any(job["kind"] == "reconcile" and not job["problem"] for job in
                               self.ends(self.counter.run("server", "jobs"), 0)["jobs"]))
        self.assertEqual(self.ends(self.counter.run("payment", "cases"), 0)["cases"], [])
        line = next(each for each in self.provider.objects("transactions") if each["type"] in ("charge", "payment"))
        self.provider.do("change", kind="transactions", id=line["id"], set={"amount": line["amount"] + 100,
                                                                            "net": line["net"] + 100})
        self.ends(self.counter.run("payment", "reconcile"), 0)
        case = self.until(lambda: self.ends(self.counter.run("payment", "cases"), 0)["cases"])[0]
        self.assertEqual(case["kind"], "amount_diff")
        self.ends(self.counter.run("payment", "end-case", case["provider"], case["kind"], case["subject"], "--note",
                                   "a fee of theirs"), 0)
        self.assertEqual(self.ends(self.counter.run("payment", "cases"), 0)["cases"], [])

    def test8TheOrganizerIsToldWhatWasComparedAndPaidOut(self):
        # Test money is compared, and never paid out: what is owed is the commission of what was sold.
        before = self.ends(self.counter.run("commission", "show"), 0)["commissions"]
        self.assertEqual(before, [])
        self.ends(self.counter.run("commission", "set", "--percent", "10", "--fixed", "0.30"), 0)
        self.ends(self.counter.run("commission", "set", "--percent", "10", "--from", "2020-01-01 00:00"), 1,
                  "commission_in_past")
        self.ends(self.counter.run("server", "sync"), 0)
        agreed = self.ends(self.counter.run("commission", "show"), 0)["commissions"]
        self.assertEqual([(each["percent"], each["fixed"], each["set_by"]) for each in agreed], [("10", "0.30", "Ada")])
        self.ends(self.counter.run("till", "open", "--float", "50.00"), 0)
        order = self.ends(self.counter.sell("--performance", "Club Night", "--tickets", "Regular=1",
                                            "--category", "Standing", "--pay", "cash=100"), 0)["order"]
        price = next(round(100 * float(line["gross"])) for line in order["lines"] if line["kind"] == "ticket")
        owed = (price * 10 + 50) // 100 + 30
        self.ends(self.counter.run("server", "sync"), 0)
        made = self.ends(self.counter.run("payout", "make"), 0)["payouts"]
        self.assertEqual([each["paid"] for each in made], ["0.00"])
        number = made[0]["number"]
        shown = self.ends(self.counter.run("payout", "show", number.lower()), 0)["payout"]
        self.assertEqual(shown["commission"], f"{owed / 100:.2f}")
        self.assertEqual(shown["carried_out"], f"{-owed / 100:.2f}")
        self.assertEqual(shown["taken"], "0.00")
        listed = self.ends(self.counter.run("payout", "list"), 0)["payouts"]
        self.assertEqual([each["number"] for each in listed], [number])
        self.ends(self.counter.run("payout", "show", "PO-1999-0001"), 1, "unknown_payout")
        self.ends(self.counter.run("payout", "statement", number), 2, "nothing_to_write")
        paper, table = self.counter.root / "statement.pdf", self.counter.root / "statement.csv"
        self.ends(self.counter.run("payout", "statement", number, "--pdf", paper, "--csv", table), 0)
        words = subprocess.run(["pdftotext", "-layout", str(paper), "-"], check=True, capture_output=True,
                               text=True).stdout
        for part in (number, "Club Night", "Carried over to the next payout", f"{owed / 100:.2f}"):
            self.assertIn(part, words)
        with open(table, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        sums = {row["name"]: row["amount"] for row in rows if row["kind"] == "sum"}
        self.assertEqual(sums["carried_out"], shown["carried_out"])
        self.assertEqual(sum(round(100 * float(row["commission"])) for row in rows if row["kind"] == "performance"),
                         owed)
        today = time.strftime("%Y-%m-%d", time.gmtime())
        then = time.strftime("%Y-%m-%d", time.gmtime(time.time() - 7 * 86400))
        self.ends(self.counter.run("payment", "reconciliation", "--from", "soon", "--to", today), 2, "bad_day")
        report = self.ends(self.counter.run("payment", "reconciliation", "--from", then, "--to", today,
                                            "--csv", table, "--pdf", paper), 0)
        self.assertTrue(any(day["provider"] == "stripe" and day["matched"] > 0 for day in report["days"]), report)
        ended = [each for each in report["cases"] if each["ended_by"] == "Ada"]
        self.assertEqual([each["note"] for each in ended], ["a fee of theirs"])
        with open(table, encoding="utf-8", newline="") as file:
            self.assertIn("a fee of theirs", {row["note"] for row in csv.DictReader(file)})

    def test5KeysForRealMoneyAreRefusedWhileTesting(self):
        (self.server.folder / "live").write_text("sk_live_" + "x" * 24, encoding="utf-8")
        other = Server(self.counter.root / "other")
        other.environment |= {name: value for name, value in self.server.environment.items()
                              if name.startswith("FOYER_PAYMENTS")}
        other.environment |= {"FOYER_PAYMENTS_STRIPE_SECRETFILE": str(self.server.folder / "live")}
        ended = other.run("--dev")
        self.assertEqual(ended.returncode, 3, ended)
        self.assertIn("real money", ended.stderr)
        self.assertNotIn("sk_live", ended.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
