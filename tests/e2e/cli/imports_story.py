# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Orders of other systems: looked at, brought, scanned, taken back; and everything written out again."""

import collections
import csv
import decimal
import hashlib
import json
import sqlite3
import unittest

import icalendar

from counter import SAMPLES, SOON, SOURCE, Story

HEADERS = ["Bestellnummer", "Bestelldatum", "Veranstaltung", "Datum", "Uhrzeit", "Kartenart", "Preis", "Steuersatz",
           "Nachname", "E-Mail", "Barcode", "Status"]


def row(order, name, code, price="12,50", status="bezahlt", event="Fremdes Stück", kind="Normal"):
    return [order, "01.10.2026", event, SOON.strftime("%d.%m.%Y"), SOON.strftime("%H:%M"), kind, price, "7", name,
            f"{name.split()[0].lower()}@example.org" if name.isascii() else "", code, status]


ROWS = [
    row("A-1", "Ada Lovelace", "old-1"),
    row("A-2", "=cmd()", "old-2", "1.234,50"),
    row("A-1", "Ada Lovelace", "old-3"),
    row("A-3", "שרה כהן", "old-4"),
    row("A-4", "Late", "old-5", status="storniert"),
    row("A-5", "Broken", "old-6", price="viel"),
    row("A-6", "Elsewhere", "old-7", event="Hamlet", kind="Pensioner"),
]


