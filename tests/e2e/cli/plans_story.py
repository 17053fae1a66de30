# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A seating plan that is looked at, written for others, and changed while tickets are out."""

import json
import unittest

from PIL import Image

from counter import Story


class PlansStory(Story):
    def exported(self, name, fmt="pretix"):
        path = self.counter.file("out.json", "")
        answer = self.ends(self.counter.run("plan", "export", name, "--format", fmt, "--to", path),
                           0)
        with open(path, encoding="utf-8") as file:
            return json.load(file), answer

    def testAPlanChangesWhileItsTicketsStay(self):
        shown = self.ends(self.counter.run("plan", "show", "playhouse"), 0)["plan"]
        self.assertEqual((shown["name"], shown["retired"]), ("Playhouse", 0))
        self.assertGreater(len(shown["performances"]), 0)

        chart, answer = self.exported("Playhouse")
        self.assertIn("traits", answer["losses"])
        row = chart["zones"][0]["rows"][0]
        label = f'{chart["zones"][0]["name"]} {row["row_number"]}{row["seats"][0]["seat_number"]}'
        category = row["seats"][0]["category"]
        event = shown["performances"][-1]["id"]
        sold = self.counter.run("sell", "--performance", event, "--tickets",
                                f"Adult@{category}=1", "--seats", label, "--pay", "cash=500")
        self.ends(sold, 0)

        taken = row["seats"].pop(0)
        path = self.counter.file("changed.json", json.dumps(chart))
        refused = self.changes_nothing(
            lambda: self.counter.run("plan", "change", "Playhouse", path))
        self.ends(refused, 1, "seats_taken")
        self.assertEqual(len(refused.object["error"]["facts"]), 1)

        row["seats"].insert(0, taken)
        gone = row["seats"].pop()
        row["seats"].append({**gone, "seat_guid": "brand-new", "seat_number": "99"})
        path = self.counter.file("changed.json", json.dumps(chart))
        would = self.changes_nothing(
            lambda: self.counter.run("plan", "change", "Playhouse", path, "--dry-run"))
        self.assertTrue(would.object["change"]["dry_run"])
        change = self.ends(self.counter.run("plan", "change", "Playhouse", path), 0)["change"]
        self.assertEqual((len(change["added"]), len(change["removed"])), (1, 1))
        self.assertGreater(change["seats_leased"], 0)
        after = self.ends(self.counter.run("plan", "show", "Playhouse"), 0)["plan"]
        self.assertEqual((after["seats"], after["retired"]), (shown["seats"], 1))
        self.ends(self.counter.run("verify"), 0)

        again = self.counter.run("plan", "change", "Playhouse", path, "--dry-run")
        self.assertEqual(self.ends(again, 0)["change"]["added"], [])

    def testAPlanIsDrawnOverAPicture(self):
        scan = self.counter.root / "scan.png"
        Image.new("RGB", (900, 600), (240, 230, 210)).save(scan)
        none = self.counter.run("plan", "background", "Playhouse", "--width", "500")
        self.ends(none, 2, "no_picture")
        wrong = self.counter.run("plan", "background", "Playhouse",
                                 self.counter.file("scan.svg", "<svg/>"))
        self.ends(wrong, 3, "picture_format")
        over = self.ends(self.counter.run("plan", "background", "Playhouse", scan, "--left=-10",
                                          "--width", "450"), 0)["background"]
        self.assertEqual((over["left"], over["width"], over["height"], over["shown"]),
                         (-10, 450, 300, True))
        dimmed = self.ends(self.counter.run("plan", "background", "Playhouse", "--opacity", "30",
                                            "--shown", "no"), 0)["background"]
        self.assertEqual(dimmed, {**over, "opacity": 30, "shown": False})
        listed = self.ends(self.counter.run("picture", "list"), 0)["pictures"]
        self.assertEqual([(each["hash"], each["uses"]) for each in listed], [(over["hash"], 1)])

        chart, answer = self.exported("Playhouse", "seatsio")
        self.assertNotIn("background", answer["losses"])
        self.assertEqual(chart["subChart"]["referenceChart"]["backgroundImageKey"], over["hash"])
        self.assertFalse(chart["referenceChartVisible"])
        path = self.counter.file("again.json", json.dumps({**chart, "name": "Again"}))
        self.ends(self.counter.run("plan", "import", path), 0)
        listed = self.ends(self.counter.run("picture", "list"), 0)["pictures"]
        self.assertEqual(listed[0]["uses"], 2)
        self.assertIn("background", self.exported("Playhouse")[1]["losses"])

        gone = self.ends(self.counter.run("plan", "background", "Playhouse", "--none"), 0)
        self.assertIsNone(gone["background"])
        self.assertNotIn("referenceChart", self.exported("Playhouse", "seatsio")[0]["subChart"])
        self.ends(self.counter.run("verify"), 0)

    def testAPlanIsCheckedCopiedRenamedAndPutAway(self):
        checked = self.ends(self.counter.run("plan", "check", "Club"), 0)
        self.assertEqual(checked["seats"], 48)
        self.ends(self.counter.run("plan", "duplicate", "Club", "Cellar"), 0)
        self.ends(self.counter.run("plan", "rename", "Cellar", "Club"), 1, "plan_known")
        self.ends(self.counter.run("plan", "rename", "Cellar", "Vault"), 0)
        self.ends(self.counter.run("plan", "archive", "Vault"), 0)
        names = [plan["name"] for plan in self.ends(self.counter.run("plan", "list"), 0)["plans"]]
        self.assertNotIn("Vault", names)
        every = self.ends(self.counter.run("plan", "list", "--all"), 0)["plans"]
        self.assertIn("Vault", [plan["name"] for plan in every])
        self.ends(self.counter.run("plan", "show", "Nowhere"), 1, "unknown_plan")
        chart, answer = self.exported("Vault", "seatsio")
        self.assertEqual(answer["losses"], [])
        self.assertEqual(len(chart["subChart"]["generalAdmissionAreas"]), 1)


if __name__ == "__main__":
    unittest.main()
