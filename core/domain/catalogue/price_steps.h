// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"

#include <cstdint>
#include <map>
#include <vector>

namespace foyer {

/// Prices that stand until an instant, which is not part of it: "early bird until".
struct PriceStep {
    Instant until;
    std::map<CategoryId, std::int64_t>
        prices; ///< minor units; absent: this step says nothing of it
    friend bool operator==(const PriceStep&, const PriceStep&) = default;
};

/// What one date says of a ticket type's prices. Where it names a regular price, the type's own
/// steps are not for this date.
struct DatePrices {
    std::map<CategoryId, std::int64_t> prices;
    std::vector<PriceStep> steps; ///< the earliest first
    friend bool operator==(const DatePrices&, const DatePrices&) = default;
};

struct Performance;
struct TicketType;

/// A ticket type as it is sold on a date: the date's prices over its own.
TicketType typeOnDate(TicketType type, const Performance& date);

/// Sets a price of a step, which is made where there is none; the steps stay in order.
void setStepPrice(std::vector<PriceStep>& steps, Instant until, CategoryId category,
                  std::int64_t minor);

} // namespace foyer
