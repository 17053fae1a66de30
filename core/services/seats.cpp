// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/seats.h"

#include "core/domain/seating/best_available.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/rights_authority.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/rights_store.h"
#include "core/storage/held_store.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::int64_t kUnlimited = 1'000'000; // more than any house has places

Error unknownPerformance()
{
    return refused("unknown_performance",
                   "This performance is not known here. Choose it again from the list.");
}

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

/// The plan's categories for a wish, best first: the one asked for, or all that have a price.
std::vector<std::uint32_t> planCategories(const Offer& offer, std::optional<CategoryId> wanted)
{
    std::vector<std::uint32_t> categories;
    for (const PriceCategory& category : offer.categories) { // sorted by rank
        if (wanted && category.id != *wanted) {
            continue;
        }
        const auto found =
            std::ranges::find(offer.plan->categories, category.name, &PlanCategory::name);
        if (found != offer.plan->categories.end()) {
            categories.push_back(
                static_cast<std::uint32_t>(found - offer.plan->categories.begin()));
        }
    }
    return categories;
}

/// The seats that may be sold here: those leased to this counter, and, while the authority can be
/// asked, those that nobody has; these are fetched when they are sold.
std::vector<SeatRange> seatsToOffer(Counter& counter, const SellingOffer& selling,
                                    bool isWithinReach)
{
    if (!isWithinReach || selling.offer.plan->seats.empty()) {
        return selling.leases;
    }
    std::vector<SeatRange> elsewhere;
    for (const StandingLease& lease : readStandingLeases(counter.database(), counter.organizer(),
                                                         selling.offer.performance.id)) {
        if (lease.holder != counter.replica()) {
            elsewhere.insert(elsewhere.end(), lease.seats.begin(), lease.seats.end());
        }
    }
    return without({{0, static_cast<SeatNumber>(selling.offer.plan->seats.size() - 1)}},
                   std::move(elsewhere));
}

/// How many rights of a quota may be sold here: those that this counter holds, and, while the
/// authority can be asked, those that nobody has.
std::int64_t rightsToOffer(Counter& counter, const Quota& quota, bool isWithinReach)
{
    const std::int64_t held =
        readRights(counter.database(), counter.organizer(), quota.id, counter.replica()).left();
    if (!isWithinReach) {
        return held;
    }
    const std::int64_t granted = readGranted(counter.database(), counter.organizer(), quota.id);
    return held + std::max<std::int64_t>(quota.capacity - granted, 0);
}

std::vector<SeatState> statesOf(Counter& counter, const SellingOffer& selling, bool isWithinReach)
{
    const Offer& offer = selling.offer;
    if (!offer.plan) {
        return {};
    }
    std::vector<SeatState> states(offer.plan->seats.size(), SeatState::NotHere);
    for (const SeatRange& range : seatsToOffer(counter, selling, isWithinReach)) {
        for (SeatNumber seat = range.first; seat <= range.last && seat < states.size(); ++seat) {
            states[seat] = SeatState::Free;
        }
    }
    const auto priced = pricedCategories(offer);
    for (std::size_t seat = 0; seat < states.size(); ++seat) {
        if (priced[offer.plan->seats[seat].category] == nullptr) {
            states[seat] = SeatState::NoPrice;
        }
    }
    for (const SeatNumber seat :
         readSoldSeats(counter.database(), counter.organizer(), offer.performance.id)) {
        if (seat < states.size()) {
            states[seat] = SeatState::Sold;
        }
    }
    for (const SeatNumber seat :
         readHeldSeats(counter.database(), counter.organizer(), offer.performance.id)) {
        if (seat < states.size() && states[seat] == SeatState::Free) {
            states[seat] = SeatState::Held;
        }
    }
    return states;
}

/// By category, what may be sold here by the tightest quota and the free seats.
std::map<CategoryId, std::int64_t> leftOf(Counter& counter, const SellingOffer& selling,
                                          bool isWithinReach)
{
    const Offer& offer = selling.offer;
    std::map<CategoryId, std::int64_t> left;
    for (const PriceCategory& category : offer.categories) {
        left.emplace(category.id, INT64_MAX);
    }
    for (const Quota& quota : offer.quotas) {
        if (!quota.types.empty()) {
            continue; // limits some types only: others may still be sold
        }
        const std::int64_t rights = rightsToOffer(counter, quota, isWithinReach);
        for (auto& [category, count] : left) {
            if (quota.categories.empty() || quota.categories.contains(category)) {
                count = std::min(count, rights);
            }
        }
    }
    if (offer.plan) {
        std::map<CategoryId, std::int64_t> free;
        const auto priced = pricedCategories(offer);
        const auto states = statesOf(counter, selling, isWithinReach);
        for (std::size_t seat = 0; seat < states.size(); ++seat) {
            if (const auto* category = priced[offer.plan->seats[seat].category]) {
                free[category->id] += states[seat] == SeatState::Free ? 1 : 0;
            }
        }
        for (const auto& [category, count] : free) {
            left[category] = std::min(left[category], count);
        }
    }
    return left;
}

} // namespace

