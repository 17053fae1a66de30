// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/holds.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/hold_refusals.h"
#include "core/services/offer_cache.h"
#include "core/services/places.h"
#include "core/storage/held_store.h"

#include <algorithm>
#include <array>
#include <utility>

namespace foyer {
namespace {

constexpr std::array kHouseKinds{hold_kind::kHouse, hold_kind::kPress, hold_kind::kSponsor,
                                 hold_kind::kTechnical};

bool isReserved(const std::string& kind)
{
    return kind == hold_kind::kReservation || kind == hold_kind::kParked;
}

std::vector<PlaceWanted> wantedOf(const PlacesHeld& held)
{
    std::vector<PlaceWanted> wanted;
    for (const HeldPlace& place : held.places) {
        wanted.push_back({held.performance, place.seat, place.quotas});
    }
    return wanted;
}

Result<PlacesHeld> houseHold(const Offer& offer, const HoldRequest& request)
{
    PlacesHeld held{.hold = {},
                    .performance = request.performance,
                    .kind = request.kind,
                    .label = request.label,
                    .places = {},
                    .releaseAt = request.releaseAt,
                    .customer = std::nullopt,
                    .code = {},
                    .series = {},
                    .number = 0};
    for (const SeatNumber seat : request.seats) {
        const PriceCategory* category =
            offer.plan && offer.plan->isSeat(seat) ? offer.categoryOfSeat(seat) : nullptr;
        if (category == nullptr) {
            return badInput("unknown_category", "This seat has no price category to be held in.",
                            "seats");
        }
        held.places.push_back({seat, category->id, {}, quotasOfAnyType(offer, category->id)});
    }
    for (const auto& [category, count] : request.standing) {
        if (offer.category(category) == nullptr || offer.isSeated(category)) {
            return badInput("unknown_category",
                            "Only places without a number are held by count. Choose the seats.",
                            "standing");
        }
        for (std::int64_t i = 0; i < count; ++i) {
            held.places.push_back({std::nullopt, category, {}, quotasOfAnyType(offer, category)});
        }
    }
    return held;
}

void appendRelease(Journal::Act& act, const StoredHold& hold, std::vector<HeldPlace> places,
                   const char* reason)
{
    act.append(isReserved(hold.kind) ? kind::kReservationEnded : kind::kHoldReleased,
               encode(PlacesReleased{hold.id, hold.performance, std::move(places), reason}));
}

StoredHold storedOf(const PlacesHeld& held)
{
    StoredHold stored;
    stored.performance = held.performance;
    stored.places = held.places;
    return stored;
}

Permission permissionFor(const std::string& kind)
{
    return kind == hold_kind::kParked     ? Permission::Sell
        : kind == hold_kind::kReservation ? Permission::Reserve
                                          : Permission::Hold;
}

} // namespace

Result<HoldId> placeHold(Counter& counter, const HoldRequest& request)
{
    return guarded([&]() -> Result<HoldId> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit =
            counter.access().permit(Permission::Hold, {}, eventOf(counter, request.performance));
        if (!permit) {
            return permit.error();
        }
        if (std::ranges::find(kHouseKinds, request.kind) == kHouseKinds.end()) {
            return badInput("bad_hold_kind",
                            "A hold is for the house, the press, a sponsor or technical needs.",
                            "kind");
        }
        const auto selling = counter.offers().offer(request.performance);
        if (!selling) {
            return refused("unknown_performance",
                           "This performance is not known here. Choose it again from the list.",
                           "performance");
        }
        if (auto later = checkRelease(counter, request.releaseAt); !later) {
            return std::move(later).error();
        }
        auto held = houseHold(selling->offer, request);
        if (!held) {
            return std::move(held).error();
        }
        if (held->places.empty()) {
            return badInput("nothing_to_hold", "Choose at least one place to hold.", "seats");
        }
        held->hold = HoldId{Uuid::v7(counter.clock().now(), counter.random())};
        Journal::Act act{counter.journal(), *permit};
        if (auto taken =
                releaseForSale(counter, act, request.fromHolds, cartOf({storedOf(*held)}), "moved");
            !taken) {
            return std::move(taken).error();
        }
        if (auto secured = securePlaces(counter, act, wantedOf(*held)); !secured) {
            return std::move(secured).error();
        }
        act.append(kind::kHoldPlaced, encode(*held));
        act.commit();
        counter.noteHead();
        return held->hold;
    });
}

