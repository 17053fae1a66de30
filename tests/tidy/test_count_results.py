# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The counts at the end of ./dev test tell of every program that did not get to its end."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

COUNT = Path(__file__).resolve().parents[1] / "count_results.py"
END = "\n100% tests passed, 0 tests failed out of 1\n"


def counts(*lines: str, end: str = END) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".log") as log:
        log.write("\n".join(lines) + end)
        log.flush()
        return subprocess.run([sys.executable, str(COUNT), log.name], check=True, text=True,
                              capture_output=True).stdout.strip()


def ended(name: str, verdict: str = "  Passed") -> str:
    return f"1/1 Test #1: {name} .................... {verdict}    0.20 sec"


BEGUN = "1: ********* Start testing of TestSales *********"
TOTALS = "1: Totals: 7 passed, 0 failed, 0 skipped, 0 blacklisted, 12ms"


class Counts(unittest.TestCase):
    def test_each_function_of_qt_test_counts_without_its_frame(self):
        self.assertEqual(counts(BEGUN, TOTALS, ended("test_sales")), "5 passed, 0 failed")
        self.assertEqual(counts(BEGUN, TOTALS, BEGUN, TOTALS, ended("test_sales")),
                         "10 passed, 0 failed")

    def test_another_program_counts_as_one(self):
        self.assertEqual(counts("1: fine", ended("tidy_sources")), "1 passed, 0 failed")
        self.assertEqual(counts("1: bad", ended("tidy_sources", "***Failed")), "0 passed, 1 failed")

    def test_a_crash_counts_as_a_failure(self):
        self.assertEqual(counts(BEGUN, ended("test_sales", "***Exception: SegFault")),
                         "0 passed, 1 failed")
        self.assertEqual(counts(BEGUN, TOTALS, BEGUN, ended("test_sales", "Subprocess aborted***")),
                         "5 passed, 1 failed")

    def test_silence_counts_as_a_failure(self):
        self.assertEqual(counts(ended("test_sales")), "0 passed, 1 failed")
        self.assertEqual(counts(BEGUN, ended("print_queue")), "0 passed, 1 failed")

    def test_failed_functions_are_counted_and_skipped_ones_are_neither(self):
        totals = "1: Totals: 6 passed, 2 failed, 3 skipped, 0 blacklisted, 12ms"
        self.assertEqual(counts(BEGUN, totals, ended("test_sales", "***Failed")),
                         "4 passed, 2 failed")

    def test_a_suite_that_was_cut_off_is_a_failure(self):
        self.assertEqual(counts(BEGUN, TOTALS, ended("test_sales"), end=""), "5 passed, 1 failed")
        self.assertEqual(counts("No tests were found!!!", end=""), "0 passed, 1 failed")


if __name__ == "__main__":
    unittest.main()
