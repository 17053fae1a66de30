# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clerks, each at a counter of its own, who work through the real foyer-cli; it is killed now and then."""

import json
import os
import pathlib
import random
import subprocess
import threading
import uuid

from paper import Paper, PaperHold, PaperOrder, Violation

CLI = pathlib.Path(os.environ["FOYER_BIN_DIR"]) / "foyer-cli"
GIVEN = "cash=2000"  # more than any cart costs

# What a clerk may be told in a storm. Anything else is a fault of the program.
NETWORK = {"offline"}
SOLD_OUT = {"sold_out", "rights_short", "no_seats", "not_enough_seats", "seat_taken", "seat_held", "seat_not_here"}
CHANGED = {"already_used", "already_void", "already_changed", "ticket_void", "plan_changed", "nothing_to_change"}


class Ended:
    """How a command ended. `answer` is None where it was killed before it had answered."""

    def __init__(self, status: int, out: str, err: str, was_killed: bool):
        self.answer = None
        if out.endswith("\n"):
            self.answer = json.loads(out)
        elif not was_killed:
            raise Violation(f"a program ended with status {status} and said: {out!r} {err!r}")
        if self.answer is None and status != -9:
            raise Violation(f"a program ended with status {status} without an answer: {err!r}")

    @property
    def code(self) -> str:
        return self.answer.get("error", {}).get("code", "") if self.answer else "killed"