Result<void> releaseHold(Counter& counter, HoldId id, const std::vector<SeatNumber>& seats,
                         const std::map<CategoryId, std::int64_t>& standing)
{
    return guarded([&]() -> Result<void> {
        const auto hold = readHold(counter.database(), counter.organizer(), id);
        const Permission permission = permissionFor(hold ? hold->kind : std::string{});
        const auto permit =
            counter.access().permit(permission, {},
                                    eventOf(counter, hold ? hold->performance : PerformanceId{}));
        if (!permit) {
            return permit.error();
        }
        if (!hold || hold->places.empty()) {
            return unknownHold();
        }
        if (hold->home != counter.replica()) {
            return notHome();
        }
        const auto part = partOf({*hold}, {seats, standing});
        if (!part) {
            return notInHold();
        }
        Journal::Act act{counter.journal(), *permit};
        appendRelease(act, *hold, part->front().places, "asked");
        act.commit();
        counter.noteHead();
        return {};
    });
}

Result<void> releaseForSale(Counter& counter, Journal::Act& act, const std::vector<HoldId>& holds,
                            const Cart& cart, const char* reason)
{
    std::vector<CartItem> items = cart.items;
    for (const HoldId id : holds) {
        const auto hold = readHold(counter.database(), counter.organizer(), id);
        if (!hold || hold->places.empty()) {
            return unknownHold();
        }
        if (hold->home != counter.replica()) {
            return notHome();
        }
        if (isReserved(hold->kind)) {
            appendRelease(act, *hold, hold->places, reason);
            continue;
        }
        std::vector<HeldPlace> taken;
        for (const HeldPlace& place : hold->places) {
            const auto item = std::ranges::find_if(items, [&](const CartItem& wanted) {
                return wanted.performance == hold->performance && wanted.seat == place.seat &&
                    wanted.category == place.category;
            });
            if (item != items.end()) {
                taken.push_back(place);
                items.erase(item);
            }
        }
        if (!taken.empty()) {
            appendRelease(act, *hold, std::move(taken), reason);
        }
    }
    return {};
}

Result<void> extendHolds(Counter& counter, const std::vector<HoldId>& ids,
                         std::optional<Instant> until)
{
    return guarded([&]() -> Result<void> {
        std::vector<StoredHold> holds;
        for (const HoldId id : ids) {
            const auto hold = readHold(counter.database(), counter.organizer(), id);
            if (!hold || hold->places.empty()) {
                return unknownHold();
            }
            holds.push_back(*hold);
        }
        const auto permit =
            counter.access().permit(permissionFor(holds.empty() ? "" : holds.front().kind));
        if (!permit) {
            return permit.error();
        }
        if (holds.empty()) {
            return unknownHold();
        }
        if (std::ranges::any_of(holds, [&](const StoredHold& hold) {
                return hold.home != counter.replica();
            })) {
            return notHome();
        }
        if (auto later = checkRelease(counter, until); !later) {
            return std::move(later).error();
        }
        Journal::Act act{counter.journal(), *permit};
        for (const StoredHold& hold : holds) {
            act.append(kind::kHoldExtended, encode(HoldExtended{hold.id, hold.performance, until}));
        }
        act.commit();
        counter.noteHead();
        return {};
    });
}

Result<std::size_t> releaseDueHolds(Counter& counter)
{
    return guarded([&]() -> Result<std::size_t> {
        const auto due = readDueHolds(counter.database(), counter.organizer(), counter.replica(),
                                      counter.clock().now());
        if (due.empty() || counter.entriesMissing() > 0) {
            return std::size_t{0};
        }
        // The time that somebody set acts, not whoever is signed in when it comes.
        Journal::Act act{counter.journal(), Permit::ofProgram()};
        for (const HoldId id : due) {
            const auto hold = readHold(counter.database(), counter.organizer(), id);
            appendRelease(act, *hold, hold->places, "due");
        }
        act.commit();
        counter.noteHead();
        return due.size();
    });
}

} // namespace foyer
