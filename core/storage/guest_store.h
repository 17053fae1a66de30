// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <functional>
#include <optional>
#include <string>

namespace foyer {

/// A valid ticket of a performance, with what a list at the door needs of its order.
struct GuestRow {
    TicketId ticket;
    std::string orderCode; ///< as stored; see displayOrderCode
    std::optional<CustomerId> customer;
    std::optional<std::uint32_t> seat;
    std::string place;
    std::string typeName;
    std::optional<Instant> admittedAt;
};

/// Every valid ticket of a performance, by seat and then by order. Throws StorageFailure.
void readGuests(Database& database, OrganizerId organizer, PerformanceId performance,
                const std::function<void(const GuestRow&)>& take);

} // namespace foyer
