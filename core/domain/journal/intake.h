// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/domain/journal/entry.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace foyer {

/// Entries of one writer, on their way to the authority: they follow each other in its chain, and
/// its device key has signed the head that they end in. So they may be days old, come twice, or
/// come by way of somebody else, and are still what the writer wrote.
struct EntryBatch {
    ReplicaId writer;
    std::vector<Entry> entries;               ///< ascending, not empty
    std::array<std::uint8_t, 64> signature{}; ///< Ed25519, of signedHeadMessage of the last entry
};

/// What the authority made of a batch. Anything but Accepted leaves the entries with the writer.
struct IntakeAnswer {
    enum class Outcome : std::uint8_t {
        Accepted,     ///< all of them are on disk, now or before
        Gap,          ///< entries are missing before the first: send from `sequence` + 1 on
        Fork,         ///< another entry stands at the place of one of these: two copies write
        BrokenChain,  ///< an entry does not continue the one before, or was changed
        BadSignature, ///< the writer's device key did not sign this head
        WrongWriter,  ///< entries of somebody else, or of another organizer
    };
    Outcome outcome = Outcome::Accepted;
    /// The end of the writer's chain as the authority has it now.
    std::int64_t epoch = 1;
    std::int64_t sequence = 0;
    std::int64_t added = 0; ///< how many of the entries were not known before
    /// The authority's signature over the same head: that it has it (counterSignedHeadMessage).
    std::array<std::uint8_t, 64> countersignature{};
    std::string sentence; ///< what is wrong and what to do, for people; empty where accepted
    friend bool operator==(const IntakeAnswer&, const IntakeAnswer&) = default;
};

/// "gap", "journal_fork" …: the outcome as the stable code that is sent and shown.
const char* codeOf(IntakeAnswer::Outcome outcome);

} // namespace foyer
