#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks translations/*.ts: lrelease packs a file with too few plural forms or a lost %1 silently."""
from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as Xml
from pathlib import Path
from typing import Iterator

ROOT = Path(__file__).resolve().parents[2]
PLURAL_FORMS = {"en": 2, "de": 2, "fr": 2, "es": 2, "ja": 1, "ar": 6, "pl": 3}
PLACEHOLDER = re.compile(r"%(?:L?\d+|n)")


def faults(path: Path) -> Iterator[str]:
    language = Xml.parse(path).getroot().get("language", "")
    forms = PLURAL_FORMS.get(language.split("_")[0])
    if forms is None:
        yield f"The language {language!r} has no known number of plural forms; add it to the check."
        return
    for message in Xml.parse(path).getroot().iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        if translation is None or translation.get("type") in ("vanished", "obsolete", "unfinished"):
            continue
        texts = [translation.text or ""]
        if message.get("numerus") == "yes":
            texts = [form.text or "" for form in translation.findall("numerusform")]
            if len(texts) != forms:
                yield f"{source!r} has {len(texts)} plural forms; {language} needs {forms}."
        wanted = set(PLACEHOLDER.findall(source))
        for text in texts:
            given = set(PLACEHOLDER.findall(text))
            # A plural form may leave the number out ("one ticket"), and nothing else.
            if text and (given - wanted or wanted - given - {"%n"}):
                yield f"{source!r} and its translation {text!r} have different placeholders."
            if not text:
                yield f"{source!r} is marked as translated and is empty."


def main() -> int:
    files = sorted((ROOT / "translations").glob("*.ts"))
    found = [f"{path.relative_to(ROOT)}: {fault}" for path in files for fault in faults(path)]
    print(*found, sep="\n")
    print(f"{len(files)} files, {len(found)} objections")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
