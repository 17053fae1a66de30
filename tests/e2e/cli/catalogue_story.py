# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seating plans and seasons from files, good ones and bad ones."""

import unittest

from counter import SAMPLES, SEASON, SOURCE, Counter, Story


class CatalogueStory(Story):
    def refuses(self, name, content, where, *kind):
        """A bad file is refused with the place of its fault, and changes nothing."""
        path = self.counter.file(name, content)
        bad = self.changes_nothing(lambda: self.counter.run(*kind, "import", path))
        self.ends(bad, 3)
        self.assertIn(where, bad.object["error"]["where"])
        self.assertIn(name, bad.object["error"]["where"])
        return bad

    def refusesSeason(self, changed, where, code="bad_season"):
        self.assertNotEqual(changed, SEASON)
        self.assertEqual(self.refuses("bad.csv", changed, where, "season").code, code)

    def testAPlanIsListedWithItsPlaces(self):
        plans = self.ends(self.counter.run("plan", "list"), 0)["plans"]
        self.assertEqual([plan["name"] for plan in plans], ["Club", "Playhouse"])
        self.assertEqual((plans[0]["seats"], plans[0]["standing"]), (48, 120))

    def testAPlanOfANameThatIsTakenNeedsAnother(self):
        club = SOURCE / "resources/demo/plans/club.json"
        self.ends(self.changes_nothing(lambda: self.counter.run("plan", "import", club)), 1,
                  "plan_known")
        counter = Counter()
        try:
            counter.init()
            for name in ("One", "Two"):
                plan = self.ends(counter.run("plan", "import", club, "--name", name), 0)["plan"]
                self.assertEqual(plan["name"], name)
        finally:
            counter.remove()

    def testEverySampleIsKeptOrItsFaultIsNamed(self):
        if not SAMPLES.is_dir():
            self.skipTest("the samples are not here")
        files = [*SAMPLES.glob("pretix/seating/*.json"), *SAMPLES.glob("seatsio/*.json")]
        self.assertGreater(len(files), 4)
        seats = 0
        for number, path in enumerate(files):
            done = self.counter.run("plan", "import", path, "--name", f"Sample {number}")
            if "WithErrors" in path.name:
                self.ends(done, 3, "bad_plan")
                self.assertIn("$.", done.object["error"]["where"])
                self.assertGreater(len(done.object["error"]["facts"]), 1)
            else:
                plan = self.ends(done, 0)["plan"]
                self.assertEqual(plan["name"], f"Sample {number}")
                seats = max(seats, plan["seats"])
        self.assertGreater(seats, 5000)

    def testABadPlanIsRefusedWithItsPlace(self):
        self.refuses("plan.json", '{"name": "X", "zones": [}', "", "plan")
        self.refuses("plan.json", "[1, 2]", "", "plan")
        self.refuses("plan.json", "", "", "plan")

    def testAFileThatIsNotThereIsSaid(self):
        self.ends(self.counter.run("plan", "import", "/nowhere/plan.json"), 3, "no_such_file")
        self.ends(self.counter.run("season", "import", self.counter.root), 4, "file_unreadable")

    def testASeasonIsListedByDayAndFoundByAnyWord(self):
        found = self.ends(self.counter.run("performances"), 0)["performances"]
        starts = [performance["starts_at"] for performance in found]
        self.assertEqual(starts, sorted(starts))
        self.assertEqual(len(found), 4)
        self.assertEqual([p["event"] for p in self.counter.run(
            "performances", "TRAGEDY play").object["performances"]], ["Hamlet", "Hamlet"])
        self.assertEqual(self.counter.run("performances", "nothing").object["performances"], [])

    def testAnIdOrItsEndNamesAPerformance(self):
        found = self.counter.run("performances", "hamlet").object["performances"]
        for name in (found[1]["id"], found[1]["id"][-8:]):
            shown = self.ends(self.counter.run("seats", "--performance", name), 0)
            self.assertEqual(shown["performance"]["id"], found[1]["id"])
        self.ends(self.counter.run("seats", "--performance", "Macbeth"), 1, "unknown_performance")

    def testSeatsHaveStatesAndCategoriesHavePrices(self):
        shown = self.ends(self.counter.run("seats", "--performance", "Hamlet"), 0)
        premium = shown["categories"][0]
        self.assertEqual(premium["name"], "Premium")
        self.assertEqual(premium["prices"], {"Adult": "45.00", "Child": "22.50"})
        self.assertTrue(premium["seated"])
        free = sum(1 for seat in shown["seats"]
                   if seat["state"] == "free" and seat["category"] == "Premium")
        self.assertEqual(premium["left"], free)
        jazz = self.ends(self.counter.run("seats", "--performance", "Late Jazz"), 0)
        self.assertEqual(jazz["seats"], [])
        self.assertEqual(jazz["categories"][0]["left"], 5)

    def testABadSeasonIsRefusedWithLineAndColumn(self):
        lines = SEASON.split("\n")
        twice = lines.index("price,,,,,,,,,,Premium,Adult,45.00") + 1
        self.refusesSeason(SEASON.replace("Premium,Adult,45.00", "Premium,Adult,45.005"),
                           f"line {twice}, column price")
        self.refusesSeason(SEASON.replace("Premium,Adult,45.00", "Premium,Adult,-1"),
                           f"line {twice}, column price")
        self.refusesSeason(SEASON.replace("Premium,Adult,45.00", "Prmium,Adult,45.00"),
                           f"line {twice}, column category")
        self.refusesSeason(SEASON.replace("tax,,VAT 7 %,,,,,7,yes", "tax,,VAT 7 %,,,,,seven,yes"),
                           "line 4, column rate")
        self.refusesSeason(SEASON.replace("+7,19:30", "2026-02-30,19:30"), "column time")
        self.refusesSeason(SEASON.replace("+7,19:30", "2027-03-28,02:30"), "column time")
        self.refusesSeason(SEASON.replace("fee,,Booking", "fe,,Booking"), "column row")
        self.refusesSeason(SEASON.replace("category,,Standing", "category,,Standing,,Playhouse"),
                           "column venue")
        self.refusesSeason(SEASON.replace("+1,22:00,,5", "+1,22:00,,"), "column capacity")
        self.refusesSeason(SEASON + "venue,,Playhouse\n", "column name")

    def testACsvThatIsNotOneIsRefused(self):
        self.refusesSeason(SEASON.replace('Springfield"', "Springfield"), "line 2", "bad_csv")
        self.refusesSeason(SEASON.replace("row,event", "row,evnt"), "line 1, column evnt", "bad_csv")
        self.refusesSeason(SEASON + "," * 40 + "x\n", "column 26", "bad_csv")
        self.refusesSeason("", "line 1", "bad_csv")
        path = self.counter.root / "latin.csv"
        path.write_bytes(SEASON.replace("Hamlet", "Höchste Zeit").encode("latin-1"))
        self.ends(self.counter.run("season", "import", path), 3, "bad_csv")

    def testATimeThatTheClocksShowTwiceIsImportedWithAWarning(self):
        counter = Counter()
        try:
            counter.init()
            counter.load_season()
            twice = SEASON.replace("+7,19:30,18:45", "2027-10-31,02:30,01:45")
            number = twice[:twice.index("02:30")].count("\n") + 1
            place = f"autumn.csv: line {number}, column time"
            path = counter.file("autumn.csv", twice)
            season = self.ends(counter.run("season", "import", path), 0)["season"]
            self.assertEqual(season["events"], 3)
            warning, = season["warnings"]
            self.assertIn(place, warning["where"])
            self.assertIn("The first was taken", warning["message"])
            told = counter.tell("season", "import", path)
            self.assertEqual(told.status, 0)
            self.assertIn(f"{place}): On 2027-10-31", told.out)
        finally:
            counter.remove()

    def testASeasonThatTheCatalogueCannotTakeChangesNothing(self):
        self.refuses("bad.csv", SEASON.replace(",Club,+2", ",Clubb,+2"), "plan", "season")
        self.refuses("bad.csv", SEASON.replace("type,,Adult,,,,,,,VAT 7 %", "type,,Adult,,,,,,,VAT 8 %"),
                     "tax", "season")

    def testASeasonOfASpreadsheetWithSemicolonsIsRead(self):
        counter = Counter()
        try:
            counter.init()
            content = "\ufeffrow;name;venue;event;type;category;price;date;time;capacity\r\n" \
                      "venue;Hall;;;;;;;;\r\nevent;Ball;Hall;;;;;;;\r\n" \
                      "category;Floor;;;;;;;;\r\ntype;Guest;;;;;;;;\r\n" \
                      'price;;;Ball;Guest;Floor;"12,50";;;\r\n' \
                      "performance;;;Ball;;;;+1;20:00;10\r\n"
            done = counter.run("season", "import", counter.file("season.csv", content))
            self.assertEqual(self.ends(done, 0)["season"], {"events": 1, "performances": 1})
            order = counter.sell("--performance", "Ball", "--tickets", "Guest=2", "--pay", "cash=25")
            self.assertEqual(self.ends(order, 0)["order"]["total"], "25.00")
        finally:
            counter.remove()


if __name__ == "__main__":
    unittest.main()
