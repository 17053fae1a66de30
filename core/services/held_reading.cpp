// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pricing/quote.h"
#include "core/domain/sales/order_code.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/hold_refusals.h"
#include "core/services/holds.h"
#include "core/services/offer_cache.h"
#include "core/services/sales.h"
#include "core/storage/held_store.h"

#include <algorithm>

namespace foyer {
namespace {

bool isOfAHouse(const StoredHold& hold)
{
    return hold.kind != hold_kind::kReservation && hold.kind != hold_kind::kParked;
}

/// Name and how to reach them, where they may be known.
void nameThem(Counter& counter, HeldBack& held, bool withNames)
{
    if (!held.first().customer || !withNames) {
        return;
    }
    if (const auto customer = counter.customers().open(*held.first().customer)) {
        held.name = customer->details.name;
        held.reach =
            customer->details.phone.empty() ? customer->details.email : customer->details.phone;
    }
}

HeldBack backOf(Counter& counter, std::vector<StoredHold> holds, bool priced, bool withNames)
{
    HeldBack back{.holds = std::move(holds), .name = {}, .reach = {}, .price = {}, .here = true};
    back.here = std::ranges::all_of(back.holds, [&](const StoredHold& hold) {
        return hold.home == counter.replica();
    });
    nameThem(counter, back, withNames);
    if (priced && !isOfAHouse(back.first())) {
        if (const auto quoted = quote(counter, cartOf(back.holds))) {
            back.price = quoted->total;
        }
    }
    return back;
}

} // namespace

Result<std::vector<StoredHold>> holdsOf(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<std::vector<StoredHold>> {
        if (auto may =
                counter.access().require(Permission::ReadOrders, eventOf(counter, performance));
            !may) {
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

Result<std::vector<HeldBack>> heldBack(Counter& counter, std::optional<PerformanceId> performance,
                                       bool priced)
{
    return guarded([&]() -> Result<std::vector<HeldBack>> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        return readHeldBack(counter, performance, priced,
                            counter.access().may(Permission::ReadCustomers));
    });
}

std::vector<HeldBack> readHeldBack(Counter& counter, std::optional<PerformanceId> performance,
                                   bool priced, bool withNames)
{
    std::vector<std::vector<StoredHold>> groups;
    for (StoredHold& hold : readHolds(counter.database(), counter.organizer())) {
        const auto same = std::ranges::find_if(groups, [&](const auto& group) {
            return !hold.code.empty() && group.front().code == hold.code;
        });
        if (same != groups.end()) {
            same->push_back(std::move(hold));
        } else {
            groups.push_back({std::move(hold)});
        }
    }
    std::vector<HeldBack> all;
    for (std::vector<StoredHold>& group : groups) {
        const bool isMeant = !performance ||
            std::ranges::find(group, *performance, &StoredHold::performance) != group.end();
        if (isMeant) {
            all.push_back(backOf(counter, std::move(group), priced, withNames));
        }
    }
    return all;
}

Result<HeldBack> heldForSale(Counter& counter, const std::vector<HoldId>& ids, const HeldPart& part)
{
    return guarded([&]() -> Result<HeldBack> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        std::vector<StoredHold> holds;
        for (const HoldId id : ids) {
            auto hold = readHold(counter.database(), counter.organizer(), id);
            if (hold && !hold->places.empty()) {
                holds.push_back(*std::move(hold));
            }
        }
        if (holds.empty()) {
            return unknownHold();
        }
        auto meant = partOf(std::move(holds), part);
        if (!meant) {
            return notInHold();
        }
        HeldBack back = backOf(counter, *std::move(meant), true,
                               counter.access().may(Permission::ReadCustomers));
        return back.here ? Result<HeldBack>{std::move(back)} : notHome();
    });
}

Cart cartForSale(Counter& counter, const HeldBack& held)
{
    std::map<CategoryId, TicketTypeId> usual;
    for (const StoredHold& hold : held.holds) {
        const auto selling = counter.offers().offer(hold.performance);
        for (const HeldPlace& place : hold.places) {
            if (!selling || usual.contains(place.category)) {
                continue;
            }
            const auto type =
                std::ranges::find_if(selling->offer.types, [&](const TicketType& one) {
                    return one.prices.contains(place.category);
                });
            if (type != selling->offer.types.end()) {
                usual[place.category] = type->id; // they are sorted, the usual one first
            }
        }
    }
    return cartOf(held.holds, usual);
}

} // namespace foyer
