#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which .cpp files of a target may be compiled as one.

Reads lines "target path" from standard input; prints a line "target group path" for each file of a target
that has several, the groups being numbers. Files that name something the same way in their unnamed namespaces
go into different groups, as they would name it twice in one. What is declared there is read by its looks (this
code base is formatted by clang-format, and does not indent namespaces): a mistake is a compiler's error, never
a wrong program.
"""
import re
import sys

LARGEST = 8  # files in a group: more save little and wait for one core
NAMED = re.compile(r"^(?:struct|class|enum class|enum|using|union)\s+(\w+)")
CONSTANT = re.compile(r"^(?:static |inline )?(?:constexpr|const|constinit|thread_local|std::)[^=({]*?"
                      r"\b(\w+)(?:\[[^]]*\])?\s*(?:=|\{|;|$)")
CALLED = re.compile(r"\b(operator\s*\S+?|\w+)\s*\(")


def declared(path):
    """What a file declares in its unnamed namespaces, and what it defines as macros."""
    names = set()
    depth = 0
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#define "):
                names.add("#" + line.split()[1].split("(")[0])
            if re.match(r"^namespace\s*\{", line):
                depth += 1
            elif depth and line.startswith("} // namespace\n"):
                depth -= 1
            elif depth and line[0] not in " \t}/#\n":
                for pattern in (NAMED, CONSTANT, CALLED):
                    names.update(pattern.findall(line)[:1])
            elif not depth and line.startswith("static "):
                names.update(CALLED.findall(line)[:1])
    return names


def group(paths):
    """The number of the group of each file."""
    groups = []  # (files in it, what they declare)
    numbers = []
    for names in map(declared, paths):
        number = next((i for i, (count, known) in enumerate(groups) if count < LARGEST and not names & known),
                      len(groups))
        if number == len(groups):
            groups.append((0, set()))
        count, known = groups[number]
        groups[number] = (count + 1, known | names)
        numbers.append(number)
    return numbers


def main():
    targets = {}
    for line in sys.stdin.read().splitlines():
        target, path = line.split(" ", 1)
        targets.setdefault(target, []).append(path)
    for target, paths in targets.items():
        if len(paths) > 1:
            for number, path in zip(group(paths), paths):
                print(target, number, path)


main()
