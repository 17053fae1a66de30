// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/base/uuid.h"
#include "core/domain/pricing/reduction.h"
#include "core/domain/seating/seating_plan.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// One ticket wanted. What it costs is never part of it: core computes that from the catalogue,
/// less what is taken off by hand.
struct CartItem {
    PerformanceId performance;
    TicketTypeId type;
    CategoryId category;
    std::optional<SeatNumber> seat;              ///< none in a category without numbered seats
    std::optional<HandReduction> reduction = {}; ///< instead of any promo code or bundle
    friend bool operator==(const CartItem&, const CartItem&) = default;
};

/// What the customer wants, in the order it was chosen. Tickets of several performances may be
/// mixed.
struct Cart {
    std::vector<CartItem> items;
    std::string promoCode = {};     ///< as typed; empty: none
    std::int64_t donationMinor = 0; ///< given on top, in the currency of the tickets
    friend bool operator==(const Cart&, const Cart&) = default;
};

} // namespace foyer
