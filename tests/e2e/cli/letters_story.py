# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A house with a server and a mail server that is not ours: what customers get, and that a server which is
killed between the steps sends it once."""

import contextlib
import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

from counter import Story
from server import Server

SMTP = pathlib.Path(os.environ["FOYER_SOURCE_DIR"]) / "tests/support/smtp_server.py"
ADA = {"FOYER_USER": "Ada", "FOYER_SECRET": "a long way to tipperary"}
PATIENCE = 120  # seconds; a busy machine is slow, and not wrong


class LettersStory(Story):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server(cls.counter.root)
        cls.addClassCleanup(cls.server.stop)
        cls.server.start()  # makes its certificate, which the mail server borrows
        cls.server.stop()
        cls.mailbox = subprocess.Popen(
            [sys.executable, str(SMTP), str(cls.server.folder / "certificate.pem"),
             str(cls.server.folder / "certificate.key"), "starttls"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        cls.addClassCleanup(cls.mailbox.stdout.close)
        cls.addClassCleanup(cls.mailbox.wait)
        cls.addClassCleanup(cls.mailbox.stdin.close)
        cls.port = cls.mailbox.stdout.readline().strip()
        password = cls.server.folder / "mail-password"
        password.write_text("open sesame\n", encoding="utf-8")
        cls.server.environment |= {
            "FOYER_MAIL_HOST": "localhost", "FOYER_MAIL_PORT": cls.port, "FOYER_MAIL_USER": "box",
            "FOYER_MAIL_PASSWORDFILE": str(password), "FOYER_MAIL_BOUNCES": "box@foyer.test",
            "FOYER_MAIL_AUTHORITIES": str(cls.server.folder / "certificate.pem")}
        cls.server.start()
        done = cls.counter.run("server", "join", cls.server.invitation("Counter 1"))
        assert done.status == 0, done

    def mail(self):
        """The next one that arrives."""
        while True:
            told = json.loads(self.mailbox.stdout.readline())
            if "sign_in" not in told:
                return told

    def sell(self, email, *more):
        order = self.ends(self.counter.sell("--performance", "Hamlet", "--tickets", "Adult=2", "--category",
                                            "Standard", "--pay", "cash=100", "--customer",
                                            f"name=Kim Möller,email={email}", *more), 0)["order"]
        self.ends(self.counter.run("server", "sync"), 0)
        return order["code"]

    def kill(self):
        self.server.process.send_signal(signal.SIGKILL)
        self.server.process.communicate(timeout=30)
        self.server.process = None

    def mails(self, state):
        """How many there are at the server."""
        file = f"file:{self.server.folder / 'server.db'}?mode=ro"
        with contextlib.closing(sqlite3.connect(file, uri=True)) as database:
            return database.execute("SELECT count(*) FROM mail WHERE state = ?", [state]).fetchone()[0]

    def wait_for(self, what):
        until = time.monotonic() + PATIENCE
        while not what():
            self.assertLess(time.monotonic(), until)
            time.sleep(0.1)

    def test1TheTicketsInAMailAdmit(self):
        code = self.sell("kim@example.test")
        mail = self.mail()
        self.assertEqual(mail["to"], [["Kim Möller", "kim@example.test"]])
        self.assertEqual(mail["from"], [["Ada's Players", "box@foyer.test"]])
        self.assertTrue(mail["tls"])
        self.assertEqual(mail["user"], "box")
        self.assertEqual(mail["defects"], [])
        self.assertIn(code, mail["subject"])
        self.assertIn("Hamlet", mail["text"])
        self.assertIn("Ada&apos;s", mail["html"])
        self.assertEqual(mail["calendar"][0]["zone"], "Europe/Berlin")
        subprocess.run(["pdftoppm", "-r", "300", "-png", mail["pdfs"][0], self.counter.root / "page"], check=True)
        found = subprocess.run(
            ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable",
             *sorted(map(str, self.counter.root.glob("page*.png")))],
            check=True, capture_output=True, text=True).stdout.split("\n")
        codes = [each for each in found if each]
        self.assertEqual(len(codes), 2)
        self.ends(self.counter.run("server", "sync"), 0)  # hears of the key that the server signs with
        for each in codes:
            self.ends(self.counter.run("scan", each), 0)
        self.wait_for(lambda: "mail.ended" in self.history(code))

    def history(self, code):
        self.ends(self.counter.run("server", "sync"), 0)
        return [each["kind"] for each in self.ends(self.counter.run("history", code), 0)["history"]]

    def test2KilledBetweenTheStepsItSendsOneMail(self):
        self.server.stop()
        self.server.environment["FOYER_MAIL_PORT"] = "1"  # the mail server is away
        self.server.start()
        before = self.mails("sent")
        code = self.sell("ann@example.test")
        self.kill()  # the order has arrived; its mail may not be written yet
        self.server.start()
        self.wait_for(lambda: self.mails("waiting") == 1)
        self.kill()  # written and tried, perhaps
        self.server.environment["FOYER_MAIL_PORT"] = self.port
        self.server.start()
        self.wait_for(lambda: self.mails("sent") == before + 1)
        self.kill()  # sent, and its order's history does not know it, perhaps
        self.server.start()
        self.wait_for(lambda: "mail.ended" in self.history(code))
        self.assertEqual(self.history(code).count("mail.ended"), 1)
        self.assertEqual(self.mail()["to"][0][1], "ann@example.test")
        self.sell("bob@example.test")
        self.assertEqual(self.mail()["to"][0][1], "bob@example.test")

    def test3TemplatesAndSettingsAreTheOrganizers(self):
        refused = self.counter.run("mail", "template", "set", "refund", "--subject", "{{{customer}}}")
        self.ends(refused, 3, "bad_template")
        text = self.counter.file("text", "Dear {{custmer}}\n")
        refused = self.counter.run("mail", "template", "set", "refund", "--text", text)
        self.ends(refused, 3, "unknown_name")
        self.assertIn("1", refused.object["error"]["where"])
        text = self.counter.file("text", "Dear {{customer}},\n\n{{refunded}} is yours.\n")
        self.ends(self.counter.run("mail", "template", "set", "refund", "--subject", "Money for {{order}}",
                                   "--text", text), 0)
        shown = self.ends(self.counter.run("mail", "template", "preview", "refund"), 0)["mail"]
        self.assertIn("Kim <Example> & Co", shown["text"])
        self.assertIn("Kim &lt;Example&gt; &amp; Co", shown["html"])
        settings = self.ends(self.counter.run("mail", "settings", "--reply-to", "desk@players.test"), 0)["mail"]
        self.assertEqual(settings["sends"], {"confirmation": True, "refund": True, "changed": False,
                                             "postponed": False, "cancelled": False, "reminder": False})
        code = self.sell("eve@example.test")
        self.assertEqual(self.mail()["reply_to"][0][1], "desk@players.test")
        self.ends(self.counter.run("refund", code, "--reason", "ill"), 0)
        self.ends(self.counter.run("server", "sync"), 0)
        back = self.mail()
        self.assertIn(f"Money for {code}", back["subject"])
        self.assertIn("is yours", back["text"])
        self.ends(self.counter.run("mail", "template", "reset", "refund"), 0)
        self.assertEqual(self.ends(self.counter.run("mail", "templates"), 0)["templates"], [])

    def test4BuyersAreWrittenTo(self):
        text = self.counter.file("news", "The bar opens at six.\n\nYours\n")
        self.ends(self.counter.run("mail", "buyers", "Hamlet", "--subject", "News", "--text", text), 0)
        self.ends(self.counter.run("server", "sync"), 0)
        mails = [self.mail() for _ in range(3)]  # eve has given her tickets back
        self.assertEqual(sorted(mail["to"][0][1] for mail in mails),
                         ["ann@example.test", "bob@example.test", "kim@example.test"])
        self.assertTrue(all(mail["subject"] == "News" for mail in mails))
        self.assertTrue(all("/v1/unsubscribe/" in mail["unsubscribe"] for mail in mails))

    def test5AnAddressThatMailsCameBackFromMayBeAllowedAgain(self):
        code = self.sell("gone@example.test")
        self.wait_for(lambda: "mail.ended" in self.history(code))
        self.ends(self.counter.run("user", "add", "Ada", "--role", "administrator",
                                   FOYER_NEW_SECRET=ADA["FOYER_SECRET"]), 0)
        self.counter.environment |= ADA  # the server tells people only
        self.ends(self.counter.run("server", "sync"), 0)
        known = self.ends(self.counter.run("mail", "address", "GONE@example.test"), 0)["address"]
        self.assertEqual(known, {"came_back": True, "unsubscribed": False})
        self.assertIn("came back", self.counter.tell("mail", "address", "gone@example.test").out)
        known = self.ends(self.counter.run("mail", "address", "gone@example.test", "--allow"), 0)["address"]
        self.assertFalse(known["came_back"])
        known = self.ends(self.counter.run("mail", "address", "kim@example.test"), 0)["address"]
        self.assertEqual(known, {"came_back": False, "unsubscribed": False})
        self.ends(self.counter.run("mail", "address", "nobody"), 1, "bad_address")


if __name__ == "__main__":
    unittest.main(verbosity=2)
