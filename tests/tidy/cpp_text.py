# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""C++ source, taken apart just far enough to check a style: code, comments and string literals."""
from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r'(?P<line_comment>//[^\n]*)'
    r'|(?P<block_comment>/\*.*?\*/)'
    r'|(?P<raw>R"(?P<mark>[^()\s\\]{0,16})\(.*?\)(?P=mark)")'
    r'|(?P<text>"(?:[^"\\\n]|\\.)*")'
    r"|(?P<char>(?<![0-9a-fA-F])'(?:[^'\\\n]|\\.)+')",
    re.S,
)
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]', re.M)


@dataclass(frozen=True)
class Piece:
    line: int
    text: str


def _blank(text: str) -> str:
    """As many lines, and nothing else, so that line numbers stay right."""
    return "\n" * text.count("\n")


class CppText:
    """One file: `code` without comments and literals, and those on their own, each with its line."""

    def __init__(self, text: str):
        self.comments: list[Piece] = []
        self.strings: list[Piece] = []
        self.includes = [Piece(_line(text, found.start(1)), found.group(1))
                         for found in _INCLUDE.finditer(text)]

        def sort_out(match: re.Match[str]) -> str:
            where, found = _line(text, match.start()), match.group()
            if match.group("line_comment") or match.group("block_comment"):
                self.comments.append(Piece(where, found))
                return _blank(found)
            if match.group("raw") or match.group("text"):
                self.strings.append(Piece(where, found))
            return '""' + _blank(found)

        self.code = _TOKEN.sub(sort_out, text)

    def raw_lines(self) -> frozenset[int]:
        """The lines that raw string literals reach over: another language, laid out by its rules."""
        return frozenset(line for piece in self.strings if piece.text.startswith("R")
                         for line in range(piece.line, piece.line + piece.text.count("\n") + 1))

    def functions(self) -> list[tuple[int, int]]:
        """First line and length of each body whose braces stand on lines of their own, like ours."""
        bodies: list[tuple[int, int]] = []
        opened: dict[int, int] = {}
        for number, line in enumerate(self.code.split("\n"), 1):
            indent = len(line) - len(line.lstrip())
            bare = line.strip()
            if bare == "{":
                opened[indent] = number
            elif bare.startswith("}") and indent in opened:
                start = opened.pop(indent)
                bodies.append((start, number - start - 1))
        return bodies


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
