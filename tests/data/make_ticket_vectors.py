#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes ticket-1-vectors.json: codes in the format "ticket-1", made without any of Foyer's code
(Ed25519 by the Python package "cryptography"). Whoever writes another gate checks it against them."""

import hashlib
import json
import pathlib
import struct

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def base45(data: bytes) -> str:
    text = ""
    for i in range(0, len(data), 2):
        pair = data[i : i + 2]
        number = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            text += ALPHABET[number % 45]
            number //= 45
    return text


def public_key(seed: bytes) -> bytes:
    return (
        Ed25519PrivateKey.from_private_bytes(seed)
        .public_key()
        .public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
    )


def vector(name: str, seed: bytes, performance: bytes, ticket: bytes, kind: int, after: int, before: int) -> dict:
    key = public_key(seed)
    payload = (
        b"\x01" + hashlib.sha256(key).digest()[:4] + performance + ticket
        + struct.pack(">HIIB", kind, after, before, 0)
    )
    signature = Ed25519PrivateKey.from_private_bytes(seed).sign(b"foyer-ticket-1" + payload)
    return {
        "name": name,
        "seed": seed.hex(),
        "public_key": key.hex(),
        "performance": performance.hex(),
        "ticket": ticket.hex(),
        "type": kind,
        "not_before": after,
        "not_after": before,
        "payload": payload.hex(),
        "signature": signature.hex(),
        "code": base45(payload + signature),
    }


def seed_of(number: int) -> bytes:
    return hashlib.sha256(b"foyer test vector %d" % number).digest()


def main() -> None:
    ticket = bytes.fromhex("019ab1c2d3e47f5081626364656667aa")
    plain = vector("an ordinary ticket", seed_of(1), bytes.fromhex("01020304"), ticket, 77, 3_600_000, 3_601_800)
    # Of 256 first bytes of a key id six make the code begin with a space.
    spaced = next(
        number for number in range(2, 1000)
        if (256 + hashlib.sha256(public_key(seed_of(number))).digest()[0]) % 45 == ALPHABET.index(" ")
    )
    vectors = [
        plain,
        vector("a code that begins with a space", seed_of(spaced), bytes.fromhex("a0b0c0d0"), ticket, 65_535, 0, 2**32 - 1),
        vector("all zeros but the key", seed_of(1), bytes(4), bytes(16), 0, 0, 0),
        vector("all ones but the key", seed_of(1), b"\xff" * 4, b"\xff" * 16, 65_535, 2**32 - 1, 2**32 - 1),
    ]
    target = pathlib.Path(__file__).with_name("ticket-1-vectors.json")
    target.write_text(json.dumps({"format": "ticket-1", "vectors": vectors}, indent=2) + "\n")


if __name__ == "__main__":
    main()
