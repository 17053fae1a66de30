# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An organizer makes a seated event with two dates and three prices, publishes it, sells, changes its price, moves
one date, cancels the other, and gives back the money for that."""

import datetime
import json
import unittest
import zoneinfo

from counter import Story

ZONE = zoneinfo.ZoneInfo("Europe/Berlin")
FIRST = (datetime.datetime.now(ZONE) + datetime.timedelta(days=20)).replace(hour=19, minute=30)
SECOND = FIRST + datetime.timedelta(days=1)


def shown(moment):
    return f"{moment:%Y-%m-%d %H:%M}"


class EventsStory(Story):
    def event(self, *words):
        return self.ends(self.counter.run("event", *words), 0)

    def sell(self, date, *words):
        return self.counter.sell("--performance", date, *words)

    def dates(self):
        return {date["starts"]: date for date in self.event("show", "The Tempest")["event"]["dates"]}

    def test1AnEventIsMadeStepByStep(self):
        self.ends(self.counter.run("tax", "create", "VAT 19 %", "--rate", "19"), 0)
        self.ends(self.counter.run("tax", "create", "VAT 19 %", "--rate", "19"), 1, "name_taken")
        hall = self.ends(self.counter.run("venue", "create", "Globe", "--address", "2 Bankside"), 0)
        self.assertEqual(hall["venue"]["time_zone"], "Europe/Berlin")
        made = self.event("create", "The Tempest", "--venue", "Playhouse", "--subtitle", "A romance",
                          "--description", "A *storm*.", "--text", "de.title=Der Sturm", "--tags",
                          "Drama,Premiere", "--age", "12", "--mail", "box@example.org",
                          "--promoter", "Rockhaus Ltd", "--promoter-address", "1 Mill Lane")["event"]
        self.assertEqual(made["promoter"], {"name": "Rockhaus Ltd", "address": "1 Mill Lane"})
        self.assertEqual((made["state"], made["tags"]), ("draft", ["Drama", "Premiere"]))
        bad = self.counter.run("event", "edit", "The Tempest", "--description", "<b>loud</b>")
        self.ends(bad, 3, "markdown_html")
        self.assertEqual(bad.object["error"]["where"], "description")
        self.event("date", "add", "The Tempest", shown(FIRST), shown(SECOND), "--plan", "Playhouse",
                   "--doors-before", "45", "--lasts", "150")
        self.ends(self.counter.run("event", "date", "add", "The Tempest", shown(FIRST), "--capacity", "5"), 1,
                  "date_known")
        self.event("type", "add", "The Tempest", "Adult", "--tax", "VAT 19 %")
        missing = {check["code"] for check in self.event("check", "The Tempest")["checks"]
                   if check["severity"] == "missing"}
        self.assertEqual(missing, {"no_price"})
        self.ends(self.counter.run("event", "publish", "The Tempest"), 1, "not_ready")
        priced = self.event("price", "The Tempest", "Adult@Premium=50.00", "Adult@Standard=35.00",
                            "Adult@Balcony=20.00")["event"]
        self.assertEqual(priced["types"][0]["prices"],
                         {"Premium": "50.00", "Standard": "35.00", "Balcony": "20.00"})

    def test2ADraftIsNotSoldAndAPublishedEventIs(self):
        date = self.dates()[shown(FIRST)]["id"]
        wanted = ("--tickets", "Adult=2", "--category", "Standard", "--pay", "cash=100")
        self.ends(self.sell(date, *wanted), 1, "not_published")
        self.assertEqual(self.event("publish", "The Tempest")["event"]["state"], "published")
        self.ends(self.counter.run("event", "publish", "The Tempest"), 1, "wrong_state")
        order = self.ends(self.sell(date, *wanted, "--customer", "name=Kim,email=kim@example.org"),
                          0)["order"]
        self.assertEqual(order["total"], "70.00")
        listed = self.ends(self.counter.run("performances", "tempest"), 0)["performances"]
        self.assertEqual(len(listed), 2)

    def test3APriceIsChangedAndItsEffectIsSaidBefore(self):
        before = self.counter.entries()
        told = self.event("price", "The Tempest", "Adult@Standard=40.00", "--dry-run")
        self.assertEqual(self.counter.entries(), before)
        effect = told["effects"][0]
        self.assertEqual((effect["tickets"], effect["customers"], effect["with_mail"], effect["worth"]),
                         (2, 1, 1, "70.00"))
        self.event("price", "The Tempest", "Adult@Standard=40.00")
        self.event("price", "The Tempest", "Adult@Standard=38.00", "--until", shown(FIRST - datetime.timedelta(days=1)))
        self.event("price", "The Tempest", "Adult@Standard=45.00", "--date", shown(SECOND))
        quotes = [self.ends(self.sell(self.dates()[shown(when)]["id"], "--tickets", "Adult=1", "--category",
                                      "Standard", "--quote"), 0)["quote"]["total"]
                  for when in (FIRST, SECOND)]
        self.assertEqual(quotes, ["38.00", "45.00"])

    def test4ALimitIsCutAndShown(self):
        cut = self.event("quota", "edit", "The Tempest", "The Tempest", "--date", shown(SECOND), "--capacity", "3")
        self.assertEqual(cut["capacity"]["sold"], 0)
        self.assertGreater(cut["capacity"]["returned_here"], 0)
        self.event("quota", "add", "The Tempest", "Balcony", "--date", shown(SECOND), "--capacity", "1",
                   "--categories", "Balcony")
        limits = self.event("quota", "show", "The Tempest", shown(SECOND))["limits"]
        binding = {cell["category"]: (cell["left"], cell["limits"][0]["name"]) for cell in limits}
        self.assertEqual(binding["Balcony"], (1, "Balcony"))
        self.assertEqual(binding["Standard"], (3, "The Tempest"))

    def test5ADateIsMovedAndTheOtherCancelled(self):
        later = SECOND + datetime.timedelta(days=7)
        moved = self.event("date", "move", "The Tempest", shown(SECOND), shown(later), "--reason", "Strike")
        self.assertEqual(moved["effect"]["tickets"], 0)
        self.assertEqual(self.dates()[shown(later)]["doors"], shown(later - datetime.timedelta(minutes=45)))
        self.ends(self.sell(self.dates()[shown(FIRST)]["id"], "--tickets", "Adult=1", "--category", "Balcony",
                            "--pay", "invoice=20", "--customer", "name=Ada,email=ada@example.org", "--invoice",
                            "name=Engines Ltd,address=1 Mill Lane;London"), 0)
        dry = self.event("date", "cancel", "The Tempest", shown(FIRST), "--dry-run")
        self.assertEqual((dry["dry_run"], dry["effect"]["tickets"]), (True, 3))
        self.ends(self.counter.run("event", "date", "cancel", "The Tempest", shown(FIRST)), 3, "reason_missing")
        self.event("date", "cancel", "The Tempest", shown(FIRST), "--reason", "Flood")
        self.ends(self.sell(self.dates()[shown(FIRST)]["id"], "--tickets", "Adult=1", "--category", "Standard",
                            "--pay", "cash=50"), 1, "cancelled")
        kinds = [change["kind"] for change in self.event("show", "The Tempest")["event"]["changes"]]
        self.assertEqual(kinds, ["cancelled", "moved"])

    def test5BTheMoneyForACancelledDateGoesBack(self):
        def does(*words):
            return self.ends(self.counter.run("mass-return", *words), 0)

        first, second = (date["id"] for date in self.dates().values())
        self.ends(self.counter.run("mass-return", "run", second, "--reason", "Flood"), 1, "performance_on_sale")
        plan = self.changes_nothing(lambda: does("plan", first))["plan"]
        self.assertEqual([(plan[way]["orders"], plan[way]["money"][0]["amount"])
                          for way in ("by_itself", "at_counter")], [(1, "20.00"), (1, "70.00")])
        self.ends(self.counter.run("mass-return", "run", first), 2, "reason_missing")
        done = does("run", first, "--reason", "Flood")["mass_return"]
        self.assertEqual((done["returned"], done["waiting"], done["not_returned"]), (1, 1, []))
        (whole,) = does("list")["mass_returns"]
        self.assertEqual((whole["id"], whole["reason"], whole["ended_at"] is None), (done["id"], "Flood", False))
        self.ends(self.counter.run("mass-return", "end", first), 1, "unknown_mass_return")
        self.assertNotIn("by_itself", [way for way, share in does("plan", first)["plan"].items()
                                       if isinstance(share, dict) and share["orders"]])

    def test6ASeriesIsShownBeforeItIsMade(self):
        words = ("The Tempest", "--start", "2027-10-30 02:30", "--rule", "FREQ=DAILY;COUNT=3", "--except",
                 "2027-11-01", "--capacity", "50")
        preview = self.event("date", "series", *words, "--dry-run")
        self.assertEqual([date["starts"] for date in preview["dates"]], ["2027-10-30 02:30", "2027-10-31 02:30"])
        self.assertEqual(preview["dates"][1]["note"], "twice")
        self.assertEqual(len(self.event("date", "series", *words)["dates"]), 2)
        self.ends(self.counter.run("event", "date", "series", "The Tempest", "--start", "2027-10-30 02:30",
                                   "--rule", "often"), 3, "bad_rule")

    def test6BAPostponedDateIsNotSoldBeforeItIsMoved(self):
        date = self.dates()["2027-10-30 02:30"]["id"]
        wanted = ("--tickets", "Adult=1", "--category", "Standard", "--quote")
        self.assertEqual(self.event("date", "postpone", "The Tempest", date, "--reason", "Ill")["effect"]["tickets"], 0)
        self.ends(self.sell(date, *wanted), 1, "postponed")
        self.event("date", "move", "The Tempest", date, "2027-11-02 19:30", "--reason", "Well again")
        self.ends(self.sell(date, *wanted), 0)

    def test7AnEventGoesIntoAFileAndComesBackAsADraft(self):
        exported = self.event("export", "The Tempest")
        exported["event"]["name"] = "The Tempest II"
        path = self.counter.file("event.json", json.dumps(exported))
        self.changes_nothing(lambda: self.event("import", path, "--dry-run"))
        made = self.event("import", path)["event"]
        self.assertEqual((made["state"], made["texts"], made["tags"]),
                         ("draft", {"de": {"title": "Der Sturm"}}, ["Drama", "Premiere"]))
        alike = ("subtitle", "description", "age_limit", "promoter", "mail", "venue", "currency")
        self.assertEqual([made[name] for name in alike], [exported["event"][name] for name in alike])
        self.assertEqual(made["types"][0]["prices"], exported["event"]["types"][0]["prices"])
        self.assertEqual(made["types"][0]["early"], exported["event"]["types"][0]["early"])
        coming = [date for date in exported["event"]["dates"] if date["state"] != "cancelled"]
        for there, here in zip(coming, made["dates"], strict=True):
            for name in ("starts", "doors", "ends", "plan", "capacity", "prices"):
                self.assertEqual(here.get(name), there.get(name), name)
            self.assertEqual([quota["name"] for quota in here["quotas"]],
                             [quota["name"] for quota in there["quotas"]])
        exported["event"]["types"][0]["prices"]["Standard"] = "much"
        bad = self.counter.run("event", "import", self.counter.file("bad.json", json.dumps(exported)))
        self.ends(self.changes_nothing(lambda: bad), 3)
        self.assertEqual(bad.object["error"]["where"], "types[0].prices.Standard")

    def test8ACloneAndTheEndOfTheEvent(self):
        clone = self.event("clone", "The Tempest", "--name", "Next year", "--dates", "--shift-days", "364")["event"]
        self.assertEqual((clone["state"], len(clone["dates"])), ("draft", 3))
        self.event("type", "edit", "The Tempest", "Adult", "--off")
        dates = self.dates()
        self.event("postpone", "The Tempest", "--reason", "Short of money")
        self.assertEqual(self.event("show", "The Tempest")["event"]["state"], "postponed")
        self.assertEqual({date["state"] for date in self.dates().values()}, {"cancelled", "postponed"})
        self.assertEqual(self.dates().keys(), dates.keys())
        cancelled = self.event("cancel", "The Tempest", "--reason", "Bankrupt")
        self.assertEqual(cancelled["effect"]["tickets"], 0)  # what was sold is of the date that was cancelled before
        self.event("archive", "The Tempest")
        names = [event["name"] for event in self.event("list")["events"]]
        self.assertIn("Next year", names)
        self.assertNotIn("The Tempest", names)
        self.assertEqual(self.event("list", "--state", "archived")["events"][0]["name"], "The Tempest")
        self.assertEqual(self.counter.tell("event", "check", "Next year").status, 0)
        self.ends(self.counter.run("verify"), 0)


if __name__ == "__main__":
    unittest.main()
