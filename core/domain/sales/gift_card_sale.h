// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/sales/gift_card.h"
#include "core/domain/sales/order.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

inline constexpr std::size_t kGiftCardsMax = 50;       ///< in one order
inline constexpr std::int64_t kGiftCardMainMax = 5000; ///< worth of one, in main units

/// What is sold: one card for each amount, in an order of its own.
struct GiftCardSale {
    OrderId id; ///< made before the first try, as of a SaleRequest
    std::vector<Money> amounts;
    std::vector<Tender> tenders;
    std::optional<CustomerId> customer;
};

/// A card that can be handed over with its code.
struct NewGiftCard {
    GiftCardId id;
    std::string code; ///< see displayGiftCode
    Money worth;
};

struct GiftCardsSold {
    Order order;
    std::vector<NewGiftCard> cards;
};

} // namespace foyer
