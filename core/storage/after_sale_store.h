// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/after_sale.h"
#include "core/storage/database.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Reads orders for what can still be done with them. All functions throw StorageFailure.

/// The order as it stands: lines with what is left of them, payments with what was given back.
/// Nothing where there is none.
std::optional<StandingOrder> readStandingOrder(Database& database, OrganizerId organizer,
                                               OrderId id);
/// What happened to an order after it was placed, the oldest first. Names of people are for others.
std::vector<OrderChange> readOrderChanges(Database& database, OrganizerId organizer, OrderId id);

/// The latest orders from a moment on, the latest first; of one total where it is given.
std::vector<OrderId> readOrdersSince(Database& database, OrganizerId organizer, Instant since,
                                     std::optional<std::int64_t> total, std::size_t limit);
/// Orders of a customer, and those of which they pick something up; the latest first.
std::vector<OrderId> readOrdersOf(Database& database, OrganizerId organizer, CustomerId customer,
                                  std::size_t limit);
/// The order that sold a seat, if its ticket is valid.
std::optional<OrderId> readOrderOfSeat(Database& database, OrganizerId organizer,
                                       PerformanceId performance, SeatNumber seat);

} // namespace foyer
