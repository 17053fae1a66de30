// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/domain/journal/cbor.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace foyer {

/// What the platform takes of each ticket that an organizer sells, whoever takes the money.
struct Commission {
    Currency currency;
    std::int64_t milliPercent = 0; ///< of the price, from 0 to kMilliPercentMax
    std::int64_t fixed = 0;        ///< and so much a ticket, in minor units
    static constexpr std::int64_t kMilliPercentMax = 100'000;
    static constexpr std::int64_t kFixedMax = 1'000'000'000;
    friend bool operator==(const Commission&, const Commission&) = default;
};

/// The commission of one ticket that was sold at a price, tax included: the share, rounded half up
/// to a whole minor unit, ticket by ticket, plus the fixed amount. Nothing of a ticket that was
/// given away. So what a period owes is the sum over its tickets, however time is cut into periods.
std::int64_t commissionOf(std::int64_t price, const Commission& commission);

/// `commission.set`, version 1, by the authority: what holds of tickets that are sold from a time
/// on. What was sold before stays as it was agreed then.
struct CommissionSet {
    Commission commission;
    Instant from;
    friend bool operator==(const CommissionSet&, const CommissionSet&) = default;
};
Bytes encode(const CommissionSet& body);
/// The Error names the first field that is missing or wrong.
Result<CommissionSet> decodeCommissionSet(const CborValue& body);

/// What held at an instant, of settings in the order they were made: the one that holds from the
/// latest time before it, and of the same time the one that was made last. Nothing where none did.
std::optional<Commission> commissionAt(const std::vector<CommissionSet>& settings,
                                       Currency currency, Instant at);

} // namespace foyer
