// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/after_sale_requests.h"

#include <cstdint>
#include <vector>

namespace foyer {

class Counter;

/// How far back an amount is looked for, and how long the latest orders are shown by themselves.
inline constexpr std::int64_t kAmountSearchMs = 90LL * 24 * 3'600'000;
inline constexpr std::int64_t kLatestOrdersMs = 3'600'000;

/// The orders that fit, exact matches (codes) first, then by seat, amount and person, the latest
/// first; each once. Without words those of the last hour, or the latest ones where there were
/// none. Cost does not grow with the history. Needs Permission::ReadOrders; names and the search by
/// them need Permission::ReadCustomers, too, and are left out without it.
Result<std::vector<FoundOrder>> findOrders(Counter& counter, const OrderSearch& search);

} // namespace foyer
