// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/holds.h"

#include "core/domain/pricing/quote.h"
#include "core/domain/sales/order_code.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/places.h"
#include "core/services/sales.h"
#include "core/storage/order_store.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

constexpr std::array kHouseKinds{hold_kind::kHouse, hold_kind::kPress, hold_kind::kSponsor,
                                 hold_kind::kTechnical};

bool isReserved(const std::string& kind)
{
    return kind == hold_kind::kReservation || kind == hold_kind::kParked;
}

Result<void> checkRelease(const Counter& counter, const std::optional<Instant>& at)
{
    if (at && *at <= counter.clock().now()) {
        return badInput("release_passed",
                        "This release time has passed already. Choose a later one.", "release_at");
    }
    return {};
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
            offer.plan && seat < offer.plan->seats.size() ? offer.categoryOfSeat(seat) : nullptr;
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

Result<std::optional<CustomerId>> customerFor(Counter& counter, Journal::Act& act,
                                              const ReservationRequest& request)
{
    if (request.newCustomer && !request.newCustomer->isEmpty()) {
        const auto recorded = counter.customers().record(act, *request.newCustomer);
        return recorded ? Result<std::optional<CustomerId>>{*recorded} : recorded.error();
    }
    if (request.customer && !counter.customers().knows(*request.customer)) {
        return refused("unknown_customer", "This customer is not known any more. Search again.",
                       "customer");
    }
    if (!request.customer && !request.parked) {
        return badInput("customer_needed", "Say for whom the places are reserved: at least a name.",
                        "customer");
    }
    return request.customer;
}

/// One hold for each performance of a cart, with the quotas that the tickets would spend.
std::map<PerformanceId, PlacesHeld> holdsFor(const Cart& cart, const Quote& quote)
{
    std::map<PerformanceId, PlacesHeld> holds;
    for (const QuoteLine& line : quote.lines) {
        if (line.kind == QuoteLine::Kind::Ticket) {
            const CartItem& item = cart.items[line.item];
            holds[item.performance].places.push_back(
                {item.seat, item.category, item.type, line.quotas});
        }
    }
    return holds;
}

/// Takes out of what is held the seats and so many of the others; all of it where nothing is named.
/// Nothing where something named is not held.
std::optional<std::vector<HeldPlace>> chosenOf(const StoredHold& hold,
                                               const std::vector<SeatNumber>& seats,
                                               std::map<CategoryId, std::int64_t> standing)
{
    if (seats.empty() && standing.empty()) {
        return hold.places;
    }
    std::vector<HeldPlace> chosen;
    for (const SeatNumber seat : seats) {
        const auto found = std::ranges::find(hold.places, std::optional{seat}, &HeldPlace::seat);
        if (found == hold.places.end()) {
            return std::nullopt;
        }
        chosen.push_back(*found);
    }
    for (const HeldPlace& place : hold.places) {
        const auto wanted = standing.find(place.category);
        if (!place.seat && wanted != standing.end() && wanted->second > 0) {
            chosen.push_back(place);
            --wanted->second;
        }
    }
    const bool complete =
        std::ranges::all_of(standing, [](const auto& rest) { return rest.second <= 0; });
    return complete ? std::optional{chosen} : std::nullopt;
}

Error unknownHold()
{
    return refused("unknown_hold", "This hold is not known here, or nothing is left of it.",
                   "hold");
}

Error notHome()
{
    return refused("not_home",
                   "These places are held at another counter. Release them there, so that nobody "
                   "gets them twice.");
}

void appendRelease(Journal::Act& act, const StoredHold& hold, std::vector<HeldPlace> places,
                   const char* reason)
{
    act.append(isReserved(hold.kind) ? kind::kReservationEnded : kind::kHoldReleased,
               encode(PlacesReleased{hold.id, hold.performance, std::move(places), reason}));
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
        const auto permit = counter.access().permit(Permission::Hold);
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
        if (auto secured = securePlaces(counter, act, wantedOf(*held)); !secured) {
            return std::move(secured).error();
        }
        act.append(kind::kHoldPlaced, encode(*held));
        act.commit();
        counter.noteHead();
        return held->hold;
    });
}

