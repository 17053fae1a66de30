#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what a verbose ctest log says: each Qt Test function, and each other program as one.

A program that crashed, ran out of time or ended without its totals counts as failed. The output of
what failed goes to standard error, the counts to standard output.
"""
import re
import sys
from collections import defaultdict

OUTPUT = re.compile(r"^(\d+): (.*)")
BEGUN = re.compile(r"^\*{9} Start testing of ")
TOTALS = re.compile(r"^Totals: (\d+) passed, (\d+) failed, (\d+) skipped")
ENDED = re.compile(r"^\s*\d+/\d+ Test\s+#(\d+): (\S+) \.*\s*(.*?)\s+[\d.]+ sec")
ALL_ENDED = re.compile(r"^\d+% tests passed")
FRAME = 2  # initTestCase and cleanupTestCase pass in every class and say nothing
SHOWN_LINES = 60


class Program:
    """What one program of the suite has said so far."""

    def __init__(self):
        self.lines: list[str] = []
        self.begun = self.ended = self.passed = self.failed = self.skipped = 0

    def hear(self, line: str) -> None:
        self.lines.append(line)
        if BEGUN.match(line):
            self.begun += 1
        elif totals := TOTALS.match(line):
            passed, failed, skipped = map(int, totals.groups())
            self.ended += 1
            self.passed += max(passed - FRAME, 0)
            self.failed += failed
            self.skipped += skipped

    def close(self, name: str, verdict: str) -> None:
        is_qt_test = self.begun > 0 or name.startswith("test_")
        if not is_qt_test:
            self.passed = 1 if verdict == "Passed" else 0
        complete = self.begun == self.ended and (self.ended > 0 or not is_qt_test)
        if verdict != "Passed" or not complete:
            self.failed = max(self.failed, 1)
        if self.failed:
            print(f"FAIL!  : {name} {verdict}", file=sys.stderr)
            telling = [line for line in self.lines if not line.startswith("PASS   :")]
            print(*telling[-SHOWN_LINES:], sep="\n", file=sys.stderr)


def main() -> int:
    programs: dict[str, Program] = defaultdict(Program)
    closed: set[str] = set()
    whole = False
    with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
        for line in log:
            if output := OUTPUT.match(line):
                programs[output.group(1)].hear(output.group(2))
            elif ended := ENDED.match(line):
                number, name, verdict = ended.groups()
                programs[number].close(name, verdict.strip())
                closed.add(number)
            elif ALL_ENDED.match(line):
                whole = True
    counted = [programs[number] for number in closed]
    passed = sum(program.passed for program in counted)
    failed = sum(program.failed for program in counted)
    skipped = sum(program.skipped for program in counted)
    if not whole or not counted:
        print("FAIL!  : ctest did not get to its end", file=sys.stderr)
        failed += 1
    if skipped:
        print(f"{skipped} skipped: what they need is not on this machine", file=sys.stderr)
    print(f"{passed} passed, {failed} failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
