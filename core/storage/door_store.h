// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/admission/gate_rules.h"
#include "core/domain/journal/entry.h"
#include "core/storage/database.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace foyer {

/// Reads what the doors know. All functions throw StorageFailure.

/// Nothing of a ticket that was never let in, or whose letting in was undone.
std::optional<DoorState> readDoorState(Database& database, OrganizerId organizer, TicketId ticket);
/// The scan that let a ticket in last, or out; nothing where none stands.
std::optional<EntryId> readLastPassing(Database& database, OrganizerId organizer, TicketId ticket);

/// How a performance is being filled. Reads an index of that performance only.
struct DoorCounts {
    std::int64_t valid = 0;    ///< tickets that are sold
    std::int64_t admitted = 0; ///< of all that were let in at least once
    std::int64_t inside = 0;   ///< and not let out since
    /// Still expected; those let in without a sale heard of here are none of them.
    std::int64_t expected() const { return valid > admitted ? valid - admitted : 0; }
    friend bool operator==(const DoorCounts&, const DoorCounts&) = default;
};
DoorCounts readDoorCounts(Database& database, OrganizerId organizer, PerformanceId performance);

} // namespace foyer
