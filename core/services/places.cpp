// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/places.h"

#include "core/services/counter.h"
#include "core/services/offer_cache.h"
#include "core/services/rights_authority.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/rights_store.h"
#include "core/storage/held_store.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

Error seatRefusal(const char* code, const std::string& label, const std::string& sentence,
                  const std::string& where)
{
    Error error = refused(code, label + sentence, where);
    error.facts = {label};
    return error;
}

const Quota* quotaIn(Counter& counter, std::span<const PlaceWanted> places, QuotaId id)
{
    for (const PlaceWanted& place : places) {
        const auto selling = counter.offers().offer(place.performance);
        if (!selling) {
            continue;
        }
        const auto& quotas = selling->offer.quotas; // the cache keeps the offer
        const auto found = std::ranges::find(quotas, id, &Quota::id);
        if (found != quotas.end()) {
            return &*found;
        }
    }
    return nullptr;
}

/// How many rights of each quota these places spend.
std::map<QuotaId, std::int64_t> rightsWanted(std::span<const PlaceWanted> places)
{
    std::map<QuotaId, std::int64_t> wanted;
    for (const PlaceWanted& place : places) {
        for (const QuotaId quota : place.quotas) {
            ++wanted[quota];
        }
    }
    return wanted;
}

Result<void> secureRights(Counter& counter, Journal::Act& act, std::span<const PlaceWanted> places)
{
    for (const auto& [id, count] : rightsWanted(places)) {
        const HeldRights held =
            readRights(counter.database(), counter.organizer(), id, counter.replica());
        if (held.left() >= count) {
            continue;
        }
        const Quota* quota = quotaIn(counter, places, id);
        if (quota == nullptr) {
            continue; // a limit that was taken away
        }
        auto more = counter.authority().topUp(act, *quota, count - held.left());
        if (!more) {
            Error error = std::move(more).error();
            error.facts = {quota->name, std::to_string(held.left())};
            return error;
        }
    }
    return {};
}

Result<void> checkSeat(Counter& counter, const PlaceWanted& place, const std::string& where)
{
    const auto selling = counter.offers().offer(place.performance);
    if (!selling || !selling->offer.plan) {
        return refused("unknown_performance",
                       "This performance is not known here. Choose it again from the list.", where);
    }
    const std::string label = selling->offer.plan->seatLabel(*place.seat);
    if (!selling->mayBeSoldHere(*place.seat)) {
        return seatRefusal("seat_not_here", label,
                           " cannot be sold at this counter now. Choose another seat.", where);
    }
    if (isSeatSold(counter.database(), counter.organizer(), place.performance, *place.seat)) {
        return seatRefusal("seat_taken", label, " was sold in the meantime. Choose another seat.",
                           where);
    }
    if (readHolderOfSeat(counter.database(), counter.organizer(), place.performance, *place.seat)) {
        return seatRefusal("seat_held", label,
                           " is held. Choose another seat, or release it from its hold first.",
                           where);
    }
    return {};
}

} // namespace

RightsNeed needOf(Counter& counter, std::span<const PlaceWanted> places)
{
    RightsNeed need;
    for (const auto& [id, count] : rightsWanted(places)) {
        const std::int64_t left =
            readRights(counter.database(), counter.organizer(), id, counter.replica()).left();
        if (left < count && quotaIn(counter, places, id) != nullptr) {
            need.quotas[id] = count - left;
        }
    }
    for (const PlaceWanted& place : places) {
        const auto selling = place.seat ? counter.offers().offer(place.performance) : nullptr;
        if (selling && selling->offer.plan && selling->offer.plan->isSeat(*place.seat) &&
            !selling->mayBeSoldHere(*place.seat)) {
            need.seats[place.performance].push_back(*place.seat);
        }
    }
    return need;
}

Error shortOf(Counter& counter, std::span<const PlaceWanted> places, const RightsNeed& need)
{
    if (!need.quotas.empty()) {
        return rightsShort(quotaIn(counter, places, need.quotas.begin()->first)->name);
    }
    const auto& [performance, seats] = *need.seats.begin();
    return rightsShort(counter.offers().offer(performance)->offer.plan->seatLabel(seats.front()));
}

Result<void> securePlaces(Counter& counter, Journal::Act& act, std::span<const PlaceWanted> places)
{
    counter.noteRightsNeed({});
    if (!counter.authority().isHere()) {
        if (RightsNeed need = needOf(counter, places); !need.isEmpty()) {
            Error error = shortOf(counter, places, need);
            counter.noteRightsNeed(std::move(need));
            return error;
        }
    }
    if (auto secured = secureRights(counter, act, places); !secured) {
        return secured;
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].seat) {
            const std::string where = "items[" + std::to_string(i) + "]";
            if (auto free = checkSeat(counter, places[i], where); !free) {
                return free;
            }
        }
    }
    return {};
}

void topUpAhead(Counter& counter, Journal::Act& act, std::span<const PlaceWanted> places)
{
    if (!counter.authority().isHere()) {
        return;
    }
    for (const auto& [id, count] : needOf(counter, places).quotas) {
        if (const Quota* quota = quotaIn(counter, places, id)) {
            (void)counter.authority().topUp(act, *quota, count);
        }
    }
}

std::vector<QuotaId> quotasOfAnyType(const Offer& offer, CategoryId category)
{
    std::vector<QuotaId> quotas;
    for (const Quota& quota : offer.quotas) {
        if (quota.types.empty() &&
            (quota.categories.empty() || quota.categories.contains(category))) {
            quotas.push_back(quota.id);
        }
    }
    return quotas;
}

} // namespace foyer
