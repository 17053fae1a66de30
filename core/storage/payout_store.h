// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/domain/sales/commission.h"
#include "core/domain/sales/payout.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// Reads commissions and payouts. All functions throw StorageFailure.

/// A setting of the commission, with who made it when.
struct StoredCommission {
    CommissionSet set;
    Instant at;
    UserId actor;
};
/// In the order in which they were made.
std::vector<StoredCommission> readCommissions(Database& database, OrganizerId organizer);

struct StoredPayout {
    PayoutMade made;
    Instant at;   ///< when it was made
    UserId actor; ///< nil: by the schedule
};
/// The latest first.
std::vector<StoredPayout> readPayouts(Database& database, OrganizerId organizer,
                                      std::int64_t limit);
/// Those up to an instant, by currency.
std::vector<StoredPayout> readPayoutsUntil(Database& database, OrganizerId organizer,
                                           Instant until);
std::optional<StoredPayout> readPayout(Database& database, OrganizerId organizer, PayoutId payout);
std::optional<StoredPayout> readPayoutByNumber(Database& database, OrganizerId organizer,
                                               std::string_view number);
/// The one that reaches furthest, of any currency; of one currency only.
std::optional<StoredPayout> readLastPayout(Database& database, OrganizerId organizer);
std::optional<StoredPayout> readLastPayoutIn(Database& database, OrganizerId organizer,
                                             Currency currency);
/// How many numbers of a year are given.
std::int64_t readPayoutSerial(Database& database, OrganizerId organizer, std::int64_t year);

} // namespace foyer
