#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what a verbose ctest log says: each Qt Test function, and each other program as one.

A program that crashed, ran out of time or ended without its totals counts as failed.
"""
import re
import sys

TOTALS = re.compile(r"^(\d+): Totals: (\d+) passed, (\d+) failed, (\d+) skipped")
ENDED = re.compile(r"^\s*\d+/\d+ Test\s+#(\d+): (\S+) \.*\s*(.*?)\s+[\d.]+ sec")
FRAME = 2  # initTestCase and cleanupTestCase pass in every class and say nothing


def main() -> int:
    passed = failed = 0
    counted: dict[str, list[int]] = {}
    with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
        for line in log:
            if totals := TOTALS.match(line):
                number, good, bad, skipped = totals.groups()
                entry = counted.setdefault(number, [0, 0])
                entry[0] += max(int(good) - FRAME, 0)
                entry[1] += int(bad) + int(skipped)  # a skipped test has shown nothing
            elif ended := ENDED.match(line):
                number, name, verdict = ended.groups()
                good, bad = counted.get(number, [0, 0])
                if "Passed" in verdict:
                    passed += good if number in counted else 1
                    failed += bad
                else:
                    print(f"FAIL!  : {name} {verdict}", file=sys.stderr)
                    passed += good
                    failed += max(bad, 1)
    print(f"{passed} passed, {failed} failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
