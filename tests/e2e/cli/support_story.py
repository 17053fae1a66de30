# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a counter keeps for times without a network, and the bundle for support, from the command line."""

import pathlib
import tarfile
import tempfile
import unittest

from counter import SEASON, Story


class SupportStory(Story):
    def stock(self, *arguments):
        return self.ends(self.counter.run("server", "stock", *arguments), 0)["stock"]

    def testWhatIsKeptOfAnEventIsSetAndListed(self):
        before = {one["event"]: one for one in self.stock("list")}
        self.assertEqual((before["Hamlet"]["rights"], before["Hamlet"]["seats"]), (20, 10))
        kept = self.stock("set", "Hamlet", "--seats", "3")
        self.assertEqual((kept["rights"], kept["seats"]), (20, 3))
        self.stock("set", "Hamlet", "--rights", "0")
        after = {one["event"]: one for one in self.stock("list")}
        self.assertEqual((after["Hamlet"]["rights"], after["Hamlet"]["seats"]), (0, 3))
        self.assertEqual({name: one for name, one in after.items() if name != "Hamlet"},
                         {name: one for name, one in before.items() if name != "Hamlet"})
        self.ends(self.counter.run("server", "stock", "set", "Hamlet"), 2, "nothing_to_set")
        self.ends(self.counter.run("server", "stock", "set", "Hamlet", "--seats", "1000000"), 3,
                  "bad_stock")
        self.ends(self.counter.run("server", "stock", "set", "No such event", "--seats", "1"), 1)

    def testWhereTwoEventsHaveOneNameTheOneThatIsMeantIsAskedFor(self):
        self.ends(self.counter.run("season", "import", self.counter.file("again.csv", SEASON)), 0)
        self.ends(self.counter.run("server", "stock", "set", "Late Jazz", "--seats", "1"), 1,
                  "ambiguous_event")
        kept = [one for one in self.stock("list") if one["event"] == "Late Jazz"]
        self.assertEqual([one["seats"] for one in kept], [10, 10])
        self.stock("set", kept[1]["event_id"], "--seats", "1")
        kept = [one for one in self.stock("list") if one["event"] == "Late Jazz"]
        self.assertEqual([one["seats"] for one in kept], [10, 1])

    def testACounterThatStandsAloneHasNobodyToReturnTo(self):
        self.ends(self.counter.run("server", "return"), 1, "not_joined")

    def testASupportBundleIsAnOrdinaryTarWithoutPeople(self):
        self.ends(self.counter.sell("--performance", "Hamlet", "--tickets", "Adult=1", "--category",
                                    "Standard", "--pay", "cash=100", "--customer",
                                    "name=Ada Lovelace,email=ada@example.org"), 0)
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "support.tar"
            self.ends(self.counter.run("support-bundle", str(file)), 0)
            with tarfile.open(file) as bundle:
                texts = {name: bundle.extractfile(name).read().decode()
                         for name in bundle.getnames()}
            self.assertIn("order.placed: 1", texts["foyer-support/counts.txt"])
            self.assertIn("foyer: ", texts["foyer-support/versions.txt"])
            for secret in (b"Lovelace", b"ada@example.org", str(folder).encode()):
                self.assertNotIn(secret, file.read_bytes())
            self.ends(self.counter.run("support-bundle", f"{folder}/none/support.tar"), 4,
                      "file_not_writable")


if __name__ == "__main__":
    unittest.main()
