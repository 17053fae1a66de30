// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/uuid.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// What people bring to the counter to have their order found.
struct OrderSearch {
    /// A ticket's code as scanned, an order's code, a name, an email, a phone number, a seat
    /// ("Stalls F7", "F7"), an amount ("82.00"); empty: the latest orders.
    std::string words;
    std::optional<PerformanceId> performance; ///< of a seat: only this one
    std::size_t limit = 50;
};

/// An order in a list.
struct FoundOrder {
    OrderId id;
    std::string code; ///< stored form
    Instant placedAt;
    Money total;              ///< what is left of it
    std::string customerName; ///< empty where nobody is named, or the reader may not know
    std::string summary;      ///< "2 × Adult · Stalls F7, F8"
    std::size_t valid = 0;    ///< tickets
    std::size_t admitted = 0;
    std::size_t tickets = 0;         ///< void ones, too
    std::optional<TicketId> scanned; ///< whose code was scanned
    bool isHere = true;              ///< this counter sold it
};

/// How far back an amount is looked for, and how long the latest orders are shown by themselves.
inline constexpr std::int64_t kAmountSearchMs = 90LL * 24 * 3'600'000;
inline constexpr std::int64_t kLatestOrdersMs = 3'600'000;

/// The orders that fit, exact matches (codes) first, then by seat, amount and person, the latest
/// first; each once. Without words those of the last hour, or the latest ones where there were
/// none. Cost does not grow with the history. Needs Permission::ReadOrders; names and the search by
/// them need Permission::ReadCustomers, too, and are left out without it.
Result<std::vector<FoundOrder>> findOrders(Counter& counter, const OrderSearch& search);

} // namespace foyer
