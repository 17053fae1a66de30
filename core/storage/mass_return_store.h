// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/mass_return.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace foyer {

/// Mass returns. All functions throw StorageFailure.

std::optional<MassReturn> readMassReturn(Database& database, OrganizerId organizer,
                                         MassReturnId id);
/// The latest first.
std::vector<MassReturn> readMassReturns(Database& database, OrganizerId organizer,
                                        std::int64_t limit);
/// All that have not ended, the first begun first.
std::vector<MassReturn> readOpenMassReturns(Database& database, OrganizerId organizer);
/// The one of a performance that has not ended, the first begun where there are several; nothing
/// where there is none.
std::optional<MassReturn> readOpenMassReturn(Database& database, OrganizerId organizer,
                                             PerformanceId performance);

/// The orders that have valid tickets of a performance, by their ids.
std::vector<OrderId> readOrdersFor(Database& database, OrganizerId organizer,
                                   PerformanceId performance);

} // namespace foyer
