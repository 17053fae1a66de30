# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must be true when all have synced, read from the databases without any code of the product.

Each check yields sentences about what is wrong. Databases are SQLite files by their names: "server" and
"counter 1" …"""

import hashlib
import pathlib
import re
import sqlite3
import uuid
from collections.abc import Iterator

from paper import Paper
from servers import SOURCE

NO_HASH = bytes(32)


def cbor_head(kind: int, number: int) -> bytes:
    for size, mark in ((1, 24), (2, 25), (4, 26), (8, 27)):
        if number < 24:
            return bytes([kind << 5 | number])
        if number < 1 << 8 * size:
            return bytes([kind << 5 | mark]) + number.to_bytes(size, "big")
    raise ValueError(number)


def cbor(value: bytes | str | int) -> bytes:
    """Deterministic CBOR (RFC 8949 §4.2) of what an entry's canonical form is made of."""
    if isinstance(value, int):
        return cbor_head(0, value) if value >= 0 else cbor_head(1, -1 - value)
    if isinstance(value, str):
        return cbor_head(3, len(value.encode())) + value.encode()
    return cbor_head(2, len(value)) + value


ENTRY = "id, organizer, replica, epoch, sequence, at, actor, kind, version, body, previous, hash"


class House:
    """All databases of a house, opened for reading."""

    def __init__(self, files: dict[str, pathlib.Path]):
        self.databases = {name: sqlite3.connect(f"file:{path}?mode=ro", uri=True)
                          for name, path in files.items()}
        self.server = self.databases["server"]

    def close(self) -> None:
        for database in self.databases.values():
            database.close()

    def violations(self, paper: Paper, capacities: dict[str, int]) -> list[str]:
        checks = (self.chains(), self.same_entries(), self.same_tables(), self.ledger(), self.rights(),
                  self.capacities(capacities), self.seats(), self.orders(paper), self.holds(paper),
                  self.admissions(paper), self.sold_on_paper(paper, capacities))
        return [sentence for check in checks for sentence in check]

    def chains(self) -> Iterator[str]:
        """Every hash, every link, no hole, in each database."""
        for name, database in self.databases.items():
            writer, last, sequence = None, NO_HASH, 0
            for row in database.execute(f"SELECT {ENTRY} FROM entry ORDER BY replica, epoch, sequence"):
                *facts, previous, found = row
                if row[2:4] != writer:
                    writer, last, sequence = row[2:4], NO_HASH, 0
                sequence += 1
                where = f"{name}: the chain of {row[2].hex()[-8:]} at {row[4]}"
                if row[4] != sequence:
                    yield f"{where} has a hole"
                    sequence = row[4]
                if previous != last:
                    yield f"{where} does not follow the entry before"
                form = cbor_head(4, 12) + cbor("foyer-journal-1") + b"".join(map(cbor, (*facts, previous)))
                if hashlib.sha256(form).digest() != found:
                    yield f"{where} has another hash than its content"
                last = found

    def same_entries(self) -> Iterator[str]:
        known = self._entries(self.server)
        for name, database in self.databases.items():
            entries = self._entries(database)
            if entries != known:
                yield (f"{name} lacks {len(known - entries)} entries of the server, and has "
                       f"{len(entries - known)} that the server has not")

    @staticmethod
    def _entries(database: sqlite3.Connection) -> set[bytes]:
        return {row[0] for row in database.execute("SELECT hash FROM entry")}

    def same_tables(self) -> Iterator[str]:
        for table in projections():
            known = self._rows(self.server, table)
            for name, database in self.databases.items():
                rows = self._rows(database, table)
                if rows != known:
                    yield (f"{name}: the table {table} has {len(rows - known)} rows that the server's has "
                           f"not, and lacks {len(known - rows)}: {sorted(map(repr, rows ^ known))[:2]}")

    @staticmethod
    def _rows(database: sqlite3.Connection, table: str) -> set[tuple]:
        return set(database.execute(f"SELECT * FROM {table}"))

    def ledger(self) -> Iterator[str]:
        for name, database in self.databases.items():
            for entry, currency, left in database.execute(
                    "SELECT entry, currency, sum(amount) FROM ledger_line GROUP BY entry, currency "
                    "HAVING sum(amount) <> 0"):
                yield f"{name}: the ledger lines of {entry.hex()} are off by {left} {currency}"

    def rights(self) -> Iterator[str]:
        """Nobody has spent or returned more than was granted."""
        for quota, replica, left in self.server.execute(
                "SELECT quota, replica, granted - returned - spent + regained FROM allotment"):
            if left < 0:
                yield f"{replica.hex()[-8:]} has spent {-left} rights of {quota.hex()[-8:]} too many"

    def _taken(self, performance: str) -> int:
        key = uuid.UUID(performance).bytes
        sold, = self.server.execute("SELECT count(*) FROM ticket WHERE performance = ? AND voided_at IS NULL",
                                    (key,)).fetchone()
        held, = self.server.execute("SELECT coalesce(sum(placed - released), 0) FROM hold_place "
                                    "WHERE performance = ?", (key,)).fetchone()
        return sold + held

    def capacities(self, capacities: dict[str, int]) -> Iterator[str]:
        for performance, capacity in capacities.items():
            taken = self._taken(performance)
            if taken > capacity:
                yield f"{taken} of {capacity} places of {performance} are sold or held"

    def left(self, performance: str, capacity: int) -> int:
        return capacity - self._taken(performance)

    def seats(self) -> Iterator[str]:
        for performance, seat, count in self.server.execute(
                "SELECT performance, seat, count(*) FROM (SELECT performance, seat FROM ticket WHERE seat IS NOT "
                "NULL AND voided_at IS NULL UNION ALL SELECT performance, seat FROM hold_place WHERE seat >= 0 "
                "AND placed > released) AS taken GROUP BY performance, seat HAVING count(*) > 1"):
            yield f"the seat {seat} of {performance.hex()[-8:]} is sold or held {count} times"

    def orders(self, paper: Paper) -> Iterator[str]:
        """Every confirmed sale is there, once, as it was left, at all of them."""
        for name, database in self.databases.items():
            placed: dict[bytes, int] = {}
            for order, in database.execute("SELECT id FROM sale_order"):
                placed[order] = placed.get(order, 0) + 1
            facts = [row[0] for row in database.execute("SELECT body FROM entry WHERE kind = 'order.placed'")]
            for order in paper.orders.values():
                key = uuid.UUID(order.id).bytes
                if placed.get(key) != 1:
                    yield f"{name}: the order {order.code} is there {placed.get(key, 0)} times"
                if (times := sum(key in body for body in facts)) != 1:
                    yield f"{name}: the order {order.code} was placed by {times} entries"
                states = {uuid.UUID(bytes=ticket).hex: is_valid for ticket, is_valid in database.execute(
                    "SELECT id, voided_at IS NULL FROM ticket WHERE sale_order = ?", (key,))}
                left = {uuid.UUID(ticket.id).hex: ticket.is_valid for ticket in order.tickets}
                if order.is_certain and states != left:
                    yield f"{name}: the tickets of the order {order.code} are not as they were left"

    def holds(self, paper: Paper) -> Iterator[str]:
        for name, database in self.databases.items():
            for hold in paper.holds.values():
                kept, = database.execute("SELECT coalesce(sum(placed - released), -1) FROM hold_place "
                                         "WHERE hold = ?", (uuid.UUID(hold.id).bytes,)).fetchone()
                right = {"held": {hold.places}, "gone": {0}, "unknown": {0, hold.places}}[hold.state]
                if kept not in right:
                    yield f"{name}: the hold {hold.id} keeps {kept} places, which is not as it was left"

    def admissions(self, paper: Paper) -> Iterator[str]:
        """Every yes of a gate is there, once."""
        of_counter = {name: self._replica(name) for name in self.databases if name != "server"}
        counts = {(replica, ticket): count for replica, ticket, count in self.server.execute(
            "SELECT replica, ticket, count(*) FROM scan WHERE outcome = 'admitted' GROUP BY replica, ticket")}
        for counter, ticket in paper.admitted.keys() | paper.maybe_admitted.keys():
            count = counts.get((of_counter[f"counter {counter}"], uuid.UUID(ticket).bytes), 0)
            if not paper.admitted.get((counter, ticket), 0) <= count <= 1:
                yield f"counter {counter} let {ticket} in, which is noted {count} times"

    def _replica(self, name: str) -> bytes:
        return self.databases[name].execute("SELECT replica FROM identity").fetchone()[0]

    def sold_on_paper(self, paper: Paper, capacities: dict[str, int]) -> Iterator[str]:
        """The same as capacities() and seats(), of what clerks saw and nothing else."""
        taken = dict.fromkeys(capacities, 0)
        places = set()
        for order in paper.orders.values():
            for ticket in order.tickets:
                if ticket.is_valid and order.is_certain:
                    taken[ticket.performance] += 1
                    place = (ticket.performance, ticket.place)
                    if ticket.seated and place in places:
                        yield f"two customers have a ticket of {ticket.place}"
                    places.add(place)
        for performance, count in taken.items():
            if count > capacities[performance]:
                yield f"customers have {count} tickets of {capacities[performance]} places of {performance}"


def projections() -> list[str]:
    """The tables that are what the entries add up to, as the product names them: a new one counts, too."""
    text = (SOURCE / "core/storage/projection.cpp").read_text()
    tables = re.findall(r'^\s*\{"(\w+)", "organizer', text, re.MULTILINE)
    assert len(tables) > 30, tables
    return tables
