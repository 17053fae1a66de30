// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/held/held_back.h"
#include "core/storage/database.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Reads holds, reservations and waiting lists. All functions throw StorageFailure.

std::optional<StoredHold> readHold(Database& database, OrganizerId organizer, HoldId id);
/// By the code that a customer says, in its stored form; one for each performance.
std::vector<HoldId> readHoldsByCode(Database& database, OrganizerId organizer,
                                    const std::string& code);
/// The holds of a performance that still hold something, by when they were placed.
std::vector<StoredHold> readHolds(Database& database, OrganizerId organizer,
                                  PerformanceId performance);
/// All holds that still hold something, by when they were placed.
std::vector<StoredHold> readHolds(Database& database, OrganizerId organizer);
/// The holds of a replica whose time has come, the longest due first.
std::vector<HoldId> readDueHolds(Database& database, OrganizerId organizer, ReplicaId home,
                                 Instant now);
/// Who holds a seat now.
std::optional<HoldId> readHolderOfSeat(Database& database, OrganizerId organizer,
                                       PerformanceId performance, SeatNumber seat);
std::vector<SeatNumber> readHeldSeats(Database& database, OrganizerId organizer,
                                      PerformanceId performance);

/// Who waits for a performance, first come first.
std::vector<StoredWaiting> readWaiting(Database& database, OrganizerId organizer,
                                       PerformanceId performance);
/// Who waits for any performance, first come first.
std::vector<StoredWaiting> readWaiting(Database& database, OrganizerId organizer);
std::optional<StoredWaiting> readWaiting(Database& database, OrganizerId organizer, WaitingId id);

} // namespace foyer
