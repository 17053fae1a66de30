// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/journal/entry.h"

#include "core/domain/journal/cbor.h"

namespace foyer {

Bytes canonicalForm(const Entry& entry)
{
    constexpr std::uint64_t kItems = 12;
    CborWriter writer;
    writer.array(kItems)
        .text("foyer-journal-1")
        .bytes(entry.id.uuid.bytes())
        .bytes(entry.organizer.uuid.bytes())
        .bytes(entry.replica.uuid.bytes())
        .integer(entry.epoch)
        .integer(entry.sequence)
        .integer(entry.at.value)
        .bytes(entry.actor.uuid.bytes())
        .text(entry.kind)
        .integer(entry.version)
        .bytes(entry.body)
        .bytes(entry.previous);
    return writer.take();
}

} // namespace foyer
