// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/mass_return.h"

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Giving everybody's money back for a performance that is cancelled or postponed. It is written
/// down that it is to be done; then each order is given back by an act of its own, as a clerk would
/// (after_sale.h). So a crash loses nothing and repeats nothing, whoever goes on only does what is
/// left, and two who go on at once are no harm: an order has one home.
///
/// Money that went through a provider, gift cards, invoices and free tickets go back by themselves.
/// Who paid in cash, or by card at a terminal of the house, has to come: their tickets stay as they
/// are until they do.

/// One look at each order that has tickets of a performance. Changes nothing; may be taken in
/// steps, between which a clerk sells.
class MassReturnLook {
public:
    MassReturnLook(PerformanceId performance, bool keepFees)
        : m_performance{performance}, m_keepFees{keepFees}
    {}

    /// Looks at the next orders, at most so many. Needs Permission::ReadOrders. Refuses with
    /// unknown_performance.
    Result<void> step(Counter& counter, std::size_t orders);

    PerformanceId performance() const { return m_performance; }
    bool isDone() const { return m_isRead && m_next == m_orders.size(); }
    std::int64_t looked() const { return static_cast<std::int64_t>(m_next); }
    std::int64_t all() const { return static_cast<std::int64_t>(m_orders.size()); }
    /// What was found so far.
    const std::vector<ReturnDue>& dues() const { return m_dues; }

private:
    PerformanceId m_performance;
    bool m_keepFees;
    std::vector<OrderId> m_orders;
    bool m_isRead = false;
    std::size_t m_next = 0;
    std::vector<ReturnDue> m_dues;
};

/// How far something is that takes a while: done, of. False: stop.
using MassReturnProgress = std::function<bool(std::int64_t, std::int64_t)>;

/// Whom it concerns and how much. Looks at each order that has tickets of the performance, and
/// changes nothing. Needs Permission::ReadOrders. Refuses with unknown_performance, and with
/// cancelled where `progress` said so.
Result<MassReturnPlan> planMassReturn(Counter& counter, PerformanceId performance, bool keepFees,
                                      const MassReturnProgress& progress = {});

struct MassReturnRequest {
    PerformanceId performance;
    std::string reason;
    bool keepFees = false;
    /// As whoever decides was told.
    MassReturnPlan told;
};
/// Writes down that it is to be done. Needs Permission::Refund for all that goes back by itself,
/// which no limit may be below. Refuses with unknown_performance, performance_on_sale (it is
/// neither cancelled nor postponed), reason_missing, nothing_to_return, mass_return_open (fact: its
/// id) where one was begun and has not ended.
Result<MassReturnId> beginMassReturn(Counter& counter, const MassReturnRequest& request);

/// The latest first. Needs Permission::ReadOrders.
Result<std::vector<MassReturn>> massReturns(Counter& counter, std::size_t limit = 100);
/// The one of a performance that has not ended; nothing where there is none. Needs
/// Permission::ReadOrders.
Result<std::optional<MassReturn>> openMassReturn(Counter& counter, PerformanceId performance);

/// All that have not ended, the first begun first. Needs Permission::ReadOrders, if only for some
/// event: then it is those of such events.
Result<std::vector<MassReturn>> openMassReturns(Counter& counter);

/// What could not be given back, and why.
struct NotReturned {
    OrderId order;
    std::string code; ///< as people read it
    Error why;
};

/// One walk through the orders of a mass return. Kept by whoever goes on with it; a new one begins
/// from the start and finds what is left.
class MassReturnWalk {
public:
    explicit MassReturnWalk(MassReturnId id) : m_id{id} {}

    /// Gives back the next orders, at most so many. Needs Permission::ReadOrders, and what giving
    /// each of them back needs.
    /// Refuses with unknown_mass_return, mass_return_ended, and as returnTickets does where nobody
    /// could go on: not_signed_in, locked, not_permitted, over_limit; with performance_on_sale
    /// where it takes place after all. Refuses with order_elsewhere and order_at_server for an
    /// order that has to be fetched (Counter::rightsNeed): then the walk stands before it, and goes
    /// on with it or, after passOver(), with the next. Once everything that goes back by itself was
    /// given back, the mass return has ended.
    Result<void> step(Counter& counter, std::size_t orders);
    /// Leaves out the order that could not be fetched.
    void passOver(const Error& why);

    bool isDone() const { return m_isRead && m_next == m_orders.size(); }
    std::int64_t looked() const { return static_cast<std::int64_t>(m_next); }
    std::int64_t all() const { return static_cast<std::int64_t>(m_orders.size()); }
    std::int64_t returned() const { return m_returned; }
    /// What was given back so far, one for each currency.
    const std::vector<Money>& money() const { return m_money; }
    /// Those that wait for their customer, or for a payment that is still open.
    std::int64_t waiting() const { return static_cast<std::int64_t>(m_waiting.size()); }
    const std::vector<ReturnDue>& waitingOrders() const { return m_waiting; }
    const std::vector<NotReturned>& notReturned() const { return m_notReturned; }

private:
    Result<void> giveBack(Counter& counter, const MassReturn& whole, OrderId id);

    MassReturnId m_id;
    std::vector<OrderId> m_orders;
    bool m_isRead = false;
    std::size_t m_next = 0;
    std::int64_t m_returned = 0;
    std::vector<Money> m_money;
    std::vector<ReturnDue> m_waiting;
    std::string m_code; ///< of the order that was looked at last
    std::vector<NotReturned> m_notReturned;
};

/// Says that nobody goes on with it; what was given back stays so. Needs Permission::Refund.
/// Refuses with unknown_mass_return, mass_return_ended.
Result<void> endMassReturn(Counter& counter, MassReturnId id);

} // namespace foyer
