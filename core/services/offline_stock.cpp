// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/offline_stock.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/access_control.h"
#include "core/services/authority/rights_office.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/seats.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/held_store.h"
#include "core/storage/identity_store.h"
#include "core/storage/offline_stock_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace foyer {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kStillSoldMs = 4 * kHourMs;   // latecomers buy, too
constexpr std::int64_t kAheadMs = 14 * 24 * kHourMs; // how long a network may be away
constexpr std::size_t kPerformancesInAWish = 40;     // the others follow in the next wish

/// The coming performances that can be sold, by start.
std::vector<Performance> comingPerformances(Counter& counter, std::int64_t aheadMs)
{
    const Instant now = counter.clock().now();
    std::vector<Performance> coming;
    readPerformancesFrom(counter.database(), counter.organizer(), Instant{now.ms - kStillSoldMs},
                         [&](const Uuid& id, const Entity& entity) {
                             auto performance = performanceFrom(id, entity);
                             if (performance &&
                                 performance->state == Performance::State::Scheduled &&
                                 performance->startsAt.ms - now.ms <= aheadMs) {
                                 coming.push_back(*std::move(performance));
                             }
                         });
    return coming;
}

/// Seats that are leased to somebody, less those that are sold or held.
std::vector<SeatRange> unsold(Counter& counter, PerformanceId performance,
                              const std::vector<StandingLease>& leases)
{
    std::vector<SeatRange> leased;
    for (const StandingLease& lease : leases) {
        leased.insert(leased.end(), lease.seats.begin(), lease.seats.end());
    }
    if (leased.empty()) {
        return {};
    }
    auto taken = readSoldSeats(counter.database(), counter.organizer(), performance);
    const auto held = readHeldSeats(counter.database(), counter.organizer(), performance);
    taken.insert(taken.end(), held.begin(), held.end());
    return without(std::move(leased), rangesOf(std::move(taken)));
}

/// How many seats of a performance are missing from the stock and could be given.
std::int64_t seatsToFetch(Counter& counter, const SellingOffer& selling, std::int64_t keep,
                          std::int64_t counters)
{
    if (!selling.offer.plan || selling.offer.plan->seats.empty() || keep == 0) {
        return 0;
    }
    const PerformanceId performance = selling.offer.performance.id;
    const auto all = readStandingLeases(counter.database(), counter.organizer(), performance);
    const std::vector<SeatRange> plan = seatsThere(*selling.offer.plan);
    const auto there = [&plan](const std::vector<SeatRange>& seats) {
        return static_cast<std::int64_t>(seatCount(plan) - seatCount(without(plan, seats)));
    };
    std::vector<StandingLease> own;
    std::int64_t leased = 0;
    for (const StandingLease& lease : all) {
        leased += there(lease.seats);
        if (lease.holder == counter.replica()) {
            own.push_back(lease);
        }
    }
    const auto here = there(unsold(counter, performance, own));
    const std::int64_t nobodys = static_cast<std::int64_t>(seatCount(plan)) - leased;
    return stockToFetch(here, stockLevel(nobodys, here, keep, counters));
}

Result<void> checkStock(Counter& counter, const OfflineStock& stock)
{
    if (!readEntity(counter.database(), counter.organizer(), "event", stock.event.uuid)) {
        return refused("unknown_event", "There is no such event.", "event");
    }
    for (const auto& [count, where] :
         {std::pair{stock.rights, "rights"}, std::pair{stock.seats, "seats"}}) {
        if (count < 0 || count > OfflineStock::kMost) {
            return badInput("bad_stock",
                            "Say a whole number from 0 to " + std::to_string(OfflineStock::kMost) +
                                ".",
                            where);
        }
    }
    return {};
}

void addPlacesHere(Counter& counter, EventStock& stock, const Performance& performance)
{
    stock.next = performance.startsAt;
    stock.timeZone = performance.timeZone;
    if (const auto here = placesHere(counter, performance.id)) {
        stock.seats = here->seats;
        stock.places = here->standing;
    }
}

} // namespace

