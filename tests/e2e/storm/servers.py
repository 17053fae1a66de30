# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real foyer-server processes on one store, which are killed and started again."""

import json
import os
import pathlib
import random
import re
import signal
import sqlite3
import subprocess
import threading

BIN = pathlib.Path(os.environ["FOYER_BIN_DIR"])
SOURCE = pathlib.Path(os.environ["FOYER_SOURCE_DIR"])
POSTGRES = SOURCE / "tests/support/postgres.sh"


class ServerFault(Exception):
    """A server did what it must not: ended by itself, or did not start."""


class Servers:
    """The server of a house: one process on SQLite, or two on one PostgreSQL."""

    def __init__(self, folder: pathlib.Path, url: str, postgres: bool):
        self.folder = folder
        self._postgres_folder = folder.parent / "postgres" if postgres else None
        self._environment = {**os.environ, "FOYER_SERVER_PORT": "0", "FOYER_OBSERVER_PORT": "0",
                             "FOYER_SERVER_URL": url, "FOYER_SERVER_CONNECTIONSPERADDRESS": "4096"}
        self._address = ""
        if self._postgres_folder:
            subprocess.run([POSTGRES, "start", self._postgres_folder, "durable"], check=True)
            self._address = (self._postgres_folder / "address").read_text().strip()
            self._environment["FOYER_SERVER_DATABASE"] = self._address
        self._running: list[subprocess.Popen | None] = [None] * (2 if postgres else 1)
        self._ports: list[int] = [0] * self.count()
        self._lock = threading.Lock()
        self.kills = 0

    def ports(self) -> list[int]:
        return [port for port in self._ports if port]

    def count(self) -> int:
        return len(self._running)

    def start(self, number: int) -> None:
        """Starts a process and waits until it listens."""
        log = open(self.folder.parent / f"server-{number}.log", "ab")
        process = subprocess.Popen([BIN / "foyer-server", "--dev", f"--data={self.folder}"],
                                   env=self._environment, stdout=subprocess.PIPE, stderr=log, text=True)
        log.close()
        said = process.stdout.readline()
        found = re.search(r"https://localhost:(\d+)", said)
        if not found:
            raise ServerFault(f"server {number} did not start (status {process.wait()}), see its log")
        self._running[number] = process
        self._ports[number] = int(found.group(1))

    def start_all(self) -> None:
        for number, process in enumerate(self._running):
            if process is None:
                self.start(number)

    def kill(self, number: int) -> None:
        self._ports[number] = 0
        process = self._running[number]
        self._end(number, process, signal.SIGKILL)
        self.kills += 1

    def stop_all(self) -> None:
        for number, process in enumerate(self._running):
            if process is not None:
                self._end(number, process, signal.SIGTERM)
                if process.returncode != 0:
                    raise ServerFault(f"server {number} ended with status {process.returncode}")

    def _end(self, number: int, process: subprocess.Popen, with_signal: int) -> None:
        if process.poll() is not None:
            raise ServerFault(f"server {number} ended by itself, with status {process.returncode}")
        process.send_signal(with_signal)
        process.wait(timeout=60)
        process.stdout.close()
        self._running[number] = None
        self._ports[number] = 0

    def invitation(self, name: str) -> dict:
        made = subprocess.run([BIN / "foyer-server", "--dev", f"--data={self.folder}",
                               f"--make-code={name}"], env=self._environment, capture_output=True,
                              text=True, check=True)
        return json.loads(made.stdout.splitlines()[1])

    def storm(self, chance: random.Random, over: threading.Event) -> None:
        """Kills processes at random and starts them again, until it is over."""
        while not over.wait(chance.uniform(3, 15)):
            number = chance.randrange(self.count())
            self.kill(number)
            over.wait(chance.uniform(0, 4))
            self.start(number)

    def store_copy(self, to: pathlib.Path, like: pathlib.Path) -> None:
        """The server's tables as a SQLite file of its own; `like` has the same tables."""
        if not self._address:
            with sqlite3.connect(self.folder / "server.db") as source, sqlite3.connect(to) as target:
                source.backup(target)
            return
        export_postgres(self._address, to, like)

    def close(self) -> None:
        for number, process in enumerate(self._running):
            if process is not None:
                process.kill()
                process.wait()
                process.stdout.close()
        if self._postgres_folder:
            subprocess.run([POSTGRES, "stop", self._postgres_folder], check=False)


def export_postgres(address: str, to: pathlib.Path, like: pathlib.Path) -> None:
    """Reads a PostgreSQL's tables into SQLite, with the columns and types that a counter has."""
    with sqlite3.connect(like) as pattern, sqlite3.connect(to) as target:
        for name, sql in pattern.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
                " AND name NOT LIKE 'sqlite_%'").fetchall():
            columns = [(row[1], row[2]) for row in pattern.execute(f"PRAGMA table_info({name})")]
            rows = postgres_rows(address, name, columns)
            if rows is None:
                continue  # a table that only counters have
            target.execute(sql)
            target.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", rows)


def postgres_rows(address: str, table: str, columns: list[tuple[str, str]]):
    asked = ", ".join(f"encode({name}, 'hex')" if kind == "BLOB" else name for name, kind in columns)
    said = subprocess.run(
        ["psql", "-qX", "-v", "ON_ERROR_STOP=1", address, "-c", f"COPY (SELECT {asked} FROM {table}) TO STDOUT"],
        capture_output=True, text=True, check=False)
    if said.returncode != 0:
        if "does not exist" in said.stderr:
            return None
        raise ServerFault(said.stderr)
    return [[value_of(field, kind) for field, (_, kind) in zip(line.split("\t"), columns, strict=True)]
            for line in said.stdout.split("\n")[:-1]]


ESCAPES = {"\\n": "\n", "\\t": "\t", "\\r": "\r", "\\\\": "\\", "\\b": "\b", "\\f": "\f", "\\v": "\v"}


def value_of(field: str, kind: str):
    """A field of COPY's text format."""
    if field == "\\N":
        return None
    if kind == "BLOB":
        return bytes.fromhex(field)
    if kind == "INTEGER":
        return int(field)
    return re.sub(r"\\.", lambda found: ESCAPES[found.group()], field)
