#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A storm over a box office of real programs: foyer-server, and counters worked through foyer-cli.

Each counter reaches the server through a network that cuts, slows, stalls and drops; any program is killed
at random. When it is over, all reconnect and sync, and what clerks read on their screens has to be what all
databases say. What is done, when and to whom follows from the seed; how long the programs take does not, so
a seed brings back the kind of a storm, not each of its moments.

    storm.py [--minutes N] [--seed S] [--counters N] [--store sqlite|postgres] [--keep]"""

import argparse
import concurrent.futures
import json
import pathlib
import random
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
import traceback

import faults
from bad_network import BadNetwork
from clerks import GIVEN, Clerk, Counter
from oracle import House
from paper import Paper, Violation
from season import PLAN, SHOWS, season_csv
from servers import ServerFault, Servers

ROUNDS_MAX = 40
TRIES_MAX = 5  # of an act that a busy machine may have made too late for the server


class Storm:
    def __init__(self, arguments: argparse.Namespace, folder: pathlib.Path):
        self.arguments = arguments
        self.folder = folder
        self.paper = Paper()
        self.servers: Servers | None = None
        self.network = BadNetwork(arguments.seed, arguments.counters,
                                  lambda: self.servers.ports() if self.servers else [])
        self.counters = [Counter(number, folder / f"counter-{number}")
                         for number in range(1, arguments.counters + 1)]
        self.clerks: list[Clerk] = []
        self.performances: list[dict] = []
        self._over = threading.Event()
        self._faults: list[str] = []

    def run(self) -> None:
        try:
            self.found()
            self.rage()
            self.calm()
            self.check()
        finally:
            self._over.set()
            if self.servers:
                self.servers.close()
            self.network.close()

    def found(self) -> None:
        """A house with a season, a server, and counters that have joined it. Nothing goes wrong yet."""
        first = self.counters[0]
        first.must("init", "--organizer", "Storm", "--currency", "EUR", "--time-zone", "Europe/Berlin")
        (self.folder / "plan.json").write_text(PLAN)
        (self.folder / "season.csv").write_text(season_csv())
        first.must("plan", "import", self.folder / "plan.json")
        first.must("season", "import", self.folder / "season.csv")
        for shown in first.must("performances")["performances"]:
            self.performances.append({"id": shown["id"], **SHOWS[shown["event"]]})
        server_folder = self.folder / "server"
        self.servers = Servers(server_folder, f"https://localhost:{self.network.lines[0].port}",
                               self.arguments.store == "postgres")
        self.servers.start_all()
        for counter, line in zip(self.counters, self.network.lines, strict=True):
            invitation = self.servers.invitation(f"Counter {counter.number}")
            # Each by its own way; the server is known by its key, not by its address.
            invitation["url"] = f"https://localhost:{line.port}"
            path = self.folder / f"invitation-{counter.number}.json"
            path.write_text(json.dumps(invitation))
            counter.must("server", "join", path)
        # A counter that stood alone held everything; now all of them shall want the same few places.
        for performance in self.performances:
            first.must("server", "return", "--performance", performance["id"])
        first.must("server", "sync")
        self.clerks = [Clerk(counter, self.performances, self.paper, f"{self.arguments.seed}/clerk/{counter.number}")
                       for counter in self.counters]

    def rage(self) -> None:
        self.network.turn_bad()
        works = [*(clerk.work for clerk in self.clerks),
                 lambda over: self.servers.storm(random.Random(f"{self.arguments.seed}/server"), over)]
        threads = [threading.Thread(target=self._until_over, args=(work,)) for work in works]
        for thread in threads:
            thread.start()
        self._over.wait(self.arguments.minutes * 60)
        self._over.set()
        for thread in threads:
            thread.join()
        if self._faults:
            raise Violation("\n".join(self._faults))

    def _until_over(self, work) -> None:
        try:
            work(self._over)
        except (Violation, ServerFault) as found:
            self._faults.append(str(found))
        except Exception:  # a mistake of this program must end it, too
            self._faults.append(traceback.format_exc())
        finally:
            self._over.set()

    def calm(self) -> None:
        """All is mended: clerks look at what they do not know, everything syncs, what is left is sold."""
        self.network.heal()
        self.servers.start_all()
        for order in self.paper.orders.values():
            if not order.is_certain:
                shown = self.counters[order.counter - 1].must("order", order.code)["order"]
                self.paper.order_shown(order.counter, shown)
        self.sync_all()
        for counter in self.counters[1:]:
            for performance in self.performances:
                counter.must("server", "return", "--performance", performance["id"], tries=TRIES_MAX)
        self.sync_all()
        self.sell_the_rest()
        self.sync_all()

    def sync_all(self) -> None:
        for _ in range(ROUNDS_MAX):
            moved = [counter.must("server", "sync", tries=TRIES_MAX) for counter in self.counters]
            if not any(one["sent"] or one["heard"] for one in moved):
                break
        else:
            raise Violation("they never come to an end of syncing")
        for counter in self.counters:
            status = counter.must("server", "status")
            if status["unsent"] or "problem" in status:
                raise Violation(f"counter {counter.number} has entries that never leave it: {status}")

    def sell_the_rest(self) -> None:
        """Nothing is stranded: of the standing places, what nobody has is sold by one counter, to the last."""
        [show] = [each for each in self.performances if not each["seats"]]
        with_places = House({"server": self.server_copy()})
        left = with_places.left(show["id"], show["capacity"])
        with_places.close()
        seller = self.counters[0]
        for sold in (*range(0, left - 9, 10), *range(left - left % 10, left + 1)):
            count = 10 if left - sold >= 10 else 1
            for _ in range(TRIES_MAX):
                ended = seller.run("sell", "--performance", show["id"], "--tickets", f"{show['types'][0]}={count}",
                                   "--pay", GIVEN)
                if sold == left or ended.code != "rights_short":
                    break
            if sold == left and ended.code not in ("sold_out", "rights_short"):
                raise Violation(f"one more was sold than the {left} places left: {ended.answer}")
            if sold < left:
                if ended.code:
                    raise Violation(f"{left} places are left, and after {sold} a sale was refused: {ended.answer}")
                self.paper.order_shown(seller.number, ended.answer["order"])

    def server_copy(self) -> pathlib.Path:
        to = self.folder / "server-copy.db"
        to.unlink(missing_ok=True)
        self.servers.store_copy(to, self.counters[0].folder / "foyer.db")
        return to

    def copies(self) -> dict[str, pathlib.Path]:
        files = {"server": self.server_copy()}
        for counter in self.counters:
            name = f"counter {counter.number}"
            files[name] = self.folder / f"counter-{counter.number}-copy.db"
            with sqlite3.connect(counter.folder / "foyer.db") as source, sqlite3.connect(files[name]) as copy:
                source.backup(copy)
        return files

    def check(self) -> None:
        self.servers.stop_all()
        capacities = {each["id"]: each["capacity"] for each in self.performances}
        files = self.copies()
        house = House(files)
        found = house.violations(self.paper, capacities)
        house.close()
        if found:
            raise Violation("\n".join(found[:40]))
        with concurrent.futures.ThreadPoolExecutor(2) as both:
            list(both.map(lambda counter: counter.must("verify"), self.counters))
        if missed := faults.unseen(files, self.paper, capacities, self.folder / "faults"):
            raise Violation("planted faults that were not seen:\n" + "\n".join(missed))

    def tell(self) -> None:
        for what, count in sorted(self.paper.done.items()):
            print(f"  {count:6} {what}")
        seen: dict[str, int] = {}
        for line in self.network.lines:
            for kind, count in line.seen.items():
                seen[kind] = seen.get(kind, 0) + count
        broken = sum(line.broken for line in self.network.lines)
        print(f"  connections by weather: {seen}, broken off: {broken}")
        print(f"  killed: {sum(clerk.kills for clerk in self.clerks)} counters, "
              f"{self.servers.kills if self.servers else 0} servers")
        print(f"  on paper: {len(self.paper.orders)} orders, {len(self.paper.holds)} holds, "
              f"{len(self.paper.admitted)} admissions")


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=None, help="by default another one each time")
    parser.add_argument("--counters", type=int, default=8)
    parser.add_argument("--store", choices=("sqlite", "postgres"), default="sqlite",
                        help="of the server: one process on SQLite, or two on a PostgreSQL of their own")
    parser.add_argument("--keep", action="store_true", help="leave the folder with everything in it")
    arguments = parser.parse_args()
    arguments.seed = arguments.seed if arguments.seed is not None else random.SystemRandom().randrange(1 << 32)
    return arguments


def main() -> int:
    arguments = read_arguments()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="foyer-storm-"))
    print(f"storm of {arguments.minutes:g} minutes, seed {arguments.seed}", flush=True)
    storm = Storm(arguments, folder)
    began = time.monotonic()
    try:
        storm.run()
        verdict = ""
    except (Violation, ServerFault) as found:
        verdict = str(found)
    storm.tell()
    if verdict or arguments.keep:
        print(f"  everything of it lies in {folder}")
    else:
        shutil.rmtree(folder, ignore_errors=True)
    name = f"a storm over {arguments.counters} counters and a server on {arguments.store}, seed {arguments.seed}"
    print(f"{'FAIL!  ' if verdict else 'PASS   '}: {name}, {time.monotonic() - began:.0f} s\n{verdict}".rstrip())
    return 1 if verdict else 0


if __name__ == "__main__":
    sys.exit(main())
