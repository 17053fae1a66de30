// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/seats.h"

#include "core/domain/seating/best_available.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/places_left.h"
#include "core/services/rights_authority.h"
#include "core/storage/rights_store.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::int64_t kUnlimited = 1'000'000; // more than any house has places

Error unknownPerformance()
{
    return refused("unknown_performance",
                   "This performance is not known here. Choose it again from the list.");
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
    return without(seatsThere(*selling.offer.plan), std::move(elsewhere));
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

std::vector<SeatState> statesHere(Counter& counter, const SellingOffer& selling, bool isWithinReach)
{
    return selling.offer.plan ? statesOf(counter.database(), counter.organizer(), selling.offer,
                                         seatsToOffer(counter, selling, isWithinReach))
                              : std::vector<SeatState>{};
}

/// By category, what may be sold here by the tightest quota and the free seats.
std::map<CategoryId, std::int64_t> leftHere(Counter& counter, const SellingOffer& selling,
                                            bool isWithinReach)
{
    return leftOf(selling.offer, statesHere(counter, selling, isWithinReach),
                  [&](const Quota& quota) { return rightsToOffer(counter, quota, isWithinReach); });
}

} // namespace

Result<std::vector<SeatState>> seatStates(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<std::vector<SeatState>> {
        const auto selling = counter.offers().offer(performance);
        if (!selling) {
            return unknownPerformance();
        }
        return statesHere(counter, *selling, counter.authority().isWithinReach());
    });
}

Result<std::map<CategoryId, std::int64_t>> placesLeft(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<std::map<CategoryId, std::int64_t>> {
        const auto selling = counter.offers().offer(performance);
        if (!selling) {
            return unknownPerformance();
        }
        return leftHere(counter, *selling, counter.authority().isWithinReach());
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
        for (const auto& [category, count] : leftHere(counter, *selling, false)) {
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
        const auto states = statesHere(counter, *selling, counter.authority().isWithinReach());
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
