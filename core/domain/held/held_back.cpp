// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/held/held_back.h"

#include <algorithm>

namespace foyer {

std::size_t HeldBack::places() const
{
    std::size_t count = 0;
    for (const StoredHold& hold : holds) {
        count += hold.places.size();
    }
    return count;
}

Cart cartOf(const std::vector<StoredHold>& holds,
            const std::map<CategoryId, TicketTypeId>& otherwise)
{
    Cart cart;
    for (const StoredHold& hold : holds) {
        std::vector<HeldTerms::Cut> cuts = hold.terms.cuts;
        for (const HeldPlace& place : hold.places) {
            CartItem item{hold.performance, place.type, place.category, place.seat};
            if (item.type.isNil()) {
                const auto type = otherwise.find(place.category);
                item.type = type != otherwise.end() ? type->second : TicketTypeId{};
            }
            const auto cut = std::ranges::find_if(cuts, [&](const HeldTerms::Cut& one) {
                return one.seat == place.seat && one.category == place.category &&
                    one.type == place.type;
            });
            if (cut != cuts.end()) {
                item.reduction = cut->reduction;
                cuts.erase(cut);
            }
            cart.items.push_back(std::move(item));
        }
        if (cart.promoCode.empty()) {
            cart.promoCode = hold.terms.promoCode;
        }
        cart.donationMinor += hold.terms.donationMinor;
    }
    return cart;
}

std::optional<std::vector<StoredHold>> partOf(std::vector<StoredHold> holds, const HeldPart& part)
{
    if (part.isAll() || holds.empty()) {
        return holds;
    }
    std::vector<HeldPlace> chosen;
    std::map<CategoryId, std::int64_t> standing = part.standing;
    std::size_t seats = 0;
    for (const HeldPlace& place : holds.front().places) {
        if (place.seat) {
            if (std::ranges::find(part.seats, *place.seat) != part.seats.end()) {
                chosen.push_back(place);
                ++seats;
            }
            continue;
        }
        const auto wanted = standing.find(place.category);
        if (wanted != standing.end() && wanted->second > 0) {
            chosen.push_back(place);
            --wanted->second;
        }
    }
    const bool complete = seats == part.seats.size() &&
        std::ranges::all_of(standing, [](const auto& rest) { return rest.second <= 0; });
    if (!complete) {
        return std::nullopt;
    }
    holds.resize(1);
    holds.front().places = std::move(chosen);
    return holds;
}

} // namespace foyer
