// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/sale_words.h"
#include "core/base/result.h"
#include "core/domain/sales/cart.h"

#include <string>
#include <vector>

namespace foyer {
class Counter;
struct Offer;
} // namespace foyer

namespace foyer::cli {

/// What is to be sold of one performance, as it was typed.
struct SaleWish {
    std::vector<TicketWish> tickets;
    std::string
        category;      ///< of all tickets that name none; empty: the best one that has enough seats
    std::string seats; ///< "best", labels, or empty for best where there are seats
    bool accessible = false;
};

/// Finds types, categories and seats by name and puts the tickets into a cart. Named seats are
/// given to the seated tickets in the order of both. Usage errors seat_count (not as many seats as
/// tickets), category_needed; refuses with unknown_type, unknown_category, not_priced, and as
/// bestSeats and seatNamed do.
Result<Cart> cartOf(Counter& counter, const Offer& offer, const SaleWish& wish);

} // namespace foyer::cli
