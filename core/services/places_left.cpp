// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/places_left.h"

#include "core/storage/catalogue_store.h"
#include "core/storage/held_store.h"

#include <algorithm>

namespace foyer {
namespace {

/// By plan category: the price category of the same name, null where none is.
std::vector<const PriceCategory*> pricedCategories(const Offer& offer)
{
    std::vector<const PriceCategory*> priced;
    for (const PlanCategory& category : offer.plan->categories) {
        const auto found = std::ranges::find(offer.categories, category.name, &PriceCategory::name);
        priced.push_back(found != offer.categories.end() ? &*found : nullptr);
    }
    return priced;
}

} // namespace

std::vector<SeatState> statesOf(Database& database, OrganizerId organizer, const Offer& offer,
                                const std::vector<SeatRange>& offered)
{
    std::vector<SeatState> states(offer.plan->seats.size(), SeatState::NotHere);
    for (const SeatRange& range : offered) {
        for (SeatNumber seat = range.first; seat <= range.last && seat < states.size(); ++seat) {
            states[seat] = SeatState::Free;
        }
    }
    const auto priced = pricedCategories(offer);
    for (std::size_t seat = 0; seat < states.size(); ++seat) {
        if (offer.plan->seats[seat].retired ||
            priced[offer.plan->seats[seat].category] == nullptr) {
            states[seat] = SeatState::NoPrice;
        }
    }
    for (const SeatNumber seat : readSoldSeats(database, organizer, offer.performance.id)) {
        if (seat < states.size()) {
            states[seat] = SeatState::Sold;
        }
    }
    for (const SeatNumber seat : readHeldSeats(database, organizer, offer.performance.id)) {
        if (seat < states.size() && states[seat] == SeatState::Free) {
            states[seat] = SeatState::Held;
        }
    }
    return states;
}

std::map<CategoryId, std::int64_t> leftOf(const Offer& offer, const std::vector<SeatState>& states,
                                          const std::function<std::int64_t(const Quota&)>& rightsOf)
{
    std::map<CategoryId, std::int64_t> left;
    for (const PriceCategory& category : offer.categories) {
        left.emplace(category.id, INT64_MAX);
    }
    for (const Quota& quota : offer.quotas) {
        if (!quota.types.empty()) {
            continue; // limits some types only: others may still be sold
        }
        const std::int64_t rights = rightsOf(quota);
        for (auto& [category, count] : left) {
            if (quota.categories.empty() || quota.categories.contains(category)) {
                count = std::min(count, rights);
            }
        }
    }
    if (!offer.plan) {
        return left;
    }
    std::map<CategoryId, std::int64_t> free;
    const auto priced = pricedCategories(offer);
    for (std::size_t seat = 0; seat < states.size(); ++seat) {
        if (const auto* category = priced[offer.plan->seats[seat].category]) {
            free[category->id] += states[seat] == SeatState::Free ? 1 : 0;
        }
    }
    for (const auto& [category, count] : free) {
        left[category] = std::min(left[category], count);
    }
    return left;
}

} // namespace foyer
