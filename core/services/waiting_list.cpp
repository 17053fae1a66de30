// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/waiting_list.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/guarded.h"
#include "core/services/hold_refusals.h"
#include "core/services/holds.h"
#include "core/services/offer_cache.h"
#include "core/services/seats.h"
#include "core/storage/held_store.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

constexpr std::int64_t kBegunMs = 6LL * 3'600'000; // nobody waits for what is over

using PlacesLeft = std::map<CategoryId, std::int64_t>;

bool isMet(const StoredWaiting& waiting, const PlacesLeft::value_type& category)
{
    return (waiting.category.isNil() || waiting.category == category.first) &&
        category.second >= waiting.count;
}

WaitingPerson personOf(Counter& counter, const StoredWaiting& waiting, const PlacesLeft& left)
{
    WaitingPerson person{waiting, {}, {}, false};
    const bool mayReadNames = counter.access().may(Permission::ReadCustomers);
    if (const auto customer = counter.customers().open(waiting.customer);
        customer && mayReadNames) {
        person.name = customer->details.name;
        person.reach =
            customer->details.phone.empty() ? customer->details.email : customer->details.phone;
    }
    person.placesFree =
        std::ranges::any_of(left, [&](const auto& category) { return isMet(waiting, category); });
    return person;
}

/// What somebody waits for, as a cart of the usual type; nothing where there is not enough of it.
std::optional<Cart> wishOf(Counter& counter, const StoredWaiting& waiting, const Offer& offer)
{
    const auto left = placesLeft(counter, waiting.performance);
    if (!left) {
        return std::nullopt;
    }
    for (const PriceCategory& category : offer.categories) { // the best one first
        const auto places = left->find(category.id);
        const auto type = std::ranges::find_if(offer.types, [&](const TicketType& one) {
            return one.prices.contains(category.id);
        });
        if (places == left->end() || !isMet(waiting, *places) || type == offer.types.end()) {
            continue;
        }
        const auto count = static_cast<std::size_t>(waiting.count);
        Cart cart;
        if (!offer.isSeated(category.id)) {
            cart.items.assign(count, CartItem{waiting.performance, type->id, category.id, {}});
            return cart;
        }
        const auto seats = bestSeats(counter,
                                     {.performance = waiting.performance,
                                      .count = count,
                                      .category = category.id,
                                      .alreadyChosen = {}});
        for (const SeatNumber seat : seats ? *seats : std::vector<SeatNumber>{}) {
            cart.items.push_back({waiting.performance, type->id, category.id, seat});
        }
        if (!cart.items.empty()) {
            return cart;
        }
    }
    return std::nullopt;
}

} // namespace

Result<WaitingId> joinWaitingList(Counter& counter, const WaitingRequest& request)
{
    return guarded([&]() -> Result<WaitingId> {
        const auto permit = counter.access().permit(Permission::Reserve);
        if (!permit) {
            return permit.error();
        }
        if (request.customer.isEmpty()) {
            return badInput("customer_needed",
                            "Say who waits, and how to reach them: a name and a telephone number "
                            "or an email address.",
                            "customer");
        }
        constexpr std::int64_t kMost = 1000;
        if (request.count < 1 || request.count > kMost) {
            return badInput("bad_count", "Say how many places are wanted, at least one.", "count");
        }
        const auto selling = counter.offers().offer(request.performance);
        if (!selling) {
            return refused("unknown_performance",
                           "This performance is not known here. Choose it again from the list.",
                           "performance");
        }
        if (!request.category.isNil() && selling->offer.category(request.category) == nullptr) {
            return badInput("unknown_category", "This event has no such category.", "category");
        }
        Journal::Act act{counter.journal(), *permit};
        const auto customer = counter.customers().record(act, request.customer);
        if (!customer) {
            return customer.error();
        }
        const WaitingId id{Uuid::v7(counter.clock().now(), counter.random())};
        act.append(kind::kWaitingJoined,
                   encode(WaitingJoined{id, request.performance, *customer, request.count,
                                        request.category}));
        act.commit();
        counter.noteHead();
        counter.customers().remember({*customer, request.customer});
        return id;
    });
}

Result<std::vector<WaitingPerson>> waitingList(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<std::vector<WaitingPerson>> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        const auto left = placesLeft(counter, performance);
        if (!left) {
            return left.error();
        }
        std::vector<WaitingPerson> list;
        for (const StoredWaiting& waiting :
             readWaiting(counter.database(), counter.organizer(), performance)) {
            list.push_back(personOf(counter, waiting, *left));
        }
        return list;
    });
}

Result<std::vector<WaitingPerson>> waitingLists(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<WaitingPerson>> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        const Instant since{counter.clock().now().ms - kBegunMs};
        std::map<PerformanceId, std::optional<std::map<CategoryId, std::int64_t>>> left;
        std::vector<WaitingPerson> list;
        for (const StoredWaiting& waiting : readWaiting(counter.database(), counter.organizer())) {
            const auto [known, isNew] = left.try_emplace(waiting.performance);
            if (isNew) {
                const auto selling = counter.offers().offer(waiting.performance);
                const auto places = placesLeft(counter, waiting.performance);
                if (selling && selling->offer.performance.startsAt >= since && places) {
                    known->second = *places;
                }
            }
            if (known->second) {
                list.push_back(personOf(counter, waiting, *known->second));
            }
        }
        return list;
    });
}

Result<std::optional<WaitingPerson>> nextWaiting(Counter& counter, PerformanceId performance)
{
    const auto list = waitingList(counter, performance);
    if (!list) {
        return list.error();
    }
    const auto next = std::ranges::find(*list, true, &WaitingPerson::placesFree);
    return next != list->end() ? std::optional{*next} : std::nullopt;
}

Result<std::vector<StoredHold>> offerPlaces(Counter& counter, WaitingId id,
                                            std::optional<Instant> expiresAt)
{
    return guarded([&]() -> Result<std::vector<StoredHold>> {
        if (auto may = counter.access().require(Permission::Reserve); !may) {
            return std::move(may).error();
        }
        const auto waiting = readWaiting(counter.database(), counter.organizer(), id);
        if (!waiting) {
            return unknownWaiting();
        }
        const auto selling = counter.offers().offer(waiting->performance);
        auto cart = selling ? wishOf(counter, *waiting, selling->offer) : std::nullopt;
        if (!cart) {
            const std::string count = std::to_string(waiting->count);
            Error error =
                refused("not_enough_places",
                        "There are not " + count + " places for them yet. They stay on the list.",
                        "waiting");
            error.facts = {count};
            return error;
        }
        ReservationRequest request;
        request.cart = *std::move(cart);
        request.customer = waiting->customer;
        request.expiresAt = expiresAt;
        request.serves = id;
        return reserve(counter, request);
    });
}

Result<void> endWaiting(Counter& counter, WaitingId waiting, bool served)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::Reserve);
        if (!permit) {
            return permit.error();
        }
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kWaitingEnded, encode(WaitingEnded{waiting, served ? "served" : "left"}));
        act.commit();
        counter.noteHead();
        return {};
    });
}

} // namespace foyer
