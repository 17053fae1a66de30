// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue.h"
#include "core/storage/database.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace foyer {

/// Reads who has tickets of an event. Everything here goes by the tickets of the dates that are
/// named, so it costs as much as those have, however much else was sold. All functions throw
/// StorageFailure.

/// Valid tickets of a date, by what they are of.
struct TicketGroup {
    TicketTypeId type;
    CategoryId category;
    std::int64_t tickets = 0;
    std::int64_t gross = 0; ///< minor units of the event's currency
    friend bool operator==(const TicketGroup&, const TicketGroup&) = default;
};
std::vector<TicketGroup> readTicketGroups(Database& database, OrganizerId organizer,
                                          PerformanceId performance);

/// The orders that have valid tickets of a date, of one type or category where one is named, with
/// the customer of each that has one.
struct TicketOwner {
    OrderId order;
    std::optional<CustomerId> customer;
};
std::vector<TicketOwner> readTicketOwners(Database& database, OrganizerId organizer,
                                          PerformanceId performance, TicketTypeId type = {},
                                          CategoryId category = {});

/// How many valid tickets of a date were admitted.
std::int64_t readAdmitted(Database& database, OrganizerId organizer, PerformanceId performance);

} // namespace foyer
