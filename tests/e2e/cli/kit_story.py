# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers that get a house through the night without a computer, read back by another program."""

import pathlib
import subprocess
import unittest

from counter import Story


def words(pdf):
    """What poppler reads in a PDF."""
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True,
                          check=True)
    return done.stdout


def pages(pdf):
    done = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True)
    return int(next(line for line in done.stdout.splitlines() if line.startswith("Pages:")).split()[1])


class KitStory(Story):
    def kit(self, performance="Hamlet", *more):
        folder = self.counter.root / "kit"
        ended = self.counter.run("kit", "--performance", performance, "--to", folder, *more)
        return self.ends(ended, 0)["kit"]

    def sell(self, *arguments):
        return self.ends(self.counter.sell(*arguments), 0)["order"]

    def test1AnEmptyHouseHasPapersToo(self):
        kit = self.kit()
        self.assertIn("No ticket has been sold yet", words(kit["door_list"]))
        self.assertIn("Nobody has an order", words(kit["will_call_list"]))
        self.assertIn("0 of", words(kit["seat_map"]))

    def test2EverybodyWhoBoughtIsOnTheList(self):
        named = self.sell("--performance", "Hamlet", "--tickets", "Adult=2", "--category", "Premium",
                          "--pay", "cash=100.00", "--customer", "name=Zoë Öztürk,email=zoe@example.org")
        other = self.sell("--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Premium",
                          "--pay", "cash=50.00", "--customer", "name=Åsa Ängström")
        nameless = self.sell("--performance", "Hamlet", "--tickets", "Child=1", "--category", "Standard",
                             "--pay", "cash=20.00")
        kit = self.kit()
        door = words(kit["door_list"])
        for order in (named, other, nameless):
            self.assertIn(order["code"], door)
        self.assertEqual(door.count("Zoë Öztürk"), 2)
        self.assertLess(door.index("Åsa"), door.index("Zoë"))
        for ticket in named["tickets"]:
            self.assertIn(ticket["place"], door)
        call = words(kit["will_call_list"])
        self.assertIn("Zoë Öztürk", call)
        self.assertEqual(call.count(named["code"]), 1)
        self.assertNotIn(nameless["code"], call)
        self.assertNotIn("zoe@example.org", door + call)  # a list that lies about says no more than it must
        self.assertRegex(words(kit["seat_map"]), r"\b4 of \d+ seats sold")

    def test3AVoidOrderIsOnNone(self):
        order = self.sell("--performance", "Hamlet", "--tickets", "Adult=1", "--category", "Premium",
                          "--pay", "cash=50.00", "--customer", "name=Nobody Comes")
        self.assertIn("Nobody Comes", words(self.kit()["door_list"]))
        self.ends(self.counter.run("void", order["code"], "--reason", "typo"), 0)
        self.assertNotIn("Nobody Comes", words(self.kit()["door_list"]))

    def test4BlankTicketsAreNumberedAndCarryNoCode(self):
        kit = self.kit("Late Jazz", "--blanks", "12")
        text = words(kit["blank_tickets"])
        self.assertEqual(pages(kit["blank_tickets"]), 3)
        for number in range(1, 13):
            self.assertEqual(text.count(f"-{number:03}"), 2, number)  # on the ticket and on its stub
        self.assertIn("no numbered seats", words(kit["seat_map"]))
        self.assertIsNone(self.kit("Late Jazz", "--blanks", "0")["blank_tickets"])

    def test5AFolderThatCannotBeWrittenIsSaid(self):
        blocked = self.counter.file("not-a-folder", "")
        ended = self.counter.run("kit", "--performance", "Hamlet", "--to", blocked / "kit")
        self.ends(ended, 4, "folder_not_writable")

    def test6OldPapersStayUntilNewOnesAreWhole(self):
        kit = self.kit()
        before = pathlib.Path(kit["door_list"]).stat().st_ino
        again = self.kit()
        self.assertEqual(kit, again)  # the same names: the folder does not fill up
        self.assertNotEqual(pathlib.Path(again["door_list"]).stat().st_ino, before)


if __name__ == "__main__":
    unittest.main()
