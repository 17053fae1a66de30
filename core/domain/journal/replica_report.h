// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/entry.h"

#include <cstdint>
#include <vector>

namespace foyer {

/// What an authority that was restored from a backup wants to hear of a replica before it gives out
/// rights again.
struct ReportDue {
    std::int64_t after = 0; ///< position: of what came later it may know nothing
    /// How far it knows the replica's own chain: what came after has to be sent again.
    std::int64_t epoch = 1;
    std::int64_t sequence = 0;
    std::int64_t life = 1; ///< the authority's epoch: what was reported to another does not count
    friend bool operator==(const ReportDue&, const ReportDue&) = default;
};

/// A part of what a replica had heard of the others, and of the authority itself, given back.
struct ReplicaReport {
    ReplicaId replica;      ///< who reports …
    std::int64_t epoch = 1; ///< … and the end of its own chain
    std::int64_t sequence = 0;
    std::vector<Entry> entries; ///< by position
    std::int64_t upTo = 0;      ///< the position that the next part goes on from
    bool isLast = true;
    std::int64_t life = 1; ///< as in ReportDue
    friend bool operator==(const ReplicaReport&, const ReplicaReport&) = default;
};

} // namespace foyer