Result<std::vector<StoredHold>> reserve(Counter& counter, const ReservationRequest& request)
{
    return guarded([&]() -> Result<std::vector<StoredHold>> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const Permission permission = request.parked ? Permission::Sell : Permission::Reserve;
        const auto permit = counter.access().permit(permission);
        if (!permit) {
            return permit.error();
        }
        if (auto later = checkRelease(counter, request.expiresAt); !later) {
            return std::move(later).error();
        }
        const auto priced = quote(counter, request.cart);
        if (!priced) {
            return priced.error();
        }
        Journal::Act act{counter.journal(), *permit};
        const auto customer = customerFor(counter, act, request);
        if (!customer) {
            return customer.error();
        }
        const std::int64_t number =
            readSeriesUsed(counter.database(), counter.organizer(), counter.series()) + 1;
        std::vector<HoldId> ids;
        for (auto& [performance, held] : holdsFor(request.cart, *priced)) {
            held.hold = HoldId{Uuid::v7(counter.clock().now(), counter.random())};
            held.performance = performance;
            held.kind = request.parked ? hold_kind::kParked : hold_kind::kReservation;
            held.label = request.label;
            held.releaseAt = request.expiresAt;
            held.customer = *customer;
            held.series = counter.series();
            held.number = number;
            held.code = orderCode(held.series, static_cast<std::uint64_t>(number));
            if (auto secured = securePlaces(counter, act, wantedOf(held)); !secured) {
                return std::move(secured).error();
            }
            act.append(kind::kReservationPlaced, encode(held));
            ids.push_back(held.hold);
        }
        act.commit();
        counter.noteHead();
        if (request.newCustomer && *customer) {
            counter.customers().remember({**customer, *request.newCustomer});
        }
        std::vector<StoredHold> stored;
        for (const HoldId id : ids) {
            stored.push_back(*readHold(counter.database(), counter.organizer(), id));
        }
        return stored;
    });
}

Result<std::vector<StoredHold>> holdsOf(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<std::vector<StoredHold>> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        return readHolds(counter.database(), counter.organizer(), performance);
    });
}

Result<std::vector<StoredHold>> reservationOf(Counter& counter, const std::string& code)
{
    return guarded([&]() -> Result<std::vector<StoredHold>> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        std::vector<StoredHold> found;
        if (const auto normalized = normalizedOrderCode(code)) {
            for (const HoldId id :
                 readHoldsByCode(counter.database(), counter.organizer(), *normalized)) {
                found.push_back(*readHold(counter.database(), counter.organizer(), id));
            }
        }
        std::erase_if(found, [](const StoredHold& hold) { return hold.places.empty(); });
        if (found.empty()) {
            return refused("unknown_reservation",
                           "There is no reservation " + code +
                               " here, or it has ended. Check the code for typing mistakes.",
                           "code");
        }
        return found;
    });
}

Cart cartOf(const std::vector<StoredHold>& holds)
{
    Cart cart;
    for (const StoredHold& hold : holds) {
        for (const HeldPlace& place : hold.places) {
            cart.items.push_back({hold.performance, place.type, place.category, place.seat});
        }
    }
    return cart;
}

Result<void> releaseHold(Counter& counter, HoldId id, const std::vector<SeatNumber>& seats,
                         const std::map<CategoryId, std::int64_t>& standing)
{
    return guarded([&]() -> Result<void> {
        const auto hold = readHold(counter.database(), counter.organizer(), id);
        const Permission permission = permissionFor(hold ? hold->kind : std::string{});
        const auto permit = counter.access().permit(permission);
        if (!permit) {
            return permit.error();
        }
        if (!hold || hold->places.empty()) {
            return unknownHold();
        }
        if (hold->home != counter.replica()) {
            return notHome();
        }
        auto places = chosenOf(*hold, seats, standing);
        if (!places) {
            return badInput("not_in_hold", "Not all of these places are in this hold.", "seats");
        }
        Journal::Act act{counter.journal(), *permit};
        appendRelease(act, *hold, *std::move(places), "asked");
        act.commit();
        counter.noteHead();
        return {};
    });
}

Result<void> releaseForSale(Counter& counter, Journal::Act& act, const std::vector<HoldId>& holds,
                            const Cart& cart)
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
            appendRelease(act, *hold, hold->places, "sold");
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
            appendRelease(act, *hold, std::move(taken), "sold");
        }
    }
    return {};
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
