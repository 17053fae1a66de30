// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/sales/payout.h"
#include "core/storage/database.h"

#include <string>
#include <vector>

namespace foyer {

/// What payouts up to a time would be, one for each currency in which anything happened. Nothing is
/// written; their numbers are not given yet.
struct PayoutPlan {
    OrganizerId organizer;
    Instant from; ///< how far the payout before reaches; zero: there is none
    Instant until;
    std::vector<PayoutMade> payouts; ///< by currency
};

/// Of one organizer, one time and one currency there is one payout, whoever makes it.
PayoutId payoutIdOf(OrganizerId organizer, Instant until, Currency currency);

/// Reads what every chain says after the place where the payout before stopped: up to the first
/// entry that was made after `until`. A clock that is ahead of `now` is wrong, and does not keep
/// its entries out. Costs what the period costs, not the history. `providers`: whose accounts this
/// server reads. Throws StorageFailure.
PayoutPlan gatherPayouts(Database& database, OrganizerId organizer, Instant until, Instant now,
                         const std::vector<std::string>& providers);

} // namespace foyer
