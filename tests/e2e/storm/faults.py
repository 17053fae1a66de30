# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults that are planted into copies of the databases, to show that the oracle can see them."""

import pathlib
import shutil
import sqlite3

from oracle import House
from paper import Paper

SOLD = "(SELECT id FROM sale_order ORDER BY at LIMIT 1)"

# What is done, to which databases, and a word of the sentence that has to come of it.
FAULTS = {
    "a sale is missing at the server": ("server", (
        f"DELETE FROM ticket WHERE sale_order = {SOLD}", f"DELETE FROM sale_order WHERE id = {SOLD}"), "0 times"),
    "a sale is missing everywhere": ("all", (f"DELETE FROM sale_order WHERE id = {SOLD}",), "0 times"),
    "the end of a journal is missing": ("server", (
        "DELETE FROM entry WHERE (replica, sequence) IN (SELECT replica, max(sequence) FROM entry GROUP BY "
        "replica LIMIT 1)",), "that the server has not"),
    "an entry is missing in the middle": ("all", (
        "DELETE FROM entry WHERE kind = 'order.placed' AND id = (SELECT min(id) FROM entry WHERE kind = "
        "'order.placed')",), "has a hole"),
    "a byte of an entry is another one": ("counter 1", (
        "UPDATE entry SET body = x'00' WHERE id = (SELECT min(id) FROM entry WHERE kind = 'order.placed')",),
        "another hash"),
    "a seat is sold twice": ("all", (
        "UPDATE ticket SET seat = (SELECT seat FROM ticket WHERE seat IS NOT NULL AND voided_at IS NULL ORDER BY "
        "id LIMIT 1), performance = (SELECT performance FROM ticket WHERE seat IS NOT NULL AND voided_at IS NULL "
        "ORDER BY id LIMIT 1) WHERE id = (SELECT max(id) FROM ticket WHERE seat IS NOT NULL AND voided_at IS "
        "NULL)",), "sold or held 2 times"),
    "more is sold than there is": ("all", (
        "UPDATE ticket SET performance = (SELECT min(performance) FROM ticket), voided_at = NULL",),
        "are sold or held"),
    "a refunded ticket is valid again": ("all", ("UPDATE ticket SET voided_at = NULL",), "not as they were left"),
    "an amount is another one": ("counter 1", (
        "UPDATE ledger_line SET amount = amount + 1 WHERE line = 0",), "are off by 1"),
    "a counter has another table": ("counter 1", ("UPDATE payment SET amount = amount + 1",), "the table payment"),
    "more was spent than granted": ("all", ("UPDATE allotment SET spent = granted + regained + 1",), "too many"),
    "an admission is missing": ("server", ("DELETE FROM scan WHERE outcome = 'admitted'",), "noted 0 times"),
}


def unseen(files: dict[str, pathlib.Path], paper: Paper, capacities: dict[str, int],
           folder: pathlib.Path) -> list[str]:
    """Plants each fault by itself; answers which of them nobody saw."""
    missed = []
    for name, (where, statements, word) in FAULTS.items():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        copies = {}
        for database, path in files.items():
            copies[database] = folder / f"{database}.db"
            shutil.copy(path, copies[database])
            if where in (database, "all"):
                with sqlite3.connect(copies[database]) as changed:
                    for statement in statements:
                        changed.execute(statement)
                changed.close()
        house = House(copies)
        found = house.violations(paper, capacities)
        house.close()
        if not any(word in sentence for sentence in found):
            missed.append(f"{name}: {found[:3]}")
    shutil.rmtree(folder, ignore_errors=True)
    return missed
