// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/order_homes.h"

#include "core/domain/sales/order_home.h"
#include "core/services/orders_in_hand.h"
#include "core/storage/feed_store.h"
#include "core/storage/order_home_store.h"
#include "core/storage/rights_store.h"

namespace foyer {
namespace {

/// A home that does not answer is asked again after this: it may have been an older Foyer that did
/// not know what it was asked for.
constexpr std::int64_t kAskAgainMs = 10 * 60'000;

bool isAsked(Authority& authority, const OrderHome& home)
{
    return home.recalledAt &&
        authority.clock().now().ms - home.recalledAt->instant().ms < kAskAgainMs;
}

/// What nobody is leased of an order's seats: its home gave them back with it.
void leaseSeats(Authority& authority, Journal::Act& act, ReplicaId to, const SeatsOfOrder& seats)
{
    for (const auto& [performance, numbers] : seats) {
        std::vector<SeatRange> leased;
        for (const StandingLease& lease :
             readStandingLeases(authority.database(), authority.organizer(), performance)) {
            leased.insert(leased.end(), lease.seats.begin(), lease.seats.end());
        }
        if (auto free = without(rangesOf(numbers), std::move(leased)); !free.empty()) {
            act.append(kind::kSeatsLeased, encode(SeatsLeased{performance, to, std::move(free)}));
        }
    }
}

} // namespace

void giveHome(Authority& authority, Journal::Act& act, ReplicaId to, OrderId order,
              RightsAnswer& answer)
{
    Database& database = authority.database();
    const OrganizerId us = authority.organizer();
    const auto home = readOrderHome(database, us, order);
    if (!home) {
        answer.shortages.push_back({order.uuid, "home_unknown", 0, {}});
        return;
    }
    if (!home->isReturned && home->holder == to) {
        return; // it hears of it by the feed
    }
    const bool isGone = readWriteOff(database, us, home->holder).has_value();
    if (!home->isReturned && !isGone) {
        if (!isAsked(authority, *home)) {
            act.append(kind::kOrderHomeRecalled,
                       encode(OrderHomeRecalled{order, home->grant, home->holder}));
        }
        answer.shortages.push_back({order.uuid, "home_recalled", 0, {}});
        return;
    }
    const auto seats = seatsOf(database, us, order);
    if (isGone) {
        returnSeats(act, database, us, home->holder, seats);
    }
    leaseSeats(authority, act, to, seats);
    const JournalHead head = readWriterHead(database, us, home->holder);
    // Last, so that whoever has it has the seats.
    act.append(kind::kOrderHomeGiven,
               encode(OrderHomeGiven{order,
                                     to,
                                     home->serial + 1,
                                     {home->holder, head.epoch, head.sequence,
                                      readPositionAt(database, us, home->holder, head.epoch,
                                                     head.sequence)}}));
}

} // namespace foyer
