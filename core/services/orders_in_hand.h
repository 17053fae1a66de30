// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/sales/order.h"
#include "core/storage/journal.h"

#include <map>
#include <optional>
#include <vector>

namespace foyer {

class Counter;

/// Which orders this counter may change: give their money back, void or exchange their tickets.
/// Each has one home, who sold it until it is handed over, so that no two counters that cannot hear
/// each other give the same money back. An order that is not in hand is fetched as seats are: the
/// act is refused, notes what it lacked (Counter::rightsNeed), and goes through once that is here.

/// Whether this counter is an order's home and knows all that was done to it. Throws
/// StorageFailure.
bool isInHand(Counter& counter, OrderId order);

/// Whether it is, or the server can be asked for it now. Throws StorageFailure.
bool isInReach(Counter& counter, OrderId order);

/// For an act on an order, or its plan: keeps the order here for some minutes, so that it is not
/// handed over between what a clerk saw and what a clerk does. Refuses with order_elsewhere (facts:
/// its code, the counter that has it) and order_at_server (fact: its code). Throws StorageFailure.
Result<void> takeInHand(Counter& counter, OrderId order, const std::string& code);

/// order_asked: the server has asked for an order, and whoever has it has not answered yet (facts:
/// its code, the counter that has it). Throws StorageFailure.
Error orderAsked(Counter& counter, OrderId order);

/// What clerks are at, in memory: an order whose plan somebody has looked at, until the act is
/// done.
class OrdersInWork {
public:
    void begin(OrderId order, Instant now);
    void end(OrderId order) { m_since.erase(order); }
    bool has(OrderId order, Instant now) const;

private:
    std::map<OrderId, Instant> m_since;
};

/// Gives back the orders that the authority has asked for, with their seats; those that a clerk is
/// at later. How many. To be called when the authority is heard of. Needs nobody's permission: the
/// authority had it.
Result<std::size_t> returnRecalledOrders(Counter& counter);

/// The seats that the tickets of an order stand on. They go along with it: whoever is its home may
/// give them away once a ticket is void. Throws StorageFailure.
using SeatsOfOrder = std::map<PerformanceId, std::vector<SeatNumber>>;
SeatsOfOrder seatsOf(Database& database, OrganizerId organizer, OrderId order);
/// Returns what a replica was leased of these seats, as part of an act. Throws StorageFailure.
void returnSeats(Journal::Act& act, Database& database, OrganizerId organizer, ReplicaId holder,
                 const SeatsOfOrder& seats);

} // namespace foyer
