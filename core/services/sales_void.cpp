// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Taking back a whole order that was just sold; a part of one, or later: see after_sale.cpp.

#include "core/domain/sales/order_code.h"
#include "core/domain/sales/sale_entries.h"
#include "core/services/access_control.h"
#include "core/services/after_sale_plan.h"
#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/order_lines.h"
#include "core/services/orders_in_hand.h"
#include "core/services/provider_payments.h"
#include "core/services/sales.h"
#include "core/services/standing_orders.h"
#include "core/services/till.h"
#include "core/services/worth.h"
#include "core/storage/after_sale_store.h"
#include "core/storage/order_store.h"

#include <algorithm>

namespace foyer {
namespace {

Result<void> mayBeVoided(Counter& counter, const Order& order, OpenPayment open)
{
    const std::string code = displayOrderCode(order.code);
    if (order.voided) {
        return refused("already_void", "Order " + code + " is void already. Nothing was changed.");
    }
    if (std::ranges::any_of(order.tickets, [](const Ticket& ticket) {
            return ticket.state == TicketState::Admitted;
        })) {
        return refused("already_used",
                       "A ticket of order " + code +
                           " was used at the door already, "
                           "so the order cannot be voided.");
    }
    const auto changes = readOrderChanges(counter.database(), counter.organizer(), order.id);
    if (std::ranges::any_of(changes, [](const OrderChange& change) {
            return change.kind == kind::kTicketsReturned || change.kind == kind::kOrderExtended;
        })) {
        return refused("already_changed",
                       "Order " + code +
                           " was changed since it was sold. Refund what is left of it instead.");
    }
    if (order.awaitedMinor > 0 && open == OpenPayment::Refuse) {
        if (auto ended = refuseOpenPayments(counter, order.id); !ended) {
            return ended;
        }
    }
    return takeInHand(counter, order.id, order.code);
}

/// What was never paid is not given back; of all parts those that are.
void leaveOutAwaited(AfterSalePlan& plan, const StandingOrder& order)
{
    plan.back -= Money{order.awaited(), order.currency};
    for (const StandingPayment& payment : order.payments) {
        if (payment.awaited > 0) {
            std::erase_if(plan.parts,
                          [&](const RefundPart& part) { return part.of == payment.id; });
        }
    }
}

/// The money goes back as it came, out of the drawer of the shift that gives it back.
void bookBack(OrderVoided& voided, const BookedOrder& booked, ShiftId shift)
{
    voided.shift = shift;
    voided.reversal = ledgerOf(booked.placed);
    TillFigures figures = figuresOf(booked.placed);
    for (PaymentTaken payment : booked.payments) {
        payment.shift = shift;
        const auto lines = ledgerOf(payment);
        voided.reversal.insert(voided.reversal.end(), lines.begin(), lines.end());
        addTo(figures, figuresOf(payment));
    }
    for (LedgerLine& line : voided.reversal) {
        line.amount = -line.amount;
    }
    voided.figures = negated(std::move(figures));
}

} // namespace

Result<AfterSalePlan> planVoid(Counter& counter, OrderId id, OpenPayment open)
{
    return guarded([&]() -> Result<AfterSalePlan> {
        const auto order = findOrder(counter, id);
        if (!order) {
            return order.error();
        }
        if (auto may = mayBeVoided(counter, *order, open); !may) {
            return std::move(may).error();
        }
        const auto standing = standingOrderHere(counter, id);
        if (!standing) {
            return standing.error();
        }
        const Money zero{0, standing->currency};
        const Money whole{standing->paid(), standing->currency};
        AfterSalePlan plan{.fees = zero,
                           .worthBefore = whole,
                           .worthAfter = zero,
                           .due = zero,
                           .back = whole,
                           .cashStep = cashStep(counter)};
        for (const StandingLine& line : standing->lines) {
            plan.tickets.push_back({line.sold.ticket,
                                    placeNamed(line.sold),
                                    {},
                                    Money{line.worth(), standing->currency},
                                    zero});
        }
        for (const StandingFee& fee : standing->fees) {
            plan.fees += Money{fee.worth(), standing->currency};
        }
        auto parts = refundParts(*standing, whole.minor(), plan.cashStep);
        if (!parts) {
            return std::move(parts).error();
        }
        plan.parts = *std::move(parts);
        leaveOutAwaited(plan, *standing);
        return plan;
    });
}

Result<Order> voidOrder(Counter& counter, const std::string& code, const std::string& reason,
                        OpenPayment open)
{
    return guarded([&]() -> Result<Order> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        auto order = findOrder(counter, code);
        if (!order) {
            return order;
        }
        if (reason.empty()) {
            return usageError("reason_missing", "Say why the order is voided; the reason is kept.",
                              "reason");
        }
        if (auto may = mayBeVoided(counter, *order, open); !may) {
            return std::move(may).error();
        }
        Database& database = counter.database();
        OrderVoided voided{.order = order->id,
                           .currency = order->total.currency(),
                           .reason = reason};
        for (const Ticket& ticket : order->tickets) {
            voided.places.push_back({ticket.id, ticket.performance,
                                     readTicketQuotas(database, counter.organizer(), ticket.id)});
        }
        // What was sold long ago is no slip of the hand any more: taking it back is a refund.
        const bool isJustSold = counter.clock().now().ms - order->placedAt.ms <= kJustSoldMs;
        std::vector<AccessControl::Approvable> needed{{Permission::VoidOrder, {}}};
        if (!isJustSold) {
            const auto standing = standingOrderHere(counter, order->id);
            if (!standing) {
                return standing.error();
            }
            needed = refundNeeds(counter, standing->seller, order->total);
        }
        // Money that may still come goes back without anybody looking at it.
        if (order->awaitedMinor > 0 && !refuseOpenPayments(counter, order->id)) {
            std::ranges::copy(insistNeeds(counter, order->id, order->total),
                              std::back_inserter(needed));
        }
        const auto permit = counter.access().permit(needed, eventsOf(counter, order->id));
        if (!permit) {
            return permit.error();
        }
        const bool givesCash = std::ranges::any_of(order->payments, [](const SettledTender& each) {
            return each.tender.method == PaymentMethod::Cash;
        });
        const auto shift = shiftForMoney(counter, order->total.currency(), givesCash);
        if (!shift) {
            return shift.error();
        }
        BookedOrder booked = bookedOf(*order);
        Journal::Act act{counter.journal(), *permit};
        if (auto back = giveWorthBack(counter, act, booked, reason); !back) {
            return std::move(back).error();
        }
        if (order->awaitedMinor > 0) {
            cancelOpenPayments(counter, act, order->id);
        }
        bookBack(voided, booked, *shift);
        act.append(kind::kOrderVoided, encode(voided));
        act.commit();
        counter.noteHead();
        counter.ordersInWork().end(order->id);
        return findOrder(counter, order->id);
    });
}

} // namespace foyer
