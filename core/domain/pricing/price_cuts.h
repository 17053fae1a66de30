// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue.h"
#include "core/domain/pricing/reduction.h"
#include "core/domain/sales/cart.h"

#include <cstdint>
#include <span>
#include <vector>

namespace foyer {

/// A promo code with the number of tickets that may still use it.
struct PromoTerms {
    static constexpr std::int64_t kNoLimit = INT64_MAX;
    PromoCode code;
    std::int64_t usesLeft = kNoLimit;
};

/// A ticket to be priced, at its list price in minor units of the catalogue.
struct ListedTicket {
    const CartItem* item;
    const Offer* offer;
    std::int64_t list = 0;
};

/// What a ticket costs in the end, in the terms of the catalogue (before a tax that comes on top);
/// `reduction.minor` is left to whoever knows the tax.
struct CutTicket {
    std::int64_t price = 0;
    Reduction reduction;
};

/// The lowest price for the whole cart: each ticket has at most one reduction. What is given by
/// hand stands; the others take part in bundles (dearest first), group rates or the promo code,
/// whichever way costs least in all. The sum does not depend on the order of the tickets. A cart
/// with more ways to combine bundles than are worth trying gets the largest saving first. The price
/// of a bundle is spread over its tickets by list price, to the last minor unit.
std::vector<CutTicket> cutPrices(std::span<const ListedTicket> tickets, const PromoTerms* promo);

/// Whether the code is for this ticket at all.
bool promoCovers(const PromoCode& code, const ListedTicket& ticket);

} // namespace foyer
