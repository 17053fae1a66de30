# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many booked entries a statement has, and what they add up to, read by another parser than ours."""
import sys
import xml.etree.ElementTree as tree
from decimal import Decimal


def of(node, path):
    for part in path.split("/"):
        node = next((child for child in (node if node is not None else []) if child.tag.endswith("}" + part)), None)
    return node


count, total = 0, Decimal(0)
for entry in tree.parse(sys.argv[1]).iter():
    if not entry.tag.endswith("}Ntry"):
        continue
    coded = of(entry, "Sts/Cd")
    if (coded.text if coded is not None else of(entry, "Sts").text) != "BOOK":
        continue
    amount = Decimal(of(entry, "Amt").text)
    total += amount if of(entry, "CdtDbtInd").text == "CRDT" else -amount
    count += 1
print(count, total)
