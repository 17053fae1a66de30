// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/mass_return.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/domain/sales/order_code.h"
#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/rights_need.h"
#include "core/services/standing_orders.h"
#include "core/storage/after_sale_store.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/mass_return_store.h"

#include <algorithm>
#include <array>

namespace foyer {
namespace {

Result<Performance> knownPerformance(Counter& counter, PerformanceId id)
{
    const auto entity = readEntity(counter.database(), counter.organizer(), "performance", id.uuid);
    auto performance = entity ? performanceFrom(id.uuid, *entity) : std::nullopt;
    if (!performance) {
        return refused("unknown_performance",
                       "This performance is not known here. Look for it in the list again.",
                       "performance");
    }
    return *std::move(performance);
}

Result<void> refuseOnSale(const Performance& performance)
{
    return performance.state == Performance::State::Scheduled
        ? Result<void>{refused("performance_on_sale",
                               "This performance takes place, and is on sale. Cancel or postpone "
                               "it first; then give the money back.",
                               "performance")}
        : Result<void>{};
}

Result<MassReturn> runningMassReturn(Counter& counter, MassReturnId id)
{
    auto found = readMassReturn(counter.database(), counter.organizer(), id);
    if (!found) {
        return refused("unknown_mass_return",
                       "Nobody began to give this money back, as far as is known here. Look at the "
                       "list, and begin it where it is missing.");
    }
    if (found->endedAt) {
        return refused("mass_return_ended",
                       "Giving this money back has ended. Begin it anew for what is left.");
    }
    return *std::move(found);
}

/// Whether the next order would fail in the same way.
bool concernsAll(const Error& error)
{
    constexpr std::array kOfPerson{"not_signed_in", "locked",   "not_permitted",  "over_limit",
                                   "card_expired",  "no_shift", "database_behind"};
    return error.kind == ErrorKind::Storage ||
        std::ranges::any_of(kOfPerson, [&](const char* code) { return error.code == code; });
}

Result<void> mayBeBegun(Counter& counter, const MassReturnRequest& request)
{
    const auto performance = knownPerformance(counter, request.performance);
    if (!performance) {
        return performance.error();
    }
    if (auto stopped = refuseOnSale(*performance); !stopped) {
        return stopped;
    }
    if (request.reason.empty()) {
        return usageError("reason_missing", "Say why; the reason is kept with each order.",
                          "reason");
    }
    if (request.told.tickets() == 0) {
        return refused("nothing_to_return",
                       "Nobody has a ticket of this performance that could be taken back.");
    }
    if (const auto open =
            readOpenMassReturn(counter.database(), counter.organizer(), request.performance)) {
        Error error = refused("mass_return_open",
                              "Giving this performance's money back was begun already. Go on with "
                              "that.");
        error.facts = {open->begun.id.text()};
        return error;
    }
    return {};
}

/// The right to give so much back, in whatever currencies.
std::vector<AccessControl::Approvable> massReturnNeeds(Counter& counter, const MassReturnPlan& told)
{
    std::vector<AccessControl::Approvable> needed;
    for (const Money& money : told.share(ReturnCourse::ByItself).money) {
        needed.push_back({Permission::Refund, refundSize(counter, money)});
    }
    if (needed.empty()) {
        needed.push_back({Permission::Refund, {}});
    }
    return needed;
}

} // namespace

Result<void> MassReturnLook::step(Counter& counter, std::size_t orders)
{
    return guarded([&]() -> Result<void> {
        if (auto may =
                counter.access().require(Permission::ReadOrders, eventOf(counter, m_performance));
            !may) {
            return may;
        }
        Database& database = counter.database();
        if (!m_isRead) {
            if (const auto known = knownPerformance(counter, m_performance); !known) {
                return known.error();
            }
            m_orders = readOrdersFor(database, counter.organizer(), m_performance);
            m_isRead = true;
        }
        const std::int64_t step = cashStep(counter);
        for (; orders > 0 && m_next < m_orders.size(); --orders) {
            const auto order = readStandingOrder(database, counter.organizer(), m_orders[m_next]);
            if (auto due =
                    order ? returnDueOf(*order, m_performance, m_keepFees, step) : std::nullopt) {
                m_dues.push_back(*std::move(due));
            }
            ++m_next;
        }
        return {};
    });
}

Result<MassReturnPlan> planMassReturn(Counter& counter, PerformanceId performance, bool keepFees,
                                      const MassReturnProgress& progress)
{
    MassReturnLook look{performance, keepFees};
    while (!look.isDone()) {
        if (auto looked = look.step(counter, 1); !looked) {
            return std::move(looked).error();
        }
        if (progress && !progress(look.looked(), look.all())) {
            return refused("cancelled", "Stopped. Nothing was changed.");
        }
    }
    return planOf(look.dues());
}

Result<MassReturnId> beginMassReturn(Counter& counter, const MassReturnRequest& request)
{
    return guarded([&]() -> Result<MassReturnId> {
        const auto needed = massReturnNeeds(counter, request.told);
        const auto permit = counter.access().permit(needed, eventOf(counter, request.performance));
        if (!permit) {
            return permit.error();
        }
        if (auto sound = mayBeBegun(counter, request); !sound) {
            return std::move(sound).error();
        }
        const MassReturnId id{Uuid::v7(counter.clock().now(), counter.random())};
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kMassReturnBegun,
                   encode(MassReturnBegun{id, request.performance, request.reason, request.keepFees,
                                          request.told.orders(), request.told.tickets()}));
        act.commit();
        counter.noteHead();
        return id;
    });
}

