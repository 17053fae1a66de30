// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/gift_card_sale.h"

#include <cstddef>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Gift cards: worth that is paid for once and spent later. Of several counters only the one that
/// issued a card, its home, spends it without a network, so that no balance is spent twice.

/// Sells gift cards: no turnover and no tax, but a liability, until they are spent. Needs
/// Permission::SellGiftCards. Refuses as settle() does, and with no_amount, bad_gift_amount (not
/// above zero, too much, another currency than the house's), gift_card_for_gift_card, no_shift,
/// database_behind; a repeated request answers with the order that exists.
Result<GiftCardsSold> sellGiftCards(Counter& counter, const GiftCardSale& sale);

/// The cards that an order sold, with their codes, to be printed. Only at the counter that sold
/// them; refuses with unknown_order, no_gift_cards, card_not_here (sold at another counter, or with
/// keys that are no longer here: replace the card). Needs Permission::SellGiftCards.
Result<std::vector<NewGiftCard>> giftCardCodes(Counter& counter, OrderId order);

/// A card by its code as typed or scanned. Refuses with bad_gift_code (a typing mistake),
/// unknown_gift_card. Needs Permission::Sell.
Result<GiftCard> giftCard(Counter& counter, const std::string& code);
/// The cards whose code ends so, or of an order by its code; the latest of all where `named` is
/// empty. Without codes. Needs Permission::ReadOrders.
Result<std::vector<GiftCard>> giftCards(Counter& counter, const std::string& named,
                                        std::size_t limit = 100);
Result<GiftCard> giftCard(Counter& counter, GiftCardId id);

/// Stops a card from being spent, or lets it be spent again. Any counter may. Needs
/// Permission::ReissueTicket. Refuses with unknown_gift_card, reason_missing, gift_card_ended
/// (replaced or cancelled), nothing_to_change, database_behind.
Result<GiftCard> blockGiftCard(Counter& counter, GiftCardId card, bool blocked,
                               const std::string& reason);
/// A new card with the balance of a lost one, which ends. Needs Permission::ReissueTicket. Refuses
/// as blockGiftCard does, and with gift_card_empty, card_not_here (only its home may).
Result<NewGiftCard> replaceGiftCard(Counter& counter, GiftCardId card, const std::string& reason);

} // namespace foyer
