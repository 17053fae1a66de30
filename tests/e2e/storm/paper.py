# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody with pencil and paper knows of a storm: what clerks read on their screens.

Nothing on it comes from a table of the product. Where a program was killed before it answered, the
paper says that it does not know, until a clerk has looked."""

import dataclasses
import threading


class Violation(Exception):
    """What must never be, and was."""


@dataclasses.dataclass
class PaperTicket:
    id: str
    performance: str
    place: str
    seated: bool
    code: str
    is_valid: bool


@dataclasses.dataclass
class PaperOrder:
    id: str
    code: str
    counter: int
    total: str
    tickets: list[PaperTicket]
    is_certain: bool = True  # whether its tickets are as on this paper


@dataclasses.dataclass
class PaperHold:
    id: str
    counter: int
    performance: str
    code: str  # of a reservation
    places: int
    state: str = "held"  # held, gone, unknown


class Paper:
    """Shared by all clerks."""

    def __init__(self):
        self._lock = threading.Lock()
        self.orders: dict[str, PaperOrder] = {}
        self.holds: dict[str, PaperHold] = {}
        # (counter, ticket) -> how often this counter said that it let it in, and may have
        self.admitted: dict[tuple[int, str], int] = {}
        self.maybe_admitted: dict[tuple[int, str], int] = {}
        self.done: dict[str, int] = {}

    def count(self, what: str) -> None:
        with self._lock:
            self.done[what] = self.done.get(what, 0) + 1

    def order_shown(self, counter: int, shown: dict) -> PaperOrder:
        """A clerk reads an order, new or changed, on the screen of the counter that sold it."""
        tickets = [PaperTicket(each["id"], each["performance"], each["place"], each["seated"], each["code"],
                               each["state"] != "voided") for each in shown["tickets"]]
        with self._lock:
            known = self.orders.get(shown["id"])
            if known is None:
                known = PaperOrder(shown["id"], shown["code"], counter, shown["total"], tickets)
                self.orders[known.id] = known
                return known
            self._check_change(known, shown, tickets)
            known.total, known.tickets, known.is_certain = shown["total"], tickets, True
            return known

    @staticmethod
    def _check_change(known: PaperOrder, shown: dict, tickets: list[PaperTicket]) -> None:
        now = {ticket.id: ticket for ticket in tickets}
        if known.code != shown["code"]:
            raise Violation(f"the order {known.id} was {known.code} and is {shown['code']}")
        for before in known.tickets:
            ticket = now.get(before.id)
            if ticket is None:
                raise Violation(f"a ticket of {known.code} is gone at the counter that sold it")
            if ticket.is_valid and not before.is_valid:
                raise Violation(f"a ticket of {known.code} was void and is valid again")
            if known.is_certain and before.is_valid and (ticket.place, ticket.performance) != (
                    before.place, before.performance):
                raise Violation(f"a ticket of {known.code} has another place")

    def held(self, hold: PaperHold) -> None:
        with self._lock:
            self.holds[hold.id] = hold

    def let_in(self, counter: int, ticket: str) -> None:
        with self._lock:
            key = (counter, ticket)
            if self.admitted.get(key):
                raise Violation(f"counter {counter} let the ticket {ticket} in twice")
            self.admitted[key] = 1

    def may_have_let_in(self, counter: int, ticket: str) -> None:
        with self._lock:
            key = (counter, ticket)
            self.maybe_admitted[key] = self.maybe_admitted.get(key, 0) + 1

    def orders_of(self, counter: int) -> list[PaperOrder]:
        with self._lock:
            return [order for order in self.orders.values() if order.counter == counter]

    def holds_of(self, counter: int) -> list[PaperHold]:
        with self._lock:
            return [hold for hold in self.holds.values() if hold.counter == counter]

    def all_tickets(self) -> list[PaperTicket]:
        with self._lock:
            return [ticket for order in self.orders.values() for ticket in order.tickets]
