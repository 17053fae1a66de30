// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/base/result.h"

#include <cstdint>
#include <vector>

namespace foyer {

/// So many coins or notes of one worth.
struct CoinCount {
    std::int64_t value = 0; ///< minor units
    std::int64_t count = 0;
    friend bool operator==(const CoinCount&, const CoinCount&) = default;
};

/// Cash as somebody counted it: by denomination, or only its sum.
struct CashCount {
    std::int64_t total = 0;       ///< minor units
    std::vector<CoinCount> coins; ///< empty: only the sum was said
    friend bool operator==(const CashCount&, const CashCount&) = default;
};

/// The count of these coins and notes; what is not there is left out.
CashCount countOf(std::vector<CoinCount> coins);

/// Refuses with bad_count what nobody can have counted: less than nothing, a coin of no worth, a
/// sum that is not that of its coins, or more than Money holds.
Result<void> checkCount(const CashCount& count);

/// The coins and notes of a currency in minor units, the largest first, as a drawer is counted.
std::vector<std::int64_t> denominationsOf(Currency currency);

/// The step in minor units that cash of a currency is rounded to where its smaller coins are gone:
/// 5 for CHF; 1 where every amount can be paid.
std::int64_t cashStepOf(Currency currency);

/// The amount to the nearest step, half away from zero. `step` is above zero.
Money roundedForCash(Money amount, std::int64_t step);

} // namespace foyer
