// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/domain/journal/entry.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Reads what happened with one customer, by indexes: what it costs depends on that customer only.
/// All functions throw StorageFailure.

/// When somebody was taken down; nothing where they are not known, or were erased.
std::optional<Instant> readRecordedAt(Database& database, OrganizerId organizer,
                                      CustomerId customer);

struct StoredScan {
    EntryId entry;
    Instant at;
    TicketId ticket;
    PerformanceId performance;
    std::string gate;
    std::string outcome;
};
/// What gates did about the tickets of an order, the oldest first.
std::vector<StoredScan> readScansOfOrder(Database& database, OrganizerId organizer, OrderId order);

struct StoredMoney {
    Uuid id;
    Instant at;
    std::string method;
    Money amount; ///< below zero: given back
};
std::vector<StoredMoney> readMoneyOfOrder(Database& database, OrganizerId organizer, OrderId order);

/// Somebody waited for places, or had some reserved.
struct StoredWish {
    Uuid id;
    Instant at;
    PerformanceId performance;
    bool isWaiting = false; ///< else reserved
    std::string code;       ///< of a reservation
    std::int64_t count = 0;
    std::optional<Instant> endedAt; ///< of waiting
};
std::vector<StoredWish> readWishesOf(Database& database, OrganizerId organizer,
                                     CustomerId customer);

} // namespace foyer