Result<std::vector<MassReturn>> massReturns(Counter& counter, std::size_t limit)
{
    return guarded([&]() -> Result<std::vector<MassReturn>> {
        if (auto may = counter.access().require(Permission::ReadOrders); !may) {
            return std::move(may).error();
        }
        return readMassReturns(counter.database(), counter.organizer(),
                               static_cast<std::int64_t>(limit));
    });
}

Result<std::optional<MassReturn>> openMassReturn(Counter& counter, PerformanceId performance)
{
    return guarded([&]() -> Result<std::optional<MassReturn>> {
        if (auto may =
                counter.access().require(Permission::ReadOrders, eventOf(counter, performance));
            !may) {
            return std::move(may).error();
        }
        return readOpenMassReturn(counter.database(), counter.organizer(), performance);
    });
}

Result<std::vector<MassReturn>> openMassReturns(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<MassReturn>> {
        const AccessControl& access = counter.access();
        if (!access.mayForSome(Permission::ReadOrders)) {
            return std::move(counter.access().require(Permission::ReadOrders)).error();
        }
        auto open = readOpenMassReturns(counter.database(), counter.organizer());
        std::erase_if(open, [&](const MassReturn& each) {
            return !access.may(Permission::ReadOrders, {},
                               eventOf(counter, each.begun.performance));
        });
        return open;
    });
}

Result<void> MassReturnWalk::giveBack(Counter& counter, const MassReturn& whole, OrderId id)
{
    const auto order = readStandingOrder(counter.database(), counter.organizer(), id);
    m_code = order ? displayOrderCode(order->code) : id.text();
    auto due = order
        ? returnDueOf(*order, whole.begun.performance, whole.begun.keepFees, cashStep(counter))
        : std::nullopt;
    if (!due || due->course == ReturnCourse::Used) {
        return {};
    }
    if (due->course != ReturnCourse::ByItself) {
        m_waiting.push_back(*std::move(due));
        return {};
    }
    ReturnRequest request;
    request.order = id;
    request.choice.tickets = due->tickets;
    request.choice.keepFees = whole.begun.keepFees;
    request.reason = whole.begun.reason;
    request.told = Money{-due->back.minor(), due->back.currency()};
    const auto given = returnTickets(counter, request);
    if (!given) {
        return given.error();
    }
    ++m_returned;
    addMoney(m_money, due->back);
    return {};
}

Result<void> MassReturnWalk::step(Counter& counter, std::size_t orders)
{
    return guarded([&]() -> Result<void> {
        const auto whole = runningMassReturn(counter, m_id);
        if (!whole) {
            return whole.error();
        }
        if (auto may = counter.access().require(Permission::ReadOrders,
                                                eventOf(counter, whole->begun.performance));
            !may) {
            return may;
        }
        const auto performance = knownPerformance(counter, whole->begun.performance);
        if (auto stopped =
                performance ? refuseOnSale(*performance) : Result<void>{performance.error()};
            !stopped) {
            return stopped;
        }
        if (!m_isRead) {
            m_orders =
                readOrdersFor(counter.database(), counter.organizer(), whole->begun.performance);
            m_isRead = true;
        }
        for (; orders > 0 && m_next < m_orders.size(); --orders) {
            const OrderId id = m_orders[m_next];
            const auto given = giveBack(counter, *whole, id);
            if (!given && (concernsAll(given.error()) || isWantOfRights(given.error()))) {
                return given.error();
            }
            if (!given) {
                m_notReturned.push_back({id, m_code, given.error()});
            }
            ++m_next;
        }
        // What waits for its customer is given back at the counter, as any order is.
        return isDone() && m_notReturned.empty() ? endMassReturn(counter, m_id) : Result<void>{};
    });
}

void MassReturnWalk::passOver(const Error& why)
{
    if (m_next < m_orders.size()) {
        m_notReturned.push_back({m_orders[m_next], m_code, why});
        ++m_next;
    }
}

Result<void> endMassReturn(Counter& counter, MassReturnId id)
{
    return guarded([&]() -> Result<void> {
        const auto known = readMassReturn(counter.database(), counter.organizer(), id);
        const PerformanceId performance = known ? known->begun.performance : PerformanceId{};
        const auto permit =
            counter.access().permit(Permission::Refund, {}, eventOf(counter, performance));
        if (!permit) {
            return permit.error();
        }
        if (const auto running = runningMassReturn(counter, id); !running) {
            return running.error();
        }
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kMassReturnEnded, encode(MassReturnEnded{id}));
        act.commit();
        counter.noteHead();
        return {};
    });
}

} // namespace foyer
