// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/after_sale_plan.h"

#include "core/services/cash_rounding.h"
#include "core/services/counter.h"
#include "core/services/offer_cache.h"
#include "core/services/order_lines.h"
#include "core/services/provider_payments.h"
#include "core/services/sales.h"
#include "core/services/standing_orders.h"

#include <algorithm>
#include <set>

namespace foyer {
namespace {

Prepared preparedFor(Counter& counter, const StandingOrder& order)
{
    const Money zero{0, order.currency};
    const Money worth{order.worth(), order.currency};
    Prepared prepared{.order = order,
                      .plan = {.fees = zero,
                               .worthBefore = worth,
                               .worthAfter = worth,
                               .due = zero,
                               .back = zero,
                               .cashStep = cashStep(counter)},
                      .returned = {.currency = order.currency},
                      .extended = {.order = order.id, .currency = order.currency}};
    return prepared;
}

/// What the order is worth afterwards, and where the difference goes.
Result<void> settleDifference(Prepared& prepared)
{
    AfterSalePlan& plan = prepared.plan;
    const Currency currency = prepared.order.currency;
    const std::int64_t difference = prepared.extended.total() - prepared.returned.total();
    plan.worthAfter = plan.worthBefore + Money{difference, currency};
    plan.due = Money{std::max<std::int64_t>(difference, 0), currency};
    plan.back = Money{std::max<std::int64_t>(-difference, 0), currency};
    auto parts = refundParts(prepared.order, plan.back.minor(), plan.cashStep);
    if (!parts) {
        return std::move(parts).error();
    }
    plan.parts = *std::move(parts);
    return {};
}

void describeReturn(Prepared& prepared)
{
    const Currency currency = prepared.order.currency;
    for (const auto& gone : prepared.returned.lines) {
        const StandingLine& line = *prepared.order.line(gone.ticket);
        const Money before{line.worth(), currency};
        const Money after = before - Money{gone.net + gone.taxAmount, currency};
        const std::string name = placeNamed(line.sold);
        prepared.plan.tickets.push_back(
            {gone.ticket, name, gone.voids ? std::string{} : name, before, after});
    }
    for (const auto& fee : prepared.returned.fees) {
        prepared.plan.fees += Money{fee.net + fee.taxAmount, currency};
    }
}

/// Whether a place keeps what was paid: it is the same but for its seat.
bool keepsPrice(const OrderPlaced::Line& sold, const CartItem& to)
{
    return sold.performance == to.performance && sold.type == to.type &&
        sold.category == to.category;
}

/// The same ticket at another place, for what is left of its price.
Result<OrderPlaced::Line> movedLine(Counter& counter, const StandingLine& from, const CartItem& to,
                                    TicketId ticket)
{
    OrderPlaced::Line line = from.sold;
    line.ticket = ticket;
    line.net = from.net();
    line.taxAmount = from.tax();
    if (line.seat == to.seat) {
        return line;
    }
    const auto selling = counter.offers().offer(to.performance);
    const SeatingPlan* plan = selling ? selling->offer.plan.get() : nullptr;
    if (plan == nullptr || !to.seat || !plan->isSeat(*to.seat)) {
        return refused("unknown_seat", "This seat is not in the plan. Choose another one.", "to");
    }
    const PriceCategory* category = selling->offer.categoryOfSeat(*to.seat);
    if (category == nullptr || category->id != to.category) {
        return refused("wrong_category",
                       plan->seatLabel(*to.seat) + " is not in " + line.categoryName +
                           ". Choose its own category, or another seat.",
                       "to");
    }
    line.seat = to.seat;
    line.seatLabel = plan->seatLabel(*to.seat);
    return line;
}

/// Prices the places that do not keep theirs, all together, so that the rules of a cart hold.
Result<std::vector<OrderPlaced::Line>> newLines(Counter& counter, const StandingOrder& order,
                                                const std::vector<ExchangeRequest::Step>& steps)
{
    Cart priced;
    for (const auto& step : steps) {
        if (!keepsPrice(order.line(step.ticket)->sold, step.to)) {
            priced.items.push_back(step.to);
        }
    }
    std::vector<QuoteLine> prices;
    if (!priced.items.empty()) {
        const auto quoted = quote(counter, priced);
        if (!quoted) {
            return quoted.error();
        }
        if (quoted->total.currency() != order.currency) {
            return refused("mixed_currency",
                           "One order has one currency. Refund this ticket and sell the other one "
                           "in an order of its own.");
        }
        prices = quoted->lines; // tickets come first, in the cart's order
    }
    std::vector<OrderPlaced::Line> lines;
    std::size_t next = 0;
    for (const auto& step : steps) {
        const TicketId ticket{Uuid::v7(counter.clock().now(), counter.random())};
        const StandingLine& from = *order.line(step.ticket);
        if (keepsPrice(from.sold, step.to)) {
            auto moved = movedLine(counter, from, step.to, ticket);
            if (!moved) {
                return std::move(moved).error();
            }
            lines.push_back(*std::move(moved));
            continue;
        }
        const auto selling = counter.offers().offer(step.to.performance);
        lines.push_back(placedLine(step.to, prices.at(next++), selling->offer, ticket));
    }
    return lines;
}

Result<std::vector<TicketId>> ticketsOf(const std::vector<ExchangeRequest::Step>& steps)
{
    std::vector<TicketId> tickets;
    std::set<TicketId> seen;
    for (const auto& step : steps) {
        if (!seen.insert(step.ticket).second) {
            return refused("ticket_twice", "A ticket can be exchanged for one other only.",
                           step.ticket.text());
        }
        tickets.push_back(step.ticket);
    }
    if (tickets.empty()) {
        return refused("nothing_to_exchange", "Choose the tickets that are to be exchanged.");
    }
    return tickets;
}

} // namespace

std::string placeNamed(const OrderPlaced::Line& line)
{
    return line.seatLabel + " · " + line.typeName + " · " + line.categoryName;
}

Result<Prepared> prepareReturn(Counter& counter, const ReturnRequest& request)
{
    const auto order = standingOrderHere(counter, request.order);
    if (!order) {
        return order.error();
    }
    if (auto paid = refuseAwaited(*order); !paid) {
        return std::move(paid).error();
    }
    Prepared prepared = preparedFor(counter, *order);
    auto returned = returnOf(*order, request.choice);
    if (!returned) {
        return std::move(returned).error();
    }
    prepared.returned = *std::move(returned);
    describeReturn(prepared);
    if (auto settled = settleDifference(prepared); !settled) {
        return std::move(settled).error();
    }
    return prepared;
}

Result<Prepared> prepareExchange(Counter& counter, const ExchangeRequest& request,
                                 const char* purpose)
{
    const auto order = standingOrderHere(counter, request.order);
    if (!order) {
        return order.error();
    }
    if (auto paid = refuseAwaited(*order); !paid) {
        return std::move(paid).error();
    }
    auto tickets = ticketsOf(request.steps);
    if (!tickets) {
        return std::move(tickets).error();
    }
    auto returned = returnOf(*order, {*std::move(tickets), true, std::nullopt});
    if (!returned) {
        return std::move(returned).error();
    }
    auto lines = newLines(counter, *order, request.steps);
    if (!lines) {
        return std::move(lines).error();
    }
    Prepared prepared = preparedFor(counter, *order);
    prepared.returned = *std::move(returned);
    prepared.returned.purpose = purpose;
    prepared.returned.endsOrder = false;
    prepared.extended.lines = *std::move(lines);
    std::int64_t last = -1;
    for (const StandingLine& line : order->lines) {
        last = std::max(last, line.number);
    }
    prepared.extended.firstLine = last + 1;
    for (std::size_t i = 0; i < request.steps.size(); ++i) {
        const StandingLine& from = *order->line(request.steps[i].ticket);
        const OrderPlaced::Line& to = prepared.extended.lines[i];
        prepared.extended.replaces.push_back(request.steps[i].ticket);
        prepared.plan.tickets.push_back({request.steps[i].ticket, placeNamed(from.sold),
                                         placeNamed(to), Money{from.worth(), order->currency},
                                         Money{to.net + to.taxAmount, order->currency}});
    }
    if (auto settled = settleDifference(prepared); !settled) {
        return std::move(settled).error();
    }
    return prepared;
}

} // namespace foyer
