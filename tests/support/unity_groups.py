#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which .cpp files of a library may be compiled as one.

Reads paths from standard input, a line each; prints a line "group path" for each, the groups being
numbers. Files that name something the same way in their unnamed namespaces go into different groups,
as they would name it twice in one. What is declared there is read by its looks (this code base is
formatted by clang-format, and does not indent namespaces): a mistake is a compiler's error, never a
wrong program.
"""
import re
import sys

LARGEST = 8  # files in a group: more save little and wait for one core
NAMED = re.compile(r"^(?:struct|class|enum class|enum|using|union)\s+(\w+)")
CONSTANT = re.compile(r"^(?:static |inline )?(?:constexpr|const|constinit|thread_local|std::)[^=({]*?\b(\w+)(?:\[[^]]*\])?\s*(?:=|\{|;|$)")
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


def main():
    groups = []  # (files in it, what they declare)
    for path in sys.stdin.read().split("\n"):
        if not path:
            continue
        names = declared(path)
        for number, (count, known) in enumerate(groups):
            if count < LARGEST and not names & known:
                groups[number] = (count + 1, known | names)
                break
        else:
            number = len(groups)
            groups.append((1, set(names)))
        print(number, path)


main()
