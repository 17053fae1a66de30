// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"
#include "core/storage/journal.h"

#include <optional>
#include <vector>

namespace foyer {

/// Whom mails about orders and performances go to. All functions here throw StorageFailure.

/// Who bought what is still valid of a performance.
struct Buyer {
    OrderId order;
    CustomerId customer;
};
/// One for each order that has a customer, by the order's id.
std::vector<Buyer> readBuyersOf(Database& database, OrganizerId organizer,
                                PerformanceId performance);

/// Whether as much was taken for an order as it was sold for, what is awaited included; false of
/// one that is not known here.
bool isPaid(Database& database, OrganizerId organizer, OrderId order);

/// When this database began to write in the life that it is in; nothing: it has not.
std::optional<Instant> readLifeBegan(Database& database, const Identity& identity);

} // namespace foyer
