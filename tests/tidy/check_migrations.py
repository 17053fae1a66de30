#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether migrations that somebody's database may have seen are as they were.

A migration that is changed afterwards is not run again: the old databases would lack what it adds. What
is released stands in released.sha256, as sha256sum writes it; new ones are added to its end by
`check_migrations.py --release` when they are handed out.
"""
import hashlib
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "core/storage/migrations"
LIST = "released.sha256"


def digests(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.glob("*.sql"))}


def released(folder):
    lines = (folder / LIST).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split() for line in lines)}


def check(folder):
    """A sentence for each fault."""
    now, before = digests(folder), released(folder)
    found = [f"{name} was released and is {'changed' if name in now else 'gone'}: databases that have "
             "seen it would miss the change. Put it back as it was, and write a new migration."
             for name, digest in before.items() if now.get(name) != digest]
    latest = max((name[:4] for name in before), default="")
    found += [f"{name} comes before {latest}, which is released: give it a later number."
              for name in now if name not in before and name[:4] <= latest]
    return found


def main():
    if sys.argv[1:] == ["--release"]:
        lines = [f"{digest}  {name}\n" for name, digest in digests(FOLDER).items()]
        (FOLDER / LIST).write_text("".join(lines), encoding="utf-8")
        return 0
    found = check(FOLDER)
    print("\n".join([*found, f"{len(digests(FOLDER))} migrations, {len(found)} objections"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
