# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A counter in a folder of its own, worked with through the real foyer-cli."""

import datetime
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest
import zoneinfo

PROGRAM = os.environ["FOYER_CLI"]
SOURCE = pathlib.Path(os.environ["FOYER_SOURCE_DIR"])
SAMPLES = pathlib.Path(os.environ["FOYER_SAMPLES"])
PASSPHRASE = "correct horse battery"

# A gate admits from 12 hours before the start on, so one performance starts soon, whenever this runs.
SOON = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=2)).astimezone(
    zoneinfo.ZoneInfo("Europe/Berlin"))

COLUMNS = ("row,event,name,subtitle,venue,address,time_zone,rate,inclusive,tax,category,type,price,"
           "percent,per,max_per_order,plan,date,time,doors,capacity,on_sale_from,on_sale_until,types,"
           "categories")

SEASON = f"""{COLUMNS}
venue,,Playhouse,,,"1 Market Square
Springfield",Europe/Berlin
tax,,VAT 7 %,,,,,7,yes
event,,Hamlet,A tragedy,Playhouse
category,,Premium
category,,Standard
category,,Balcony
type,,Adult,,,,,,,VAT 7 %
type,,Child,,,,,,,VAT 7 %,,,,,,4
price,,,,,,,,,,Premium,Adult,45.00
price,,,,,,,,,,Premium,Child,22.50
price,,,,,,,,,,Standard,Adult,30.00
price,,,,,,,,,,Standard,Child,15.00
price,,,,,,,,,,Balcony,Adult,18.00
fee,,Booking fee,,,,,,,VAT 7 %,,,2.00,,order
performance,,,,,,,,,,,,,,,,Playhouse,{SOON:%Y-%m-%d,%H:%M}
performance,,,,,,,,,,,,,,,,Playhouse,+7,19:30,18:45
event,,Late Jazz,,Playhouse
category,,Standing
type,,Regular
price,,,,,,,,,,Standing,Regular,12.00
performance,,,,,,,,,,,,,,,,,+1,22:00,,5
event,,Club Night,,Playhouse
category,,Table
category,,Standing
type,,Regular
price,,,,,,,,,,Table,Regular,28.00
price,,,,,,,,,,Standing,Regular,18.00
performance,,,,,,,,,,,,,,,,Club,+2,22:00
"""
# One more, for a counter that has that season.
MATINEE = f"""{COLUMNS}
venue,,Yard,,,"2 Market Square
Springfield",Europe/Berlin
event,,Matinee,,Yard
category,,Standing
type,,Regular
price,,,,,,,,,,Standing,Regular,12.00
performance,,,,,,,,,,,,,,,,,+1,11:00,,50
"""


def environment(**changes):
    """Without a session bus, so that no test writes into the keychain of who runs it."""
    names = {**os.environ, "FOYER_PASSPHRASE": PASSPHRASE, "LC_ALL": "C.UTF-8", **changes}
    for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY", "FOYER_DATA"):
        if name not in changes:
            names.pop(name, None)
    return {name: value for name, value in names.items() if value is not None}


class Ended:
    """How a command ended: exit status, what it wrote, and its object with --json."""

    def __init__(self, process, as_json):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr
        self.object = json.loads(process.stdout) if as_json else None

    @property
    def code(self):
        return self.object.get("error", {}).get("code")

    def __repr__(self):
        return f"status {self.status}\n{self.out}\n{self.err}"


class Counter:
    def __init__(self, folder=None):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="foyer-cli-"))
        self.folder = folder or self.root / "data"
        self.environment = environment()

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def run(self, *arguments, **changes):
        """Runs a command with --json; its whole standard output must be one object on one line."""
        process = self.start([PROGRAM, "--data", str(self.folder), "--json", *map(str, arguments)],
                             changes)
        assert process.stdout.count("\n") == 1, process
        return Ended(process, True)

    def tell(self, *arguments, **changes):
        """Runs a command as people do."""
        return Ended(self.start([PROGRAM, "--data", str(self.folder), *map(str, arguments)],
                                changes), False)

    def start(self, command, changes):
        names = {**self.environment, **changes}
        return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False,
                              env={name: value for name, value in names.items() if value is not None})

    def init(self, *more):
        return self.run("init", "--organizer", "Ada's Players", "--currency", "EUR", "--time-zone",
                        "Europe/Berlin", *more)

    def file(self, name, content):
        path = self.root / name
        path.write_text(content, encoding="utf-8")
        return path

    def load_season(self):
        for plan in ("playhouse", "club"):
            done = self.run("plan", "import", SOURCE / "resources/demo/plans" / f"{plan}.json")
            assert done.status == 0, done
        done = self.run("season", "import", self.file("season.csv", SEASON))
        assert done.status == 0, done

    def load_matinee(self, **changes):
        done = self.run("season", "import", self.file("matinee.csv", MATINEE), **changes)
        assert done.status == 0, done

    def sell(self, *arguments):
        return self.run("sell", *arguments)

    def entries(self):
        return self.run("verify").object["verify"]["entries"]


class Story(unittest.TestCase):
    """Tests that share one counter with a season and run in the order of their names."""

    founding = ()  # more words for "init"

    @classmethod
    def setUpClass(cls):
        cls.counter = Counter()
        cls.addClassCleanup(cls.counter.remove)
        done = cls.counter.init(*cls.founding)
        assert done.status == 0, done
        cls.counter.load_season()

    def ends(self, ended, status, code=None):
        """The command ended as it must; with --json an error has its three fields on standard output."""
        self.assertEqual(ended.status, status, ended)
        if ended.object is not None and status != 0:
            error = ended.object["error"]
            self.assertLessEqual({"code", "message", "where"}, set(error), ended)
            self.assertTrue(error["message"], ended)
        if code is not None:
            self.assertEqual(ended.code, code, ended)
        return ended.object

    def changes_nothing(self, act):
        before = self.counter.entries()
        result = act()
        self.assertEqual(self.counter.entries(), before)
        return result