class Counter:
    """A data folder and the program that works on it, one process at a time."""

    def __init__(self, number: int, folder: pathlib.Path):
        self.number = number
        self.folder = folder
        self._environment = {name: value for name, value in os.environ.items()
                             if name not in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY")}
        self._environment.update(FOYER_PASSPHRASE="correct horse battery", LC_ALL="C.UTF-8")

    def run(self, *arguments: object, killed_after: float | None = None) -> Ended:
        process = subprocess.Popen([CLI, "--data", self.folder, "--json", *map(str, arguments)],
                                   env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        try:
            out, err = process.communicate(timeout=killed_after)
            return Ended(process.returncode, out, err, False)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            return Ended(process.returncode, out, err, True)

    def must(self, *arguments: object, tries: int = 1) -> dict:
        """`tries`: of what a server that runs may answer too late on a busy machine."""
        for _ in range(tries):
            ended = self.run(*arguments)
            if ended.code != "offline":
                break
        if ended.code:
            raise Violation(f"counter {self.number}: {arguments} was refused: {ended.answer}")
        return ended.answer


class Clerk:
    """Does one thing after the other, each chosen from the seed."""

    def __init__(self, counter: Counter, performances: list[dict], paper: Paper, seed: str):
        self.counter = counter
        self.number = counter.number
        self._performances = performances
        self._paper = paper
        self._chance = random.Random(seed)
        self.kills = 0

    def work(self, over: threading.Event) -> None:
        acts = {self.sell: 40, self.sync: 16, self.refund: 8, self.exchange: 7, self.hold: 5, self.release: 5,
                self.reserve: 3, self.collect: 3, self.scan: 9, self.void: 3, self.give_back: 3}
        while not over.is_set():
            self._chance.choices(list(acts), list(acts.values()))[0]()

    def _run(self, *arguments: object, may_be: set[str], of: str) -> Ended:
        """Runs a command, and sometimes kills it. Refusals that are not in `may_be` are violations."""
        killed_after = self._chance.uniform(0.0, 1.5) ** 2 if self._chance.random() < 0.15 else None
        ended = self.counter.run(*arguments, killed_after=killed_after)
        self.kills += ended.code == "killed"
        self._paper.count(f"{of}: {ended.code or 'done'}")
        if ended.code and ended.code != "killed" and ended.code not in may_be:
            raise Violation(f"counter {self.number}: {of} was refused: {ended.answer} {arguments}")
        return ended

    # Sales

    def _cart(self) -> list[str]:
        performance = self._chance.choice(self._performances)
        count = self._chance.randint(1, 3)
        kind = self._chance.choice(performance["types"])
        cart = ["--performance", performance["id"], "--tickets", f"{kind}={count}"]
        if performance["seats"]:
            if self._chance.random() < 0.4:
                first = self._chance.randrange(len(performance["seats"]) - count)
                return [*cart, "--seats", ",".join(performance["seats"][first:first + count])]
            cart += ["--category", self._chance.choice(performance["categories"])]
        return cart

    def sell(self) -> None:
        request = uuid.UUID(int=self._chance.getrandbits(128), version=4)
        cart = self._cart()
        for _ in range(4):
            ended = self._run("sell", *cart, "--pay", GIVEN, "--request", request, may_be=SOLD_OUT, of="sell")
            if ended.answer:
                if not ended.code:
                    self._paper.order_shown(self.number, ended.answer["order"])
                return
            # Killed: the clerk does it once more, and it must not be sold twice.

    def _own_order(self) -> PaperOrder | None:
        orders = [order for order in self._paper.orders_of(self.number)
                  if any(ticket.is_valid for ticket in order.tickets)]
        if not orders:
            return None
        order = self._chance.choice(orders)
        if not order.is_certain:
            self.look_up(order)
        return order if order.is_certain and any(each.is_valid for each in order.tickets) else None

    def look_up(self, order: PaperOrder) -> None:
        ended = self._run("order", order.code, may_be=set(), of="look up")
        if ended.answer:
            self._paper.order_shown(self.number, ended.answer["order"])

    def _change(self, order: PaperOrder, *arguments: object, may_be: set[str], of: str) -> None:
        ended = self._run(*arguments, may_be=may_be, of=of)
        if ended.answer is None:
            order.is_certain = False
        elif not ended.code:
            self._paper.order_shown(self.number, ended.answer["order"])

    def _valid_of(self, order: PaperOrder) -> int:
        return self._chance.choice([number for number, each in enumerate(order.tickets, 1) if each.is_valid])

    def refund(self) -> None:
        if order := self._own_order():
            self._change(order, "refund", order.code, "--ticket", self._valid_of(order), "--reason", "ill",
                         may_be=CHANGED, of="refund")

    def void(self) -> None:
        if order := self._own_order():
            self._change(order, "void", order.code, "--reason", "mistake", may_be=CHANGED, of="void")

    def exchange(self) -> None:
        order = self._own_order()
        if not order:
            return
        ticket = self._valid_of(order)
        performance = next(each for each in self._performances if each["id"] == order.tickets[ticket - 1].performance)
        if performance["seats"] and self._chance.random() < 0.7:
            change = f"{ticket}={self._chance.choice(performance['seats'])}"
        else:
            change = f"{ticket}=:{self._chance.choice(performance['types'])}"
        may_be = CHANGED | SOLD_OUT
        plan = self._run("exchange", order.code, "--change", change, "--plan", may_be=may_be, of="plan")
        if plan.answer and not plan.code:
            due = plan.answer["plan"]["due"]
            paid = ["--pay", f"cash={due}"] if float(due) > 0 else []
            self._change(order, "exchange", order.code, "--change", change, *paid, "--reason", "wish",
                         may_be=may_be | {"underpaid"}, of="exchange")

    # What is kept back

    def hold(self) -> None:
        performance = self._chance.choice(self._performances)
        if performance["seats"]:
            first = self._chance.randrange(len(performance["seats"]) - 2)
            places = ["--seats", ",".join(performance["seats"][first:first + 2])]
        else:
            places = ["--standing", f"{performance['categories'][0]}=2"]
        ended = self._run("hold", "place", "--performance", performance["id"], "--kind", "press", "--label",
                          "Evening Post", *places, may_be=SOLD_OUT, of="hold")
        self._note_holds(ended, performance["id"], 2)

    def reserve(self) -> None:
        performance = self._chance.choice(self._performances)
        ended = self._run("reserve", "--performance", performance["id"], "--tickets",
                          f"{performance['types'][0]}=1", "--customer", "name=Kim", may_be=SOLD_OUT, of="reserve")
        self._note_holds(ended, performance["id"], 1)

    def _note_holds(self, ended: Ended, performance: str, places: int) -> None:
        if ended.answer and not ended.code:
            [hold] = ended.answer["holds"]
            self._paper.held(PaperHold(hold["id"], self.number, performance, hold["code"] or "", places))

    def _own_hold(self, is_reservation: bool) -> PaperHold | None:
        holds = [hold for hold in self._paper.holds_of(self.number)
                 if hold.state == "held" and bool(hold.code) == is_reservation]
        return self._chance.choice(holds) if holds else None

    def release(self) -> None:
        if hold := self._own_hold(False):
            ended = self._run("hold", "release", hold.id, may_be=set(), of="release")
            hold.state = "gone" if ended.answer else "unknown"

    def collect(self) -> None:
        if hold := self._own_hold(True):
            ended = self._run("collect", hold.code, "--pay", GIVEN, may_be=set(), of="collect")
            hold.state = "gone" if ended.answer else "unknown"
            if ended.answer:
                self._paper.order_shown(self.number, ended.answer["order"])

    # Doors, rights and syncing

    def scan(self) -> None:
        tickets = self._paper.all_tickets()
        if not tickets:
            return
        ticket = self._chance.choice(tickets)
        ended = self._run("scan", ticket.code, "--gate", f"Gate {self.number}", of="scan",
                          may_be={"already_used", "void", "unknown_counter"})
        if ended.answer is None:
            self._paper.may_have_let_in(self.number, ticket.id)
        elif ended.answer["scan"]["result"] == "valid":
            self._paper.let_in(self.number, ticket.id)

    def give_back(self) -> None:
        performance = self._chance.choice(self._performances)
        self._run("server", "return", "--performance", performance["id"], "--keep", self._chance.randint(0, 3),
                  may_be=set(), of="give rights back")

    def sync(self) -> None:
        self._run("server", "sync", may_be=NETWORK, of="sync")
