#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes cron-1-vectors.json: lines of cron and their next times, as croniter (Debian's
python3-croniter) works them out, which shares nothing with our own reader.

    /usr/bin/python3 tests/data/make_cron_vectors.py > tests/data/cron-1-vectors.json
"""

import datetime
import json
import random

import croniter

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
WEEKDAYS = "sun mon tue wed thu fri sat".split()


def field(chance, low, high, names=()):
    def value():
        number = chance.randint(low, high)
        return names[number - low] if names and chance.random() < 0.3 else str(number)

    def part():
        kind = chance.random()
        if kind < 0.5:
            return value()
        if kind < 0.75:
            a, b = sorted((chance.randint(low, high), chance.randint(low, high)))
            step = "/%d" % chance.randint(1, 7) if chance.random() < 0.4 else ""
            return "%d-%d%s" % (a, b, step)
        return "*/%d" % chance.randint(1, max(2, (high - low) // 2))

    if chance.random() < 0.35:
        return "*"
    # A field that begins with a star is one, whatever follows: croniter reads that otherwise.
    parts = sorted((part() for _ in range(chance.randint(1, 3))), key=lambda p: p.startswith("*"))
    return ",".join(parts)


def line(chance):
    day = field(chance, 1, 31)
    weekday = field(chance, 0, 6, WEEKDAYS)
    if day.startswith("*/") or weekday.startswith("*/") or (day != "*" and "*" in day) or (
            weekday != "*" and "*" in weekday):
        day = "*"
    return " ".join([field(chance, 0, 59), field(chance, 0, 23), day,
                     field(chance, 1, 12, MONTHS), weekday if day == "*" else
                     weekday if "*" not in weekday else "*"])


def main():
    chance = random.Random(2026)
    vectors = []
    while len(vectors) < 400:
        text = line(chance)
        start = datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc) + datetime.timedelta(
            minutes=chance.randint(0, 3 * 366 * 24 * 60))
        try:
            times = croniter.croniter(text, start)
            following = [int(times.get_next(float)) for _ in range(3)]
        except croniter.CroniterBadDateError:
            continue
        vectors.append({"line": text, "after": int(start.timestamp()), "next": following})
    print("[\n" + ",\n".join(map(json.dumps, vectors)) + "\n]")


main()