Result<std::vector<SeatState>> seatStates(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<std::vector<SeatState>> {
        const auto selling = counter.offers().offer(performance);
        if (!selling) {
            return unknownPerformance();
        }
        return statesOf(counter, *selling, counter.authority().isWithinReach());
    });
}

Result<std::map<CategoryId, std::int64_t>> placesLeft(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<std::map<CategoryId, std::int64_t>> {
        const auto selling = counter.offers().offer(performance);
        if (!selling) {
            return unknownPerformance();
        }
        return leftOf(counter, *selling, counter.authority().isWithinReach());
    });
}

Result<PlacesHere> placesHere(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<PlacesHere> {
        const auto selling = counter.offers().offer(performance);
        if (!selling) {
            return unknownPerformance();
        }
        PlacesHere here;
        for (const auto& [category, count] : leftOf(counter, *selling, false)) {
            (selling->offer.isSeated(category) ? here.seats : here.standing) +=
                std::clamp<std::int64_t>(count, 0, kUnlimited);
        }
        std::int64_t all = kUnlimited;
        for (const Quota& quota : selling->offer.quotas) {
            if (quota.types.empty() && quota.categories.empty()) {
                all = std::min(all, rightsToOffer(counter, quota, false));
            }
        }
        here.seats = std::min(here.seats, all);
        here.standing = std::min(here.standing, all);
        return here;
    });
}

Result<std::vector<SeatNumber>> bestSeats(Counter& counter, const BestSeatsWish& wish)
{
    return guarded([&]() -> Result<std::vector<SeatNumber>> {
        const auto selling = counter.offers().offer(wish.performance);
        if (!selling || !selling->offer.plan) {
            return unknownPerformance();
        }
        const auto states = statesOf(counter, *selling, counter.authority().isWithinReach());
        std::vector<std::uint8_t> free(states.size());
        std::ranges::transform(states, free.begin(), [](SeatState state) {
            return static_cast<std::uint8_t>(state == SeatState::Free);
        });
        for (const SeatNumber seat : wish.alreadyChosen) {
            if (seat < free.size()) {
                free[seat] = 0;
            }
        }
        const auto found =
            counter.offers()
                .finder(*selling->offer.performance.plan)
                .bestAvailable({.count = static_cast<std::uint32_t>(wish.count),
                                .free = free,
                                .categories = planCategories(selling->offer, wish.category),
                                .wantAccessible = wish.accessible});
        if (!found) {
            Error error = refused("not_enough_seats",
                                  "There are not " + std::to_string(wish.count) +
                                      " seats left here. Choose fewer, another category or date.");
            error.facts = {std::to_string(wish.count)};
            return error;
        }
        return *found;
    });
}

Result<SeatNumber> seatNamed(Counter& counter, PerformanceId performance, const std::string& label)
{
    return guarded([&]() -> Result<SeatNumber> {
        const auto selling = counter.offers().offer(performance);
        if (!selling) {
            return unknownPerformance();
        }
        if (!selling->offer.plan) {
            return refused("no_plan",
                           "This performance has no numbered seats. Leave the seats out.", "seats");
        }
        const SeatingPlan& plan = *selling->offer.plan;
        const auto seats = plan.seatsNamed(label);
        if (seats.empty()) {
            return refused("unknown_seat",
                           "There is no seat " + label +
                               " in this plan. Write it as "
                               "row and number, F7, or with its section, Stalls F7.",
                           "seats");
        }
        if (seats.size() > 1) {
            Error error = refused("ambiguous_seat",
                                  "There are several seats " + label +
                                      ". Say the "
                                      "section, too: " +
                                      plan.seatLabel(seats[0]) + ".",
                                  "seats");
            for (const SeatNumber seat : seats) {
                error.facts.push_back(plan.seatLabel(seat));
            }
            return error;
        }
        return seats.front();
    });
}

} // namespace foyer
