#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the dates that Foyer makes of rules with those of python-dateutil, another reading of RFC 5545.

Rules are drawn by a fixed seed. A start that its own rule does not name is left out by both: RFC 5545
leaves undefined what that means."""

import datetime
import random
import subprocess
import sys

from dateutil import rrule

CASES = 600
MOST = 1000
YEARS = 30
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def some(chance, values, most):
    return sorted(chance.sample(values, chance.randint(1, most)))


def a_rule(chance):
    frequency = chance.choice(("DAILY", "WEEKLY", "MONTHLY", "YEARLY"))
    words = [f"FREQ={frequency}"]
    if chance.random() < 0.4:
        words.append(f"INTERVAL={chance.randint(1, 4)}")
    if frequency == "WEEKLY" and chance.random() < 0.7:
        words.append("BYDAY=" + ",".join(some(chance, DAYS, 3)))
        if chance.random() < 0.3:
            words.append("WKST=" + chance.choice(("MO", "SU")))
    if frequency == "MONTHLY":
        kind = chance.random()
        if kind < 0.4:
            words.append("BYDAY=" + ",".join(f"{chance.choice((1, 2, 3, -1, -2))}{day}"
                                             for day in some(chance, DAYS, 2)))
        elif kind < 0.7:
            words.append("BYMONTHDAY=" + ",".join(map(str, some(chance, (1, 2, 15, 28, 30, 31, -1), 3))))
        elif kind < 0.85:
            words.append("BYDAY=MO,TU,WE,TH,FR;BYSETPOS=" + chance.choice(("1", "-1", "2")))
    if frequency == "YEARLY" and chance.random() < 0.6:
        words.append("BYMONTH=" + ",".join(map(str, some(chance, range(1, 13), 3))))
        if chance.random() < 0.5:
            words.append("BYDAY=" + f"{chance.choice((1, 2, -1))}{chance.choice(DAYS)}")
    if frequency == "DAILY" and chance.random() < 0.3:
        words.append("BYDAY=" + ",".join(some(chance, DAYS, 4)))
    if frequency in ("DAILY", "WEEKLY") and chance.random() < 0.2:
        words.append("BYMONTH=" + ",".join(map(str, some(chance, range(1, 13), 4))))
    if chance.random() < 0.2:
        words.append("BYHOUR=" + ",".join(map(str, some(chance, (11, 15, 20), 2))))
        words.append("BYMINUTE=" + chance.choice(("0", "30")))
    return ";".join(words)


def a_case(chance):
    start = datetime.datetime(2026, 1, 1, chance.randint(9, 22), chance.choice((0, 15, 30))) + \
        datetime.timedelta(days=chance.randint(0, 800))
    rule = a_rule(chance)
    first = rrule.rrulestr(rule, dtstart=start)
    start = next(iter(first), None)  # the rule itself names its start
    if start is None:
        return None
    if chance.random() < 0.6:
        rule += f";COUNT={chance.randint(1, 60)}"
    else:
        rule += f";UNTIL={start + datetime.timedelta(days=chance.randint(0, 700)):%Y%m%dT%H%M%S}"
    dates = set(rrule.rrulestr(rule, dtstart=start))
    gone = set(chance.sample(sorted(dates), min(len(dates), chance.choice((0, 0, 1, 3)))))
    more = {start + datetime.timedelta(days=chance.randint(-5, 50), hours=1)
            for _ in range(chance.choice((0, 0, 1, 2)))}
    wanted = sorted((dates | more) - gone)
    said = [",".join(f"{date:%Y-%m-%d %H:%M}" for date in sorted(some_dates))
            for some_dates in (gone, more)]
    if "BYSETPOS" in rule and "BYHOUR" in rule:
        answer = "bad_rule"
    elif max(date.year for date in dates) > start.year + YEARS:
        answer = "too_far"
    elif len(wanted) > MOST:
        answer = "too_many_dates"
    elif not wanted:
        answer = "no_dates"
    else:
        answer = ",".join(f"{date:%Y-%m-%d %H:%M}" for date in wanted)
    return f"{start:%Y-%m-%d %H:%M}|{rule}|{said[0]}|{said[1]}", answer


def main():
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 5545)
    cases = [case for case in (a_case(chance) for _ in range(CASES)) if case]
    asked = "".join(line + "\n" for line, _ in cases)
    ran = subprocess.run([sys.argv[1]], input=asked, capture_output=True, text=True, check=True, timeout=120)
    answers = ran.stdout.splitlines()
    assert len(answers) == len(cases), (len(answers), len(cases))
    faults = [(line, wanted, got) for (line, wanted), got in zip(cases, answers) if wanted != got]
    for line, wanted, got in faults[:5]:
        print(f"{line}\n  dateutil: {wanted[:300]}\n  foyer:    {got[:300]}")
    print(f"{len(cases)} rules, {len(faults)} differences")
    return 1 if faults or len(cases) < CASES * 9 // 10 else 0


if __name__ == "__main__":
    sys.exit(main())
