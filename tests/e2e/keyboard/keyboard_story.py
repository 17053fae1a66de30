# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day at the window without a pointer, as somebody works who hears the screen instead of seeing it:
first start, a colleague, a shift, a sale, a refund, a reprint, the door, the count. The keys of what
is done all day are counted."""

import os
import pathlib
import re
import sys
import time
import unittest

BIN = os.environ["FOYER_BIN_DIR"]
os.environ.setdefault("FOYER_CLI", f"{BIN}/foyer-cli")
sys.path.append(str(pathlib.Path(__file__).parent.parent / "cli"))

from counter import Counter  # noqa: E402
from screen import Display, Screen, State, waited  # noqa: E402

ADMINISTRATOR_PIN = "271828"
CLERK_PIN = "314159"
NUMBERED = re.compile(r"(Ctrl|Alt)\+\d$")  # the key of a workspace, as its button says it
# Keys for what is done all day, beyond a scan, by the row of README's table.
MOST_KEYS = {"sale of two adults in cash, given exactly": 6,
             "refund of one ticket after its scan": 5,
             "reprint of one ticket after its scan": 4,
             "letting in a guest after the scan": 0}
# Of the season's first performance, the booking fee with the two.
TWO_ADULTS = 92.0
ONE_ADULT = 45.0
# A name that says what a thing is for; what only lays other things out needs none.
NAMED_ROLES = {"push button", "toggle button", "check box", "radio button", "text", "password text",
               "spin button", "list", "list item", "table", "tree", "slider", "menu item",
               "page tab", "filler", "combo box"}


def readme_keys():
    """What README's table says was counted, and the most it promises, by row."""
    text = (pathlib.Path(os.environ["FOYER_SOURCE_DIR"]) / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \|[^|]*\| (\d+) \| (\d+) \|$", text, re.MULTILINE)
    return {name: (int(counted), int(most)) for name, counted, most in rows}


class KeyboardStory(unittest.TestCase):
    """Tests of one day, in the order of their names."""

    @classmethod
    def setUpClass(cls):
        cls.display = Display()
        cls.addClassCleanup(cls.display.stop)
        cls.data = cls.display.root / "data"
        cls.screen = Screen(cls.display, f"{BIN}/foyer", "--data", cls.data)

    def setUp(self):
        if getattr(type(self), "broken", False):
            self.skipTest("an earlier step of the day did not work")
        type(self).broken = True

    def tearDown(self):
        outcome = self._outcome.result
        failed = [test for test, _ in outcome.failures + outcome.errors if test is self]
        type(self).broken = bool(failed)
        if failed and os.environ.get("FOYER_PICTURES"):
            self.screen.picture(os.path.join(os.environ["FOYER_PICTURES"], self.id() + ".png"))

    def assert_keys(self, row):
        """What was pressed since the last count is what README says, and no more than it may be."""
        keys = self.screen.counted()
        print(f"{row}: {keys} keys")
        self.assertLessEqual(keys, MOST_KEYS[row])
        self.assertEqual((keys, MOST_KEYS[row]), readme_keys().get(row), "README's table is not true")

    def go_to(self, name):
        """To a workspace by its number in the rail."""
        button = next(thing for thing in self.screen.all()
                      if thing.role == "check box" and thing.name == name and
                      NUMBERED.search(thing.description))
        self.screen.keys(NUMBERED.search(button.description).group().lower())

    def workspaces(self):
        return [thing.name for thing in self.screen.all()
                if thing.role == "check box" and NUMBERED.search(thing.description)]

    def cli(self, *arguments):
        """What the command line says as Ada, while the window is closed."""
        counter = Counter(self.data)
        self.addCleanup(counter.remove)
        counter.environment.update(FOYER_USER="Ada", FOYER_SECRET=ADMINISTRATOR_PIN)
        if not arguments:
            return counter.load_season()
        done = counter.run(*arguments)
        self.assertEqual(done.status, 0, done)
        return done.object

    def start_again(self, who, pin):
        """The program, begun anew; somebody signs in."""
        type(self).screen = screen = Screen(self.display, f"{BIN}/foyer", "--data", self.data)
        where = waited("somebody is asked to sign in", lambda: (
            screen.focus() if screen.find("list", "Who are you?") else None))
        if where.role == "list":
            screen.keys(who[0].lower(), "Return")
        screen.focused_on("password text", "PIN or password")
        screen.type(pin)
        screen.keys("Return")
        waited(who, lambda: screen.find("push button", f"Signed in: {who}"))

    def assert_everything_named(self, where):
        nameless = []
        for thing in self.screen.all():
            if thing.has(State.FOCUSABLE) and thing.role in NAMED_ROLES and not thing.name.strip():
                nameless.append(f"{thing!r} in {thing.parent()!r}")
        self.assertEqual(nameless, [], f"without a name, {where}")

    def test01AFirstStartAsksWhatItHasToKnow(self):
        screen = self.screen
        screen.focused_on("text", "Organizer")
        screen.type("Small House")
        screen.keys("Tab")
        screen.focused_on("text", "Currency")
        screen.type("EUR")
        screen.keys("Tab")
        screen.type("Europe/Berl")  # a list goes to what is typed
        self.assertEqual(screen.focus().name, "Europe/Berlin")
        screen.keys("Tab")
        screen.focused_on("check box", "Only for testing, for good")  # and this house is not
        screen.keys("Tab")
        screen.focused_on("text", "Your name")
        screen.type("Ada")
        screen.keys("Tab")
        screen.focused_on("password text", "PIN or password")
        screen.type(ADMINISTRATOR_PIN)
        screen.keys("Tab")
        screen.focused_on("password text", "The same again")
        screen.type("141421")
        screen.keys("Return")
        # What is wrong is said, the focus is where it can be put right, and nothing typed is lost.
        screen.says("The two are not the same")
        screen.focused_on("password text", "The same again")
        self.assertEqual(screen.find("text", "Organizer").text, "Small House")
        screen.keys("ctrl+a")
        screen.type(ADMINISTRATOR_PIN)
        self.assert_everything_named("at the first start")
        screen.keys("Return")
        screen.says("Nothing to sell yet")

    def test02WhatIsMissingIsSaidAndASeasonArrives(self):
        screen = self.screen
        screen.tab_to("push button", "Load the demonstration season")
        screen.quit()
        self.cli()  # a season with a performance that starts soon, whatever the time is now
        self.start_again("Ada", ADMINISTRATOR_PIN)
        self.screen.says("left")
        self.screen.focused_on("filler", "Sell")

    def test03AColleagueIsAdded(self):
        screen = self.screen
        self.go_to("People")
        screen.focused_on("list", "Who works here")
        screen.keys("Insert")
        screen.focused_on("text", "Name")
        screen.type("Cleo")
        screen.keys("Tab")
        self.assertEqual(screen.focused_on("combo box", "Clerk").role, "combo box")
        screen.keys("Tab")
        screen.focused_on("password text", "PIN")
        screen.type("111111")
        screen.keys("Return")
        screen.says("anybody would try")
        screen.tab_to("password text", "PIN")
        self.assertEqual(screen.find("text", "Name").text, "Cleo")
        screen.keys("ctrl+a")
        screen.type(CLERK_PIN)
        screen.keys("Return")
        screen.focused_on("list", "Who works here")

    def test04EverythingThatTakesTheFocusHasAName(self):
        for name in self.workspaces():
            self.go_to(name)
            waited(f"the focus in {name}", self.screen.focus)
            self.assert_everything_named(f"in {name}")
        self.assertGreaterEqual(len(self.workspaces()), 4)

    def test05TheColleagueSignsIn(self):
        screen = self.screen
        screen.keys("ctrl+l")
        screen.says("Locked by Ada")
        self.assertEqual([thing for thing in screen.all() if thing.name == "Sell"], [],
                         "nothing behind the lock is read aloud")
        screen.tab_to("push button", "Somebody else")
        screen.keys("space")
        screen.focused_on("list", "Who are you?")
        screen.keys("c", "Return")
        screen.focused_on("password text", "PIN or password")
        screen.type("999999")
        screen.keys("Return")
        screen.says("do not belong together")  # what is typed while it is looked at would be cleared
        screen.focused_on("password text", "PIN or password")
        screen.type(CLERK_PIN)
        screen.keys("Return")
        screen.focused_on("filler", "Sell")
        self.assertIsNotNone(screen.find("push button", "Signed in: Cleo"))
        self.assertNotIn("People", self.workspaces(), "a clerk does not edit people")

    def test06AShiftIsOpened(self):
        screen = self.screen
        self.go_to("Till")
        screen.focused_on("text", "Float")
        screen.type("100")
        screen.keys("Return")
        screen.says("Shift ")
        screen.focused_on("text", "Amount")

    def test07TwoAdultsInCashTakeSixKeys(self):
        screen = self.screen
        self.go_to("Sell")
        screen.focused_on("filler", "Sell")
        screen.counted()
        screen.keys("2")
        screen.says("2 × Adult")
        screen.keys("F9")
        cash = screen.focused_on("text", "Cash given")
        self.assertIn(f"{TWO_ADULTS:.2f}", cash.text + cash.description, "what is due stands there already")
        screen.keys("Return")
        screen.says("✓ Sold")
        screen.focused_on("filler", "Sell")
        self.assert_keys("sale of two adults in cash, given exactly")

    def test08AfterAnEveningsBreakEverythingIsThere(self):
        order = self.screen.says("✓ Sold").name.split("·")[1].strip()
        self.screen.quit()
        sold = self.cli("order", order)["order"]
        type(self).codes = [ticket["code"] for ticket in sold["tickets"]]
        self.assertEqual(len(self.codes), 2)
        self.start_again("Cleo", CLERK_PIN)

    def test08BACartIsParkedAndBroughtBackByKeys(self):
        screen = self.screen
        self.go_to("Sell")
        screen.focused_on("filler", "Sell")
        screen.keys("3")
        screen.says("3 × Adult")
        screen.keys("F7")
        screen.says("F7 brings it back")
        waited("the cart is empty", lambda: not screen.find("push button", "Reserve…"))
        screen.keys("F7")
        waited("the parked cart", lambda: screen.find("push button", "Bring back").has(State.ENABLED))
        self.assert_everything_named("in the parked carts")
        screen.keys("Return")
        screen.says("3 × Adult")
        screen.says("Parked cart")
        screen.keys("F7")  # once more, out of where it was
        waited("the cart is empty", lambda: not screen.find("push button", "Reserve…"))
        self.go_to("Held")
        screen.focused_on("text", "Name, code, telephone or place")
        screen.keys("F4")
        screen.says("Parked, 1")
        screen.keys("F8")
        screen.says("are free for anybody at once")
        screen.keys("Return")
        screen.says("Parked, 0")

    def test09ARefundOfOneTicketByScanTakesFiveKeys(self):
        screen = self.screen
        screen.counted()
        screen.scan(self.codes[0])
        waited("the order of the ticket", lambda: screen.find("push button", "Refund"))
        screen.focused_on_any("by the scan")
        screen.keys("F4")
        reason = screen.focused_on("text", "Reason")
        screen.says("becomes void")
        screen.keys("1")
        waited("a reason", lambda: reason.text)
        screen.keys("Return")
        screen.says(f"{ONE_ADULT:.2f}")
        waited("the refund", lambda: not screen.find("text", "Reason"))
        self.assert_keys("refund of one ticket after its scan")

    def test10AReprintTakesFourKeys(self):
        screen = self.screen
        screen.counted()
        screen.scan(self.codes[1])
        waited("the scanned ticket to be ticked", lambda: screen.find("push button", "Print again"))
        screen.focused_on_any("by the scan")
        screen.keys("F6")
        screen.says("Enter prints")
        screen.keys("Return")
        screen.says("written to")
        self.assert_keys("reprint of one ticket after its scan")

    def test11AGuestIsLetInByTheScanAlone(self):
        screen = self.screen
        self.go_to("Door")
        screen.focused_on("text", "Gate")
        screen.keys("Return")
        screen.focused_on("text", "Ticket code")
        self.assert_everything_named("at the door")
        screen.counted()
        screen.scan(self.codes[1])
        screen.says("Come in")
        self.assert_keys("letting in a guest after the scan")
        time.sleep(2.5)  # the same code within two seconds is the same scan
        screen.scan(self.codes[1])
        screen.says("Stop")
        screen.says("used")
        screen.scan(self.codes[0])
        screen.says("void")
        screen.focused_on("text", "Ticket code")
        screen.keys("Escape")

    def test12TheTillIsCountedBlindAndClosed(self):
        screen = self.screen
        self.go_to("Till")
        screen.focused_on("text", "Amount")
        for thing in screen.all():
            self.assertNotIn("Expected", thing.name, "the clerk counts without knowing")
        screen.keys("F9")
        screen.focused_on("spin button", "How many of €500")
        left = round((100 + TWO_ADULTS - ONE_ADULT) * 100)
        while left > 0:
            value = round(float(screen.focus().name.split("€")[1].replace(",", "")) * 100)
            if left >= value:
                screen.type(str(left // value))
                left %= value
            screen.keys("Tab")
        screen.says(f"Counted: €{100 + TWO_ADULTS - ONE_ADULT:,.2f}")
        screen.tab_to("push button", "Close the shift")
        screen.keys("space")
        screen.says("Difference")
        done = screen.focused_on("push button", "Done")
        difference = next(thing for thing in screen.all()
                          if thing.name == "Difference" and thing.description)
        self.assertEqual(difference.description, "€0.00")
        self.assertTrue(done.has(State.ENABLED))
        screen.keys("space")
        screen.focused_on("text", "Float")

    def test99TheJournalIsWhole(self):
        self.screen.quit()
        report = self.cli("verify")
        self.assertEqual(report["verify"]["findings"], [])
        # The blind count of the clerk agreed.
        shifts = self.cli("till", "list")["shifts"]
        self.assertEqual([shift["z"]["difference"] for shift in shifts], ["0.00"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