Result<std::vector<EventStock>> offlineStocks(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<EventStock>> {
        if (auto may = counter.access().require(Permission::EditCatalogue); !may) {
            return std::move(may).error();
        }
        std::map<EventId, Performance> next;
        for (const Performance& performance : comingPerformances(counter, INT64_MAX)) {
            next.emplace(performance.event, performance); // the first of each stays
        }
        std::vector<EventStock> stocks;
        readEntities(counter.database(), counter.organizer(), "event",
                     [&](const Uuid& id, const Entity& entity) {
                         if (const auto event = eventFrom(id, entity)) {
                             stocks.push_back({.keep = {event->id}, .event = event->name});
                         }
                     });
        for (EventStock& stock : stocks) {
            const EventId event = stock.keep.event;
            stock.keep = readOfflineStock(counter.database(), counter.organizer(), event);
            if (const auto found = next.find(event); found != next.end()) {
                addPlacesHere(counter, stock, found->second);
            }
        }
        std::ranges::sort(stocks, {}, [](const EventStock& stock) {
            return std::tuple{stock.next.ms == 0, stock.next.ms, stock.event};
        });
        return stocks;
    });
}

Result<void> setOfflineStock(Counter& counter, const OfflineStock& stock)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        if (!permit) {
            return permit.error();
        }
        if (auto sound = checkStock(counter, stock); !sound) {
            return sound;
        }
        const OfflineStock now =
            readOfflineStock(counter.database(), counter.organizer(), stock.event);
        EntityEdited edit = editOf(stock);
        if (stock.rights == now.rights) { // what was never set is not set now
            edit.fields.erase("rights");
        }
        if (stock.seats == now.seats) {
            edit.fields.erase("seats");
        }
        if (stock == now) {
            return {};
        }
        edit.over.emplace(); // the event is known everywhere, and so is its stock
        Journal::Act act{counter.journal(), *permit};
        appendEdit(act, counter.database(), counter.organizer(), kind::kOfflineStockEdited,
                   std::move(edit));
        act.commit();
        counter.noteHead();
        return {};
    });
}

OfflineStock stockFor(Counter& counter, QuotaId quota)
{
    Database& database = counter.database();
    const OrganizerId us = counter.organizer();
    const auto entity = readEntity(database, us, "quota", quota.uuid);
    const EventId event =
        entity ? readEventOf(database, us, PerformanceId{entity->uuid("performance")}) : EventId{};
    return readOfflineStock(database, us, event);
}

void addMissingStock(Counter& counter, RightsWish& wish)
{
    Database& database = counter.database();
    const OrganizerId us = counter.organizer();
    const StockRest rest = readStockRest(database, us);
    if (rest.ofAll) {
        return;
    }
    // The authority is a replica, too, and sells nothing.
    const std::int64_t counters = std::max<std::int64_t>(countReplicas(database, us) - 1, 1);
    std::size_t asked = 0;
    for (const Performance& performance : comingPerformances(counter, kAheadMs)) {
        const auto selling =
            rest.covers(performance.id) ? nullptr : counter.offers().offer(performance.id);
        if (!selling || asked >= kPerformancesInAWish) {
            continue;
        }
        const std::size_t before = wish.quotas.size() + wish.seats.size();
        const OfflineStock keep = readOfflineStock(database, us, performance.event);
        for (const Quota& quota : selling->offer.quotas) {
            const std::int64_t held = readRights(database, us, quota.id, counter.replica()).left();
            const std::int64_t nobodys = quota.capacity - readGranted(database, us, quota.id);
            const std::int64_t wanted =
                stockToFetch(held, stockLevel(nobodys, held, keep.rights, counters));
            if (wanted > 0) {
                wish.quotas.push_back({quota.id, 0, wanted, held});
            }
        }
        if (const auto seats = seatsToFetch(counter, *selling, keep.seats, counters); seats > 0) {
            wish.seats.push_back({performance.id, {}, seats});
        }
        asked += wish.quotas.size() + wish.seats.size() > before ? 1 : 0;
    }
}

} // namespace foyer
