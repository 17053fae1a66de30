// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/access/permit.h"
#include "core/domain/pricing/quote.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// A promo code with the tickets that used it.
struct PromoCodeUse {
    PromoCode code;
    std::int64_t used = 0;     ///< in all, as far as is known here
    std::int64_t usedHere = 0; ///< sold at this counter
};

/// All promo codes, sorted by code. Needs Permission::EditCatalogue: who knows a code can use it.
Result<std::vector<PromoCodeUse>> promoCodes(Counter& counter);
/// Makes a code, or changes the one with the same text. Needs Permission::EditCatalogue. Refuses
/// with code_missing, bad_cut (a negative value, a share above 100 %, an amount without currency),
/// bad_uses, bad_window (it ends before it begins).
Result<PromoCode> setPromoCode(Counter& counter, PromoCode code);

/// The bundles and group rates of all events, sorted by name. Prices are on the wall.
Result<std::vector<Bundle>> bundles(Counter& counter);
/// Makes a bundle, or changes the one of that name and event. Needs Permission::EditCatalogue.
/// Refuses with name_missing, bad_parts (no types, a count below one, a group rate of several
/// types), bad_cut.
Result<Bundle> setBundle(Counter& counter, Bundle bundle);

/// Sets the currency of an event; the house's own where there is none. Needs
/// Permission::EditCatalogue. Refuses with unknown_event, event_sold (tickets were sold in the
/// currency it has).
Result<void> setEventCurrency(Counter& counter, EventId event, std::optional<Currency> currency);
/// A tax by its name. Refuses with unknown_tax.
Result<TaxId> taxNamed(Counter& counter, const std::string& name);
/// The tax of donations; nil: none. Needs Permission::EditCatalogue.
Result<void> setDonationTax(Counter& counter, TaxId tax);

/// Parts of a sale.

/// The promo code that a cart names; nothing where it names none. Refuses with unknown_promo.
/// Throws StorageFailure.
Result<std::optional<PromoTerms>> promoTermsOf(Counter& counter, const Cart& cart);
/// The leave to sell at prices set by hand: `sell` where there are none. Refuses as permit() does
/// for Permission::Complimentary and Permission::Discount, and with one_approval, where an approval
/// would be needed for both: it is good for one act.
Result<Permit> permitForPrices(Counter& counter, const Permit& sell, const Cart& cart,
                               const Quote& quote);

} // namespace foyer
