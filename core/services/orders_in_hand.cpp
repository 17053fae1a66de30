// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/orders_in_hand.h"

#include "core/domain/journal/bodies.h"
#include "core/domain/rights/rights.h"
#include "core/domain/sales/order_code.h"
#include "core/domain/sales/order_home.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/rights_authority.h"
#include "core/storage/identity_store.h"
#include "core/storage/incident_store.h"
#include "core/storage/order_home_store.h"
#include "core/storage/order_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::int64_t kInWorkMs = 5 * 60'000;

/// A clock that was set back keeps no order for ever.
bool isNow(Instant since, Instant now)
{
    return now.ms >= since.ms && now.ms - since.ms < kInWorkMs;
}

bool isHome(Counter& counter, const OrderHome& home)
{
    return !home.isReturned && home.holder == counter.replica() &&
        isOrderWhole(counter.database(), counter.organizer(), home.order);
}

Error elsewhere(Counter& counter, const OrderHome& home, const std::string& code)
{
    const OrganizerId us = counter.organizer();
    const auto holder = readReplica(counter.database(), {us, home.holder, 1});
    const bool isGone = home.isReturned || home.holder == counter.replica() || !holder ||
        readWriteOff(counter.database(), us, home.holder).has_value();
    const std::string shown = displayOrderCode(code);
    if (isGone) {
        Error error = refused("order_at_server",
                              "Order " + shown +
                                  " is not at this counter. Connect to the server, which hands it "
                                  "over.",
                              "order");
        error.facts = {shown};
        return error;
    }
    Error error =
        refused("order_elsewhere",
                "Order " + shown + " is at the counter \"" + holder->name +
                    "\". Connect to the server, or change it at that counter, so that its "
                    "money is not given back twice.",
                "order");
    error.facts = {shown, holder->name};
    return error;
}

} // namespace

void OrdersInWork::begin(OrderId order, Instant now)
{
    std::erase_if(m_since, [&](const auto& each) { return !isNow(each.second, now); });
    m_since[order] = now;
}

bool OrdersInWork::has(OrderId order, Instant now) const
{
    const auto found = m_since.find(order);
    return found != m_since.end() && isNow(found->second, now);
}

bool isInHand(Counter& counter, OrderId order)
{
    if (counter.authority().isHere()) {
        return true;
    }
    const auto home = readOrderHome(counter.database(), counter.organizer(), order);
    return home && isHome(counter, *home);
}

bool isInReach(Counter& counter, OrderId order)
{
    return counter.authority().isWithinReach() || isInHand(counter, order);
}

Result<void> takeInHand(Counter& counter, OrderId order, const std::string& code)
{
    counter.noteRightsNeed({});
    if (!isInHand(counter, order)) {
        const auto home = readOrderHome(counter.database(), counter.organizer(), order);
        if (!home) {
            return refused("unknown_order", "This order is not known here. Search for it again.",
                           "order");
        }
        counter.noteRightsNeed({.quotas = {}, .seats = {}, .orders = {order}});
        return elsewhere(counter, *home, code);
    }
    counter.ordersInWork().begin(order, counter.clock().now());
    return {};
}

Error orderAsked(Counter& counter, OrderId order)
{
    Database& database = counter.database();
    const OrganizerId us = counter.organizer();
    const auto home = readOrderHome(database, us, order);
    const auto holder =
        home ? readReplica(database, {us, home->holder, 1}) : std::optional<ReplicaFounded>{};
    const auto known = readOrderOrigin(database, us, order);
    const std::string code = known ? displayOrderCode(known->code) : std::string{};
    const std::string name = holder ? holder->name : std::string{};
    Error error = refused("order_asked",
                          "The counter \"" + name + "\" was asked to hand order " + code +
                              " over and has not answered yet. Try again in a moment, or change it "
                              "at that counter. If that counter is lost, have it written off.",
                          "order");
    error.facts = {code, name};
    return error;
}

Result<std::size_t> returnRecalledOrders(Counter& counter)
{
    return guarded([&]() -> Result<std::size_t> {
        std::size_t returned = 0;
        if (counter.authority().isHere() || counter.entriesMissing() > 0 || counter.isForked()) {
            return returned;
        }
        Database& database = counter.database();
        const OrganizerId us = counter.organizer();
        for (const RecalledOrder& recalled : readRecalledOrders(database, us, counter.replica())) {
            if (counter.ordersInWork().has(recalled.order, counter.clock().now())) {
                continue;
            }
            Journal::Act act{counter.journal(), Permit::ofProgram()};
            returnSeats(act, database, us, counter.replica(),
                        seatsOf(database, us, recalled.order));
            // Last, so that whoever knows of it knows of all before it.
            act.append(kind::kOrderHomeReturned,
                       encode(OrderHomeReturned{recalled.order, recalled.grant}));
            act.commit();
            counter.noteHead();
            counter.offers().clear();
            ++returned;
        }
        return returned;
    });
}

SeatsOfOrder seatsOf(Database& database, OrganizerId organizer, OrderId order)
{
    SeatsOfOrder seats;
    if (const auto known = readOrder(database, organizer, order)) {
        for (const Ticket& ticket : known->tickets) {
            if (ticket.seat && ticket.state != TicketState::Voided) {
                seats[ticket.performance].push_back(*ticket.seat);
            }
        }
    }
    return seats;
}

void returnSeats(Journal::Act& act, Database& database, OrganizerId organizer, ReplicaId holder,
                 const SeatsOfOrder& seats)
{
    for (const auto& [performance, numbers] : seats) {
        const auto wanted = rangesOf(numbers);
        for (const StandingLease& lease :
             readStandingLeases(database, organizer, performance, holder)) {
            auto its = without(lease.seats, without(lease.seats, wanted));
            if (!its.empty()) {
                act.append(kind::kSeatsReturned,
                           encode(SeatsReturned{performance, holder, lease.lease, std::move(its)}));
            }
        }
    }
}

} // namespace foyer
