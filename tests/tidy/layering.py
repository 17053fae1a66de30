# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which folder may include what: the arrows of ARCHITECTURE.md, as a table that a test can read.

The private links of CMake say the same to the linker; this says it of every header, unbuilt.
"""
from __future__ import annotations

import re
from dataclasses import dataclass

# The folders of ours, the longest first, so that the first match is the right one.
FOLDERS = (
    "core/base", "core/calendar", "core/crypto", "core/domain", "core/storage", "core/services", "core/documents",
    "sync/protocol", "sync/client", "sync/server", "ui", "app", "resources", "tests",
)

CORE = tuple(folder for folder in FOLDERS if folder.startswith("core/"))

# Each folder, and the other folders of ours that it may include.
MAY_INCLUDE = {
    "core/base": (),
    "core/calendar": ("core/base",),
    "core/crypto": ("core/base",),
    "core/domain": ("core/base",),
    "core/storage": ("core/base", "core/domain", "core/crypto"),
    "core/services": ("core/base", "core/calendar", "core/domain", "core/crypto", "core/storage"),
    "core/documents": ("core/base", "core/calendar", "core/domain", "core/crypto"),
    "sync/protocol": CORE,
    "sync/client": CORE + ("sync/protocol",),
    "sync/server": CORE + ("sync/protocol",),
    "ui": ("core/base", "core/domain"),
    "app": CORE + ("sync/protocol", "sync/client", "sync/server", "ui", "resources"),
    "tests": FOLDERS,
}

# Parts of app that are narrower than the folder they stand in: the programs know nothing of each
# other, and what they share knows no program.
NARROWER = {
    "app/desktop": ("sync/server", "app/cli", "app/server"),
    "app/cli": ("sync/server", "ui", "app/desktop", "app/server"),
    "app/server": ("sync/client", "ui", "app/cli", "app/desktop"),
    "app/orders": ("ui", "app/cli", "app/desktop", "app/server"),
    "app/seasons": ("ui", "app/cli", "app/desktop", "app/server"),
}

# What is not ours. Each library, and who may see it: in any file, or in .cpp files only.
@dataclass(frozen=True)
class Library:
    name: str
    header: re.Pattern[str]
    anywhere: tuple[str, ...]
    sources_only: tuple[str, ...]


LIBRARIES = (
    Library("Qt Sql", re.compile(r"^(QtSql/|QSql)"), (), ("core/storage",)),
    Library("Qt Network",
            re.compile(r"^(QtNetwork/|QNetwork|QSsl|QTcp|QUdp|QHost|QAbstractSocket|QLocalSo|QLocalSe)"),
            ("sync/client", "app"), ()),
    Library("QtKeychain", re.compile(r"^qt6keychain/"), ("sync/client",), ()),
    Library("Qt", re.compile(r"^(Qt[A-Z]\w*/|Q[A-Z]\w*$|Qt[A-Z]?\w*$|qt|qpa/)"),
            ("ui", "app", "sync/client"), ("core/calendar", "core/storage", "core/documents", "sync/protocol")),
    Library("SQLite", re.compile(r"^sqlite3"), (), ("core/storage",)),
    Library("libpq", re.compile(r"^(libpq|pg_|postgres)"), (), ("core/storage",)),
    Library("OpenSSL", re.compile(r"^openssl/"), (), ("core/crypto", "sync/server")),
    Library("libsodium", re.compile(r"^sodium"), (), ("core/crypto",)),
    Library("libqrencode", re.compile(r"^qrencode"), (), ("core/documents",)),
    Library("Zstandard", re.compile(r"^zstd"), (), ("core/storage",)),
    Library("libical", re.compile(r"^libical/"), (), ("core/calendar",)),
    Library("Mustache", re.compile(r"^kainjow/"), (), ("core/domain",)),
    Library("CUPS", re.compile(r"^cups/"), (), ("core/documents", "app")),
    Library("libxlsxwriter", re.compile(r"^xlsxwriter"), (), ("core/documents",)),
    Library("nlohmann/json", re.compile(r"^nlohmann/"), ("app",),
            ("core/documents", "sync/protocol", "sync/client", "sync/server")),
    Library("Poco", re.compile(r"^Poco/"), ("sync/server", "app"), ()),
    Library("Expat", re.compile(r"^expat"), (), ("sync/server",)),
    Library("libjpeg, libpng, libwebp, Little CMS, libseccomp",
            re.compile(r"^(jpeglib|jerror|png|lcms2|seccomp)\.h$|^webp/"), (), ("app",)),
    Library("CLI11", re.compile(r"^CLI/"), ("app",), ()),
)

# The system's own headers; the counter uses few, and each of these folders for a stated reason.
SYSTEM = re.compile(r"^(sys/|net/|arpa/|netinet/)?[a-z0-9_]+\.h$")
SYSTEM_MAY = (
    "core/base",      # the system's clock and its randomness
    "core/crypto",    # wiping memory
    "core/storage",   # a file locked and flushed
    "core/services",  # a file locked and flushed
    "core/documents", # a socket to a ticket printer
    "sync/client", "sync/server",
    "app",            # terminals and signals
)


def folder_of(path: str) -> str | None:
    """The folder of ours that a path, or an include, stands in."""
    return next((f for f in FOLDERS if path.startswith(f + "/")), None)


def objection(path: str, include: str) -> str | None:
    """What is wrong with this include in this file, as a sentence; None where it is allowed."""
    folder = folder_of(path)
    if folder is None or folder == "tests":
        return None
    target = folder_of(include)
    if target is not None:
        if target != folder and target not in MAY_INCLUDE[folder]:
            allowed = ", ".join(MAY_INCLUDE[folder]) or "the C++ standard library only"
            return f"{folder} may not include {target} (it may include: {allowed})."
        for part, refused in NARROWER.items():
            if path.startswith(part + "/"):
                for other in refused:
                    if include.startswith(other + "/"):
                        return f"{part} may not include {other}."
        return None
    for library in LIBRARIES:
        if library.header.match(include):
            if folder in library.anywhere:
                return None
            if folder in library.sources_only:
                if path.endswith(".cpp"):
                    return None
                return f"{library.name} stays in the .cpp files of {folder}: headers pass it on."
            return f"{folder} may not include {library.name}."
    if SYSTEM.match(include) and folder not in SYSTEM_MAY:
        return f"{folder} may not include the system's <{include}>."
    return None
