#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of CONTRIBUTING.md that a machine can check: file:line and a sentence each.

check_sources.py [FILE …]: without files, everything that git knows of or would add.
"""
from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Iterator

import layering
from cpp_text import CppText

ROOT = Path(__file__).resolve().parents[2]
CPP = (".h", ".cpp")
SCRIPTS = (".py", ".sh", ".cmake")
LINES_MAX = 400
TEST_LINES_MAX = 800  # stories about one subject stand side by side; nobody reads them from the top
FUNCTION_LINES_MAX = 70
COLUMNS_MAX = 100
SCRIPT_COLUMNS_MAX = 120  # no formatter wraps shell and Python

SPDX = ("SPDX-FileCopyrightText: The Foyer authors", "SPDX-License-Identifier: GPL-3.0-or-later")
VAGUE = re.compile(r"(Manager|Helpers?|Utils?|Utilities)$")
VAGUE_FILE = re.compile(r"(^|_)(manager|helpers?|utils?|utilities|misc|common)$")
DECLARED = re.compile(r"\b(?:class|struct|enum class|enum|namespace)\s+(\w+)\s*(?:final\s*)?[:{\n]")
LATER = re.compile(r"\b(" + "|".join(("TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK")) + r")\b")
SQL = re.compile(
    r"\b(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s|"
    r"ALTER\s+TABLE\s|(CREATE|DROP)\s+(TABLE|INDEX|VIEW|TRIGGER)\s|BEGIN\s+IMMEDIATE)")
UMBRELLA = re.compile(r"^Qt(Core|Gui|Widgets|Network|Sql|Svg|PrintSupport|Test)(/Qt\w+)?$")
QT_KEYWORD = re.compile(
    r"\b(signals|slots)\s*:|\bemit\s+\w|\bforeach\s*\(|\bSIGNAL\s*\(|\bSLOT\s*\(")
# Handed to something, it stands after a bracket; alone on its line that is open, or it is lost.
LOST_PROPERTY = re.compile(r"(?:[;{}]|\belse\b)\s*(?:\(void\)\s*)?((?:::)?rc::check\()")
NESTED_LOOP = re.compile(
    r"\bQEventLoop\b|\b\w*[dD]ialog\w*(\.|->)exec\s*\(|\bprocessEvents\s*\(")

Finding = tuple[str, int, str]


def check_header(path: str, text: str) -> Iterator[Finding]:
    head = text.split("\n", 4)[:4]
    if not all(any(words in line for line in head) for words in SPDX):
        yield path, 1, "The file does not begin with the two SPDX lines of its authors and licence."


def check_shape(path: str, text: str) -> Iterator[Finding]:
    lines = text.split("\n")
    most = TEST_LINES_MAX if path.startswith("tests/") else LINES_MAX
    if len(lines) - 1 > most:
        yield path, most, (f"The file has {len(lines) - 1} lines; over {most} it holds more than one "
                           "thing and is better two files.")
    widest = COLUMNS_MAX if path.endswith(CPP) else SCRIPT_COLUMNS_MAX
    verbatim = CppText(text).raw_lines() if path.endswith(CPP) else frozenset()
    for number, line in enumerate(lines, 1):
        if len(line) > widest and "http" not in line and number not in verbatim:
            yield path, number, f"The line has {len(line)} columns; {widest} is the most that fit."
        if line.endswith((" ", "\t", "\r")):
            yield path, number, "The line ends in white space."
    for match in LATER.finditer(text):
        number = text.count("\n", 0, match.start()) + 1
        yield path, number, (f"{match.group()} is a promise that nobody tracks: do it now, or file "
                             "an issue.")


def check_names(path: str, cpp: CppText) -> Iterator[Finding]:
    if VAGUE_FILE.search(Path(path).stem.lower()):
        yield path, 1, "The name does not say what the file is for; such files collect strangers."
    for match in DECLARED.finditer(cpp.code):
        if VAGUE.search(match.group(1)):
            number = cpp.code.count("\n", 0, match.start()) + 1
            yield path, number, f"{match.group(1)} does not say what it is responsible for; name that."


def check_includes(path: str, cpp: CppText) -> Iterator[Finding]:
    for include in cpp.includes:
        if refused := layering.objection(path, include.text):
            yield path, include.line, refused
        if UMBRELLA.match(include.text) and not path.startswith("tests/"):
            yield path, include.line, (f"<{include.text}> brings in a whole module and costs seconds "
                                       "in each file; include the classes that are used.")
        if include.text.startswith("../"):
            yield path, include.line, "Includes are written from the top of the project, not \"../\"."


def check_code(path: str, text: str, cpp: CppText) -> Iterator[Finding]:
    def lines_of(pattern: re.Pattern[str]) -> Iterator[int]:
        for match in pattern.finditer(cpp.code):
            yield cpp.code.count("\n", 0, match.start()) + 1

    if path.endswith(".h") and "#pragma once" not in text:
        yield path, 1, "The header lacks #pragma once."
    verbatim = cpp.raw_lines()
    for start, lines in cpp.functions():
        length = sum(line not in verbatim for line in range(start + 1, start + 1 + lines))
        if length > FUNCTION_LINES_MAX:
            yield path, start, (f"The function has {length} lines; {FUNCTION_LINES_MAX} is the most "
                                "that one reads at once.")
    for number in lines_of(QT_KEYWORD):
        yield path, number, ("Qt's keywords are off: use Q_SIGNALS, Q_SLOTS, Q_EMIT and pointers "
                             "to members.")
    for match in LOST_PROPERTY.finditer(cpp.code):
        number = cpp.code.count("\n", 0, match.start(1)) + 1
        yield path, number, ("Nobody hears whether this property holds: rc::check only answers. "
                             "Write QVERIFY(rc::check(...)).")
    if path.startswith("tests/"):
        return
    if path.startswith("ui/"):
        for number in lines_of(NESTED_LOOP):
            yield path, number, ("A nested event loop lets the user close the window inside this "
                                 "function: use open() and a signal.")
    if not path.startswith("core/storage/"):
        for piece in cpp.strings:
            if SQL.search(piece.text):
                yield path, piece.line, "SQL is written in core/storage only, where it is seen and tested."


def cycles(included: dict[str, list[str]]) -> Iterator[Finding]:
    """Headers that include each other, each ring reported once, at its first file."""
    done: set[str] = set()
    for first in sorted(included):
        trail: list[str] = []

        def visit(path: str) -> Iterator[Finding]:
            if path in trail:
                ring = trail[trail.index(path):] + [path]
                yield ring[0], 1, "Headers include each other in a ring: " + " -> ".join(ring) + "."
                return
            if path in done:
                return
            trail.append(path)
            for target in included.get(path, ()):
                yield from visit(target)
            trail.pop()
            done.add(path)

        yield from visit(first)


def check_file(path: str, text: str) -> list[Finding]:
    """Everything that is wrong with one file, by itself."""
    found = [*check_header(path, text), *check_shape(path, text)]
    if path.endswith(CPP):
        cpp = CppText(text)
        for check in (check_names, check_includes):
            found += check(path, cpp)
        found += check_code(path, text, cpp)
    return found


def check_all(files: dict[str, str]) -> list[Finding]:
    """Everything that is wrong with these files (path from the top of the project -> text)."""
    found: list[Finding] = []
    included: dict[str, list[str]] = {}
    for path, text in files.items():
        found += check_file(path, text)
        if path.endswith(".h"):
            included[path] = [piece.text for piece in CppText(text).includes if piece.text in files]
    return sorted(found + list(cycles(included)))


def is_ours(path: str) -> bool:
    if path.startswith(("build/", "tests/data/", "tests/fuzz/corpus/")):
        return False
    return path.endswith(CPP + SCRIPTS) or path == "dev" or path.startswith(".ci/")


def project_files(asked: list[str]) -> dict[str, str]:
    if asked:
        paths = [str(Path(name).resolve().relative_to(ROOT)) for name in asked]
    else:
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listing = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        paths = sorted(set(listing.split("\0")) - {""})
    return {path: (ROOT / path).read_text(encoding="utf-8")
            for path in paths if is_ours(path) and (ROOT / path).is_file()}


def main() -> int:
    files = project_files(sys.argv[1:])
    found = check_all(files)
    for path, line, sentence in found:
        print(f"{path}:{line}: {sentence}")
    print(f"{len(files)} files, {len(found)} objections")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
