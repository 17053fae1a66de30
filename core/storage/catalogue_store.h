// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/entity.h"
#include "core/domain/rights/rights.h"
#include "core/domain/seating/seating_plan.h"
#include "core/storage/database.h"
#include "core/storage/journal.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace foyer {

/// Reads the catalogue. All functions throw StorageFailure.

/// One entity; nothing where there is none. `kind` is "event", "performance" …
std::optional<Entity> readEntity(Database& database, OrganizerId organizer, std::string_view kind,
                                 const Uuid& id);
using TakeEntity = std::function<void(const Uuid& id, const Entity&)>;
/// All entities of a kind.
void readEntities(Database& database, OrganizerId organizer, std::string_view kind,
                  const TakeEntity& take);
/// The entities of a kind that hang on a parent: the types of an event, the quotas of a
/// performance.
void readChildren(Database& database, OrganizerId organizer, std::string_view kind,
                  const Uuid& parent, const TakeEntity& take);
/// Performances that start at or after an instant, by start.
void readPerformancesFrom(Database& database, OrganizerId organizer, Instant from,
                          const TakeEntity& take);

/// Reads rights.

/// What a replica holds of a quota; all zero where nothing is known.
HeldRights readRights(Database& database, OrganizerId organizer, QuotaId quota, ReplicaId replica);
/// What all replicas together were granted of a quota, less what they returned.
std::int64_t readGranted(Database& database, OrganizerId organizer, QuotaId quota);
/// The runs of seats that a replica may sell of a performance.
std::vector<SeatRange> readLeases(Database& database, OrganizerId organizer,
                                  PerformanceId performance, ReplicaId replica);

/// Whether a valid ticket stands on a seat.
bool isSeatSold(Database& database, OrganizerId organizer, PerformanceId performance,
                SeatNumber seat);
/// Every seat of a performance on which a valid ticket stands.
std::vector<SeatNumber> readSoldSeats(Database& database, OrganizerId organizer,
                                      PerformanceId performance);

} // namespace foyer
