// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/access/permit.h"
#include "core/domain/sales/commission.h"
#include "core/services/authority/authority.h"
#include "core/services/authority/payout_gathering.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// What the platform agrees with an organizer and pays out to them. All throw StorageFailure.

/// What holds of tickets that are sold from a time on; nothing: from now on. Refuses with
/// commission_in_past: what was sold stays as it was agreed.
Result<CommissionSet> setCommission(Authority& authority, FeedBatch& batch, const Permit& permit,
                                    const Commission& commission, std::optional<Instant> from);

/// Writes payouts as they were gathered, all of them or none. Where those up to the same time are
/// there already, these are answered, and nothing is written. Refuses with cases_open (fact: how
/// many; unless `note` says why it is done all the same), payout_moved (another one was made since
/// they were gathered: gather again), payout_empty (nothing happened since the last one).
Result<std::vector<PayoutMade>> makePayouts(Authority& authority, FeedBatch& batch,
                                            const Permit& permit, const PayoutPlan& plan,
                                            const std::string& note);

/// Whether payouts up to a time may be asked for. Refuses with until_ahead, and with period_paid
/// (fact: up to when) unless those up to just this time are there.
Result<void> checkPayoutTime(Database& database, OrganizerId organizer, Instant until, Instant now);

} // namespace foyer
