// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/availability.h"

#include "core/services/offer_cache.h"
#include "core/services/places_left.h"
#include "core/storage/rights_store.h"

#include <algorithm>

namespace foyer {
namespace {

/// What is not sold of a quota, whoever holds the rights to it.
std::int64_t unsold(Database& database, OrganizerId organizer, const Quota& quota)
{
    std::int64_t sold = 0;
    for (const Holding& holding : readHoldings(database, organizer, quota.id)) {
        sold += holding.rights.spent - holding.rights.regained;
    }
    return std::max<std::int64_t>(quota.capacity - sold, 0);
}

std::vector<SeatRange> everySeat(const Offer& offer)
{
    return offer.plan ? seatsThere(*offer.plan) : std::vector<SeatRange>{};
}

} // namespace

std::optional<Availability> readAvailability(Database& database, const Identity& authority,
                                             PerformanceId performance)
{
    OfferCache offers{database, authority};
    const auto selling = offers.offer(performance);
    if (!selling) {
        return std::nullopt;
    }
    const Offer& offer = selling->offer;
    const auto states = offer.plan
        ? statesOf(database, authority.organizer, offer, everySeat(offer))
        : std::vector<SeatState>{};
    const auto left = leftOf(offer, states, [&](const Quota& quota) {
        return unsold(database, authority.organizer, quota);
    });
    Availability availability;
    for (const PriceCategory& category : offer.categories) {
        availability.places.push_back(
            {category, offer.isSeated(category.id), left.at(category.id)});
    }
    return availability;
}

} // namespace foyer
