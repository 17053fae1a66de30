// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/pricing/quote.h"

#include <span>

namespace foyer {

/// Whether a promo code may be used for these tickets now. Refuses with promo_off, promo_not_now,
/// promo_currency, promo_not_here and promo_used_up; see quoteCart.
Result<void> checkPromo(const PromoTerms& promo, std::span<const ListedTicket> tickets,
                        Currency currency, Instant now);

/// The largest share of a list price that somebody takes off by hand, in thousandths of a percent,
/// rounded up; complimentary tickets do not count.
std::int64_t discountByHand(const Cart& cart, const Quote& quote);

} // namespace foyer
