// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/till/shift.h"
#include "core/domain/till/till_entries.h"
#include "core/storage/database.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Reads shifts and what they add up to. All functions throw StorageFailure; none costs more for
/// what other shifts there were.

/// A row of a shift whose opening is known. Names of drawer, clerk and counter are for others.
struct StoredShift {
    ShiftOpened opening;
    ReplicaId replica;
    Instant openedAt;
    std::optional<ShiftClosed> closing;
    Instant closedAt;
};
std::optional<StoredShift> readShift(Database& database, OrganizerId organizer, ShiftId id);
/// Those that are open at a counter, the oldest first.
std::vector<StoredShift> readOpenShifts(Database& database, OrganizerId organizer,
                                        ReplicaId replica);
/// The latest of all counters, the latest first.
std::vector<StoredShift> readShifts(Database& database, OrganizerId organizer, std::size_t limit);

/// The last number used of a series of shifts, and of Z reports.
std::int64_t readLastShiftNumber(Database& database, OrganizerId organizer, ReplicaId replica,
                                 const std::string& series);
std::int64_t readLastZNumber(Database& database, OrganizerId organizer, ReplicaId replica,
                             const std::string& series);
/// The grand total of a counter's latest Z report; 0 where there is none.
std::int64_t readGrandTotal(Database& database, OrganizerId organizer, ReplicaId replica);

/// Every fact of a shift, in the order it was written.
std::vector<TillFact> readTillFacts(Database& database, OrganizerId organizer, ShiftId shift);

} // namespace foyer
