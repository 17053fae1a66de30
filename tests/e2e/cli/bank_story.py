# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house's own bank account as a way to pay: what a customer is told, and what statements do."""

import re
import ssl
import time
import unittest
import urllib.request

from counter import Story
from server import Server

ADA = {"FOYER_USER": "Ada", "FOYER_SECRET": "a long way to tipperary"}
HEAD = "Buchungstag;Valutadatum;Betrag;Waehrung;Verwendungszweck;Beguenstigter/Zahlungspflichtiger\n"
PATIENCE = 120  # seconds; a busy machine is slow, and not wrong


def line(amount, text, name="Kim Moeller", day="30.11.2026"):
    return f"{day};{day};{amount};EUR;{text};{name}\n"


class BankStory(Story):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server = Server(cls.counter.root)
        cls.addClassCleanup(cls.server.stop)
        cls.server.start()  # makes its certificate, and finds a port
        cls.server.stop()
        cls.server.environment |= {
            "FOYER_PAYMENTS_PROVIDERS": "bank", "FOYER_PAYMENTS_BANK_HOLDER": "Ada's Players e.V.",
            "FOYER_PAYMENTS_BANK_IBAN": "DE89 3704 0044 0532 0130 00", "FOYER_PAYMENTS_BANK_DAYS": "10"}
        cls.server.start()
        for words in (("server", "join", cls.server.invitation("Counter 1")), ("server", "sync")):
            done = cls.counter.run(*words)
            assert done.status == 0, done
        done = cls.counter.run("user", "add", "Ada", "--role", "administrator",
                               FOYER_NEW_SECRET=ADA["FOYER_SECRET"])
        assert done.status == 0, done
        cls.counter.environment |= ADA
        done = cls.counter.run("server", "sync")
        assert done.status == 0, done

    def sold(self, pay="online", *more):
        order = self.ends(self.counter.sell("--performance", "Club Night", "--tickets", "Regular=1",
                                            "--category", "Standing", "--pay", pay, *more), 0)["order"]
        self.ends(self.counter.run("server", "sync"), 0)
        return order

    def status(self, order):
        self.ends(self.counter.run("server", "sync"), 0)
        return self.counter.run("payment", "status", order["code"]).object["payments"][-1]

    def until(self, what):
        end = time.monotonic() + PATIENCE
        while not (found := what()):
            self.assertLess(time.monotonic(), end, "it never comes")
            time.sleep(0.2)
        return found

    def page(self, order):
        """What the customer reads."""
        context = ssl.create_default_context(cafile=self.server.folder / "certificate.pem")

        def shown():
            address = self.status(order).get("page")
            if not address:
                return None
            with urllib.request.urlopen(address, timeout=30, context=context) as reply:
                text = reply.read().decode()
            return text if "IBAN" in text else None
        return self.until(shown)

    def reference(self, order):
        return re.search(r"<dd>(RF[0-9A-Z ]+)</dd>", self.page(order)).group(1)

    def bank(self, *words):
        """Each command signs in anew, and the server takes only so many of that a minute."""
        end = time.monotonic() + PATIENCE
        while (ended := self.counter.run("bank", *words)).code == "too_many_requests":
            self.assertLess(time.monotonic(), end)
            time.sleep(1)
        return ended

    def take(self, *lines):
        file = self.counter.file("statement.csv", HEAD + "".join(lines))
        return self.ends(self.bank("import", file), 0)

    def lines(self):
        return self.ends(self.bank("lines", "--unmatched"), 0)["lines"]

    def test1ATransferPaysWhatItsReferenceSays(self):
        order = self.sold()
        type(self).price = order["total"]
        text = self.page(order)
        for words in ("Ada&#39;s Players e.V.", "DE89 3704 0044 0532 0130 00", order["total"]):
            self.assertIn(words, text)
        reference = self.reference(order).replace(" ", "").lower()  # people write it as they like
        self.assertEqual(self.take(line("-3,50", "Gebuehr", "Bank"))["ignored"], 1)
        amount = order["total"].replace(".", ",")
        taken = self.take(line("-3,50", "Gebuehr", "Bank"), line(amount, f"Karten {reference} danke"))
        self.assertEqual((taken["matched"], taken["unmatched"]), (1, 0))
        self.until(lambda: self.status(order)["state"] == "settled")
        again = self.take(line(amount, f"Karten {reference} danke"))
        self.assertEqual((again["known"], again["matched"]), (1, 0))
        self.ends(self.counter.run("order", order["code"], "--pdf", self.counter.root / "papers"), 0)

    def test2WhatNobodyIsFoundForIsAssigned(self):
        order = self.sold()
        self.page(order)
        taken = self.take(line(order["total"].replace(".", ","), "fuer die Karten", "Oma"))
        self.assertEqual((taken["matched"], taken["unmatched"]), (0, 1))
        found = self.lines()
        self.assertEqual([each["name"] for each in found], ["Oma"])
        self.ends(self.bank("assign", found[0]["id"], "nobody"), 1, "unknown_target")
        self.ends(self.bank("assign", found[0]["id"], order["code"]), 0)
        self.until(lambda: self.status(order)["state"] == "settled")
        self.assertEqual(self.lines(), [])

    def test3AnInvoiceIsPaidByItsNumber(self):
        self.ends(self.counter.sell("--performance", "Club Night", "--tickets", "Regular=1", "--category",
                                    "Standing", "--pay", f"invoice={self.price}", "--customer", "name=Tra Inee",
                                    "--invoice", "name=Engines Ltd,address=1 Mill Lane;London,days=30"), 0)
        self.ends(self.counter.run("server", "sync"), 0)

        def invoice():
            self.ends(self.counter.run("server", "sync"), 0)
            return self.ends(self.counter.run("invoice", "list", "--all"), 0)["invoices"][0]
        first = invoice()
        self.assertEqual(first["state"], "open")
        number = first["number"].replace("-", " ")
        self.assertEqual(self.take(line(first["open"].replace(".", ","), f"Rechnung {number}"))["matched"], 1)
        self.until(lambda: invoice()["state"] == "paid")

    def test4WhatIsNotUnderstoodIsRefusedWithItsPlace(self):
        file = self.counter.file("statement.csv", HEAD + line("1,2,3", "x"))
        refused = self.bank("import", file)
        self.ends(refused, 1, "bad_statement")
        self.assertIn("2", refused.object["error"]["message"])
        self.ends(self.bank("import", self.counter.root / "nothing"), 3, "no_such_file")
        self.assertEqual(self.ends(self.bank("outgoing"), 0)["outgoing"], [])
        self.ends(self.counter.run("verify"), 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