class ImportsStory(Story):
    def does(self, *words):
        return self.ends(self.counter.run(*words), 0)

    def table(self):
        path = self.counter.root / "alt.csv"
        with open(path, "w", newline="", encoding="utf-8-sig") as file:
            csv.writer(file, delimiter=";").writerows([HEADERS, *ROWS])
        return path

    def database(self):
        return sqlite3.connect(f"file:{self.counter.folder / 'foyer.db'}?mode=ro", uri=True)

    def test1OrdersAreBroughtAndTakenBack(self):
        words = ("import", "orders", self.table(), "--from", "csv", "--make-missing", "--venue", "Playhouse")
        tried = self.does(*words, "--dry-run")["import"]
        self.assertEqual((tried["orders"], tried["added"], tried["tickets"], tried["left_out"], tried["refused"]),
                         (6, 3, 4, 1, 2))
        self.assertEqual(tried["money"], {"EUR": "1272.00"})
        self.assertEqual(tried["events_made"], ["Fremdes Stück"])
        self.assertEqual([each["code"] for each in tried["refusals"]], ["bad_amount", "unknown_type"])
        self.assertEqual(self.does("import", "list")["imports"], [])
        done = self.does(*words)["import"]
        self.assertEqual({**done, "id": ""}, {**tried, "id": "", "customers": done["customers"]})
        self.assertEqual(self.does(*words)["import"]["known"], 3)
        self.assertEqual(self.does("scan", "old-1", "--gate", "North")["scan"]["outcome"], "admitted")
        self.ends(self.counter.run("scan", "old-1", "--gate", "South"), 1, "already_used")
        undone = self.does("import", "undo", done["id"])
        self.assertEqual((undone["voided"], undone["kept"], undone["kept_orders"]), (2, 1, ["A-1"]))
        states = {each["id"]: each["state"] for each in self.does("import", "list")["imports"]}
        self.assertEqual(states[done["id"]], "undone")
        self.ends(self.counter.run("import", "undo", done["id"]), 1, "import_undone")
        self.ends(self.counter.run("import", "orders", self.counter.file("x.json", "[{"), "--from", "pretix"), 3,
                  "json_syntax")
        self.does("verify")

    def test2WhatIsExportedCanBeReadAndAddsUp(self):
        self.ends(self.counter.sell("--performance", "Late Jazz", "--tickets", "Regular=2", "--pay", "cash=50"), 0)
        lines, sheets = self.counter.root / "jsonl", self.counter.root / "csv"
        self.ends(self.counter.run("export", "customers", "--to", lines), 2, "persons_not_meant")
        self.does("export", "all", "--to", lines, "--persons")
        self.does("export", "all", "--to", sheets, "--persons", "--format", "csv")
        manifest = json.loads((lines / "manifest.json").read_text(encoding="utf-8"))
        self.assertEqual(manifest["format"], "foyer-export-1")
        tables = {}
        for file in manifest["files"]:
            content = (lines / file["name"]).read_bytes()
            self.assertEqual(hashlib.sha256(content).hexdigest(), file["sha256"])
            tables[file["table"]] = [json.loads(line) for line in content.decode().splitlines()]
            self.assertEqual(len(tables[file["table"]]), file["rows"])
            with open(sheets / (file["table"] + ".csv"), newline="", encoding="utf-8") as sheet:
                rows = list(csv.DictReader(sheet))
            self.assertEqual(len(rows), file["rows"])
            for cell in (cell for each in rows for cell in each.values()):
                self.assertFalse(cell[:1] in ("=", "+", "@", "\t", "\r"), cell)
        with self.database() as database:
            (total,) = database.execute("SELECT sum(total) FROM sale_order").fetchone()
            (tickets,) = database.execute("SELECT count(*) FROM ticket").fetchone()
            (ledger,) = database.execute("SELECT count(*) FROM ledger_line").fetchone()
        self.assertEqual(sum(decimal.Decimal(each["total"]) for each in tables["orders"]), decimal.Decimal(total) / 100)
        self.assertEqual((len(tables["tickets"]), len(tables["ledger"])), (tickets, ledger))
        self.assertEqual(sum(decimal.Decimal(each["amount"]) for each in tables["ledger"]), 0)
        self.assertIn("=cmd()", [each["name"] for each in tables["customers"]])
        self.assertEqual({each["source"] for each in tables["orders"]}, {None, "csv"})
        self.assertEqual((lines / "customers.jsonl").stat().st_mode & 0o077, 0)

    def test3TheJournalOfAccountsBalancesDocumentByDocument(self):
        folder = self.counter.root / "books"
        self.does("export", "journal", "--to", folder)
        with open(folder / "journal.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        self.assertGreater(len(rows), 4)
        sums = collections.Counter()
        for each in rows:
            sums[each["document"], each["currency"]] += (decimal.Decimal(each["debit"] or 0) -
                                                         decimal.Decimal(each["credit"] or 0))
        self.assertEqual(set(sums.values()), {0})
        self.assertIn("imported", [each["account"] for each in rows])
        self.does("export", "journal", "--to", folder, "--until-day", "2020-01-01")
        self.assertEqual(len((folder / "journal.csv").read_text(encoding="utf-8").splitlines()), 1)
        self.ends(self.counter.run("export", "journal", "--to", folder, "--from-day", "soon"), 2, "bad_day")

    def test4CalendarsHaveEveryDateOfAVenue(self):
        folder = self.counter.root / "calendars"
        (name,) = self.does("export", "ical", "--to", folder)["files"]
        calendar = icalendar.Calendar.from_ical((folder / name).read_bytes())
        dates = [each for each in calendar.walk("VEVENT")]
        self.assertEqual({str(each["SUMMARY"]) for each in dates},
                         {"Hamlet", "Late Jazz", "Club Night", "Fremdes Stück"})
        self.assertEqual(len({str(each["UID"]) for each in dates}), 5)
        self.assertEqual(len(calendar.walk("VTIMEZONE")), 1)
        soon = [each for each in dates if str(each["SUMMARY"]) == "Fremdes Stück"]
        self.assertEqual(soon[0]["DTSTART"].dt.strftime("%H:%M"), SOON.strftime("%H:%M"))

    @unittest.skipUnless((SAMPLES / "pretix/orders").is_dir(), "no samples here")
    def test5SamplesOfPretixComeInAsTheyAre(self):
        files = sorted(file for folder in ("orders", "items", "events")
                       for file in (SAMPLES / "pretix" / folder).iterdir())
        orders = [json.loads(file.read_text(encoding="utf-8")) for file in files if file.parent.name == "orders"]
        items = {each["id"]: each for each in (json.loads(file.read_text(encoding="utf-8"))
                                               for file in files if file.parent.name == "items")}
        paid = [each for each in orders if each["status"] == "p" and not each["testmode"]]
        tickets = [each for order in paid for each in order["positions"]
                   if not each.get("canceled") and items.get(each["item"], {}).get("admission", True)]
        done = self.does("import", "orders", *files, "--make-missing")["import"]
        self.assertEqual((done["orders"], done["added"], done["tickets"], done["refused"]),
                         (len(orders), len(paid), len(tickets), 0), done)
        self.assertEqual(done["admitted"], sum(bool(each["checkins"]) for each in tickets))
        self.assertEqual(decimal.Decimal(done["money"]["EUR"]),
                         sum(decimal.Decimal(each["price"]) for order in paid for each in order["positions"]
                             if not each.get("canceled")) +
                         sum(decimal.Decimal(fee["value"]) for order in paid for fee in order["fees"]))
        self.does("verify")

    def test6AnswersOfPretixComeIn(self):
        files = sorted((SOURCE / "tests/data/pretix").glob("*.json"))
        done = self.does("import", "orders", *files, "--make-missing", "--venue", "Playhouse")["import"]
        self.assertEqual((done["orders"], done["added"], done["tickets"], done["left_out"], done["refused"]),
                         (3, 1, 2, 2, 0), done)
        self.assertEqual((done["admitted"], done["money"], done["events_made"]), (1, {"EUR": "53.50"}, ["Die Möwe"]))

    def test7TablesOfEventbriteAndAlfioComeInAndAreGoneOnWith(self):
        headers = ("Order #,Order Date,Email,Quantity,Ticket Type,Total Paid,Currency,Attendee Status,Event Name,"
                   "Attendee #,Barcode #")
        rows = [f"{order},2026-10-01 12:00:00,{name}@example.org,1,Regular,12.00,EUR,Attending,Late Jazz,{order},"
                f"b{order}" for order, name in ((77, "ada"), (78, "bo"))]
        half = self.counter.file("half.csv", "\n".join([headers, rows[0]]))
        whole = self.counter.file("whole.csv", "\n".join([headers, *rows]))
        begun = self.does("import", "orders", half, "--from", "eventbrite")["import"]
        self.assertEqual((begun["added"], begun["tickets"], begun["money"]), (1, 1, {"EUR": "12.00"}))
        went_on = self.does("import", "go-on", begun["id"], whole, "--from", "eventbrite")["import"]
        self.assertEqual((went_on["id"], went_on["known"], went_on["added"]), (begun["id"], 1, 1))
        orders = {each["id"]: each["orders"] for each in self.does("import", "list")["imports"]}
        self.assertEqual(orders[begun["id"]], 2)
        alfio = self.counter.file("alfio.csv", (
            "ID,Creation,Category,Event,Status,PaidPrice,VAT,ReservationID,Full Name,E-Mail,Language\n"
            "t-1,2026-10-01T12:00:00Z,Regular,Late Jazz,ACQUIRED,12.00,0.79,r-1,Cleo,cleo@example.org,de\n"))
        self.ends(self.counter.run("import", "go-on", begun["id"], alfio, "--from", "alfio"), 1, "unknown_import")
        self.assertEqual(self.does("import", "orders", alfio, "--from", "alfio")["import"]["added"], 1)
        undone = self.does("import", "undo", begun["id"])
        self.assertEqual((undone["voided"], undone["kept"]), (2, 0))
        self.does("verify")


if __name__ == "__main__":
    unittest.main()
