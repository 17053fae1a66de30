// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/base/result.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/pricing/price_cuts.h"
#include "core/domain/sales/cart.h"

#include <span>
#include <string>
#include <vector>

namespace foyer {

/// A price split by its tax: net + tax = gross, always.
struct TaxedAmount {
    Money net;
    Money tax;
    Money gross;
    friend bool operator==(const TaxedAmount&, const TaxedAmount&) = default;
};

/// Splits a catalogue price. Rounds once, half away from zero, to the minor unit: inclusive,
/// tax = price × rate ÷ (100 % + rate); exclusive, tax = price × rate on top of the price.
/// A null tax means untaxed.
TaxedAmount applyTax(Money price, const Tax* tax);

/// One line of a quote: one ticket, or one fee; of an order that was sold also a gift card. Taxes
/// are rounded per line, so every line can later be refunded by itself and the lines always add up
/// to the total.
struct QuoteLine {
    enum class Kind : std::uint8_t { Ticket, Fee, GiftCard };
    Kind kind = Kind::Ticket;
    std::size_t item = 0; ///< index into Cart::items of a ticket, or of the ticket the fee is for
    FeeId fee;            ///< of a fee line
    PerformanceId
        performance;  ///< what it belongs to; an order fee: the first performance of the event
    std::string text; ///< "Adult · Premium", "Booking fee"
    TaxedAmount amount;
    TaxId tax; ///< nil where untaxed
    std::string taxName;
    std::int64_t taxRateMilliPercent = 0;
    std::vector<QuotaId> quotas; ///< of a ticket line: the quotas of which it spends a right
    GiftCardId giftCard = {};    ///< of a gift card; its text is the last characters of the code
    Reduction reduction = {};    ///< of a ticket line: why it is cheaper than its list price
    friend bool operator==(const QuoteLine&, const QuoteLine&) = default;
};

struct Quote {
    std::vector<QuoteLine> lines; ///< tickets in cart order, then ticket fees, then order fees
    Money total;                  ///< sum of gross
    Money tax;                    ///< sum of tax
    std::int64_t cashStep = 1;    ///< what is paid in cash is rounded to; see roundedForCash
    friend bool operator==(const Quote&, const Quote&) = default;
};

/// Prices a cart from the offers of its performances (one offer each, any order) as of `now`.
/// Refuses with: empty_cart, unknown_performance, unknown_type, unknown_category, not_priced (type
/// not sold in that category), seat_needed, no_seat_here (a seat in a category without),
/// unknown_seat, wrong_category (the seat is of another one), seat_twice, order_max, not_on_sale
/// (too early or too late, with the instant), withdrawn, what saleStop() says, mixed_currency
/// (performances of different currencies), bad_discount (a share above 100 %, an amount that is
/// negative or above the price), reason_missing (of a reduction by hand), bad_donation.
/// Error::where names the item: "items[2]". Prices are the best that bundles, group rates and
/// `promo` give, see cutPrices; a complimentary ticket carries no fees. A code that does not work
/// refuses with promo_off, promo_not_now (facts: code, from or until), promo_currency,
/// promo_not_here (for other tickets), promo_used_up.
Result<Quote> quoteCart(const Cart& cart, std::span<const Offer* const> offers, Instant now,
                        const PromoTerms* promo = nullptr);

/// The fee that stands for a donation: a line of the order like a fee, with an account of its own.
FeeId donationFee();

} // namespace foyer
