// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/till/cash_count.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace foyer {
namespace {

/// What a currency's cash is made of, in minor units, the largest first.
struct Cash {
    std::string_view currency;
    std::int64_t step; ///< that totals are rounded to in cash
    std::array<std::int64_t, 15> worth;
};

constexpr auto kCash = std::to_array<Cash>(
    {{"AUD", 5, {10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10, 5}},
     {"CAD", 5, {10'000, 5'000, 2'000, 1'000, 500, 200, 100, 25, 10, 5}},
     {"CHF", 5, {100'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10, 5}},
     {"CZK",
      100,
      {500'000, 200'000, 100'000, 50'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 200, 100}},
     {"DKK", 50, {50'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50}},
     {"EUR", 1, {50'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10, 5, 2, 1}},
     {"GBP", 1, {5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10, 5, 2, 1}},
     {"HUF",
      500,
      {2'000'000, 1'000'000, 500'000, 200'000, 100'000, 50'000, 20'000, 10'000, 5'000, 2'000, 1'000,
       500}},
     {"JPY", 1, {10'000, 5'000, 2'000, 1'000, 500, 100, 50, 10, 5, 1}},
     {"NOK", 100, {100'000, 50'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 100}},
     {"NZD", 10, {10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10}},
     {"PLN", 1, {50'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10, 5, 2, 1}},
     {"SEK", 100, {100'000, 50'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 200, 100}},
     {"USD", 1, {10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50, 25, 10, 5, 1}}});

const Cash* cashOf(Currency currency)
{
    const auto* known = std::ranges::find(kCash, currency.code(), &Cash::currency);
    return known != kCash.end() ? known : nullptr;
}

Error badCount(const char* sentence)
{
    return badInput("bad_count", sentence, "count");
}

} // namespace

CashCount countOf(std::vector<CoinCount> coins)
{
    std::erase_if(coins, [](const CoinCount& coin) { return coin.count == 0; });
    CashCount count{0, std::move(coins)};
    for (const CoinCount& coin : count.coins) {
        if (coin.value <= 0 || coin.count < 0 || coin.count > Money::kMinorMax / coin.value ||
            count.total > Money::kMinorMax - coin.value * coin.count) {
            count.total = -1; // checkCount says so
            return count;
        }
        count.total += coin.value * coin.count;
    }
    return count;
}

Result<void> checkCount(const CashCount& count)
{
    if (count.total < 0 || count.total > Money::kMinorMax) {
        return badCount("Count the cash: an amount of zero or more.");
    }
    if (!count.coins.empty() && countOf(count.coins).total != count.total) {
        return badCount("The coins and notes do not add up to the sum. Count again.");
    }
    return {};
}

std::vector<std::int64_t> denominationsOf(Currency currency)
{
    std::vector<std::int64_t> worth;
    if (const Cash* cash = cashOf(currency)) {
        std::ranges::copy_if(cash->worth, std::back_inserter(worth),
                             [](std::int64_t value) { return value > 0; });
        return worth;
    }
    // Of a currency that is not listed: nearly all are made in steps of 1, 2 and 5.
    std::int64_t unit = 1;
    for (int i = 0; i < currency.exponent(); ++i) {
        unit *= 10;
    }
    for (std::int64_t power = 100 * unit; power >= std::max<std::int64_t>(unit / 100, 1);
         power /= 10) {
        for (const std::int64_t step : {5, 2, 1}) {
            worth.push_back(step * power);
        }
    }
    return worth;
}

std::int64_t cashStepOf(Currency currency)
{
    const Cash* cash = cashOf(currency);
    return cash != nullptr ? cash->step : 1;
}

Money roundedForCash(Money amount, std::int64_t step)
{
    return {mulDivRounded(amount.minor(), 1, step) * step, amount.currency()};
}

} // namespace foyer
