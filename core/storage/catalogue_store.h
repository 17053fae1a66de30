// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/entity.h"
#include "core/domain/seating/seating_plan.h"
#include "core/storage/database.h"

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

/// Whether a valid ticket stands on a seat.
bool isSeatSold(Database& database, OrganizerId organizer, PerformanceId performance,
                SeatNumber seat);
/// Every seat of a performance on which a valid ticket stands.
std::vector<SeatNumber> readSoldSeats(Database& database, OrganizerId organizer,
                                      PerformanceId performance);

} // namespace foyer
