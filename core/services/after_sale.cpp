// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/after_sale.h"

#include "core/services/access_control.h"
#include "core/services/after_sale_plan.h"
#include "core/services/counter.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/orders_in_hand.h"
#include "core/services/places.h"
#include "core/services/sales.h"
#include "core/services/standing_orders.h"
#include "core/services/till.h"
#include "core/services/worth.h"
#include "core/storage/order_store.h"

#include <algorithm>

namespace foyer {
namespace {

Result<void> checkTold(const AfterSalePlan& plan, const std::optional<Money>& told)
{
    if (!told || *told == plan.difference()) {
        return {};
    }
    Error error = refused("plan_changed",
                          "The difference is " + toPlainText(plan.difference()) +
                              " by now, not what was told. Nothing was changed. Look at it again "
                              "and confirm.");
    error.facts = {toPlainText(*told), toPlainText(plan.difference())};
    return error;
}

Result<void> checkReason(const std::string& reason)
{
    if (reason.empty()) {
        return usageError("reason_missing", "Say why; the reason is kept.", "reason");
    }
    return {};
}

Result<void> checkCardReference(const AfterSalePlan& plan, const std::string& reference)
{
    const bool toCard = std::ranges::any_of(plan.parts, [](const RefundPart& part) {
        return part.method == PaymentMethod::CardTerminal;
    });
    if (toCard && reference.empty()) {
        return usageError("reference_missing",
                          "Give the money back to the card at its terminal, then type the receipt "
                          "number that the terminal printed.",
                          "reference");
    }
    return {};
}

/// What a difference may be paid with.
Result<void> takeableAfterwards(Counter& counter, std::vector<SettledTender>& payments)
{
    if (std::ranges::any_of(payments, [](const SettledTender& payment) {
            return payment.tender.method == PaymentMethod::Invoice;
        })) {
        return refused("no_invoice_here",
                       "An invoice stands for a whole order. Take the difference by another way.");
    }
    if (std::ranges::any_of(payments, [](const SettledTender& payment) {
            return isByProvider(payment.tender.method);
        })) {
        return refused("no_provider_here",
                       "The new tickets are given out at once, so the difference is paid at once: "
                       "in cash or by card.");
    }
    return findGiftCards(counter, payments);
}

bool movesCash(const Prepared& prepared)
{
    return std::ranges::any_of(prepared.plan.parts,
                               [](const RefundPart& part) {
                                   return part.method == PaymentMethod::Cash;
                               }) ||
        std::ranges::any_of(prepared.payments, [](const SettledTender& payment) {
               return payment.tender.method == PaymentMethod::Cash;
           });
}

/// Why, and what about.
struct Occasion {
    std::string reason;
    std::string cardReference;
    std::optional<IncidentHandled> incident;
};

/// What an act needs besides, where it is about an incident.
void addIncidentNeeds(std::vector<AccessControl::Approvable>& needed, const Occasion& occasion)
{
    if (occasion.incident) {
        needed.push_back({Permission::ResolveIncidents, {}});
    }
}

void noteIncident(Journal::Act& act, const Occasion& occasion, const AfterSalePlan& plan)
{
    if (occasion.incident) {
        IncidentHandled handled = *occasion.incident;
        handled.reason = occasion.reason;
        handled.money = plan.back.isZero() ? std::nullopt : std::optional{plan.back};
        act.append(kind::kIncidentHandled, encode(handled));
    }
}

/// Writes what was prepared, whole or not at all.
Result<void> carryOut(Counter& counter, const Permit& permit, Prepared& prepared,
                      const Occasion& occasion)
{
    const std::string& reason = occasion.reason;
    auto shift = shiftForMoney(counter, prepared.plan.back.currency(), movesCash(prepared));
    if (!shift) {
        return std::move(shift).error();
    }
    Journal::Act act{counter.journal(), permit};
    prepared.returned.reason = reason;
    prepared.returned.shift = *shift;
    act.append(kind::kTicketsReturned, encode(prepared.returned));
    if (!prepared.extended.lines.empty()) {
        std::vector<PlaceWanted> places;
        for (const auto& line : prepared.extended.lines) {
            places.push_back({line.performance, line.seat, line.quotas});
        }
        // After the old tickets are void, so that their own seats and rights are free for it.
        if (auto secured = securePlaces(counter, act, places); !secured) {
            return secured;
        }
        prepared.extended.shift = *shift;
        act.append(kind::kOrderExtended, encode(prepared.extended));
    }
    if (auto moved = moveMoney(counter, act,
                               {.order = prepared.order,
                                .parts = prepared.plan.parts,
                                .taken = prepared.payments,
                                .cardReference = occasion.cardReference,
                                .reason = reason,
                                .shift = *shift});
        !moved) {
        return moved;
    }
    noteIncident(act, occasion, prepared.plan);
    act.commit();
    counter.noteHead();
    counter.ordersInWork().end(prepared.order.id);
    return {};
}

} // namespace

Result<AfterSalePlan> planReturn(Counter& counter, const ReturnRequest& request)
{
    return guarded([&]() -> Result<AfterSalePlan> {
        if (auto may =
                counter.access().require(Permission::ReadOrders, eventsOf(counter, request.order));
            !may) {
            return std::move(may).error();
        }
        auto prepared = prepareReturn(counter, request);
        return prepared ? Result<AfterSalePlan>{std::move(prepared->plan)} : prepared.error();
    });
}

Result<Order> returnTickets(Counter& counter, const ReturnRequest& request)
{
    return guarded([&]() -> Result<Order> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        auto prepared = prepareReturn(counter, request);
        if (!prepared) {
            return std::move(prepared).error();
        }
        for (const auto& sound :
             {checkReason(request.reason), checkTold(prepared->plan, request.told),
              checkCardReference(prepared->plan, request.cardReference)}) {
            if (!sound) {
                return sound.error();
            }
        }
        const Occasion occasion{request.reason, request.cardReference, request.incident};
        auto needed = refundNeeds(counter, prepared->order.seller, prepared->plan.back);
        addIncidentNeeds(needed, occasion);
        const auto permit = counter.access().permit(needed, eventsOf(counter, request.order));
        if (!permit) {
            return permit.error();
        }
        if (auto done = carryOut(counter, *permit, *prepared, occasion); !done) {
            return std::move(done).error();
        }
        return findOrder(counter, request.order);
    });
}

Result<AfterSalePlan> planExchange(Counter& counter, const ExchangeRequest& request)
{
    return guarded([&]() -> Result<AfterSalePlan> {
        if (auto may = counter.access().require(Permission::ReadOrders, eventsOf(counter, request));
            !may) {
            return std::move(may).error();
        }
        auto prepared = prepareExchange(counter, request, return_purpose::kExchange);
        return prepared ? Result<AfterSalePlan>{std::move(prepared->plan)} : prepared.error();
    });
}

Result<Order> exchangeTickets(Counter& counter, const ExchangeRequest& request)
{
    return guarded([&]() -> Result<Order> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        auto prepared = prepareExchange(counter, request, return_purpose::kExchange);
        if (!prepared) {
            return std::move(prepared).error();
        }
        AfterSalePlan& plan = prepared->plan;
        for (const auto& sound : {checkReason(request.reason), checkTold(plan, request.told),
                                  checkCardReference(plan, request.cardReference)}) {
            if (!sound) {
                return sound.error();
            }
        }
        auto payments = settle(plan.due, request.tenders, plan.cashStep);
        if (!payments) {
            return std::move(payments).error();
        }
        prepared->payments = *std::move(payments);
        if (auto found = takeableAfterwards(counter, prepared->payments); !found) {
            return std::move(found).error();
        }
        std::vector<AccessControl::Approvable> needed{{Permission::Exchange, {}}};
        if (!plan.back.isZero()) {
            std::ranges::copy(refundNeeds(counter, prepared->order.seller, plan.back),
                              std::back_inserter(needed));
        }
        const Occasion occasion{request.reason, request.cardReference, request.incident};
        addIncidentNeeds(needed, occasion);
        const auto permit = counter.access().permit(needed, eventsOf(counter, request));
        if (!permit) {
            return permit.error();
        }
        if (auto done = carryOut(counter, *permit, *prepared, occasion); !done) {
            return std::move(done).error();
        }
        return findOrder(counter, request.order);
    });
}

Result<Order> reissueTickets(Counter& counter, OrderId order, const std::vector<TicketId>& tickets,
                             const std::string& reason)
{
    return guarded([&]() -> Result<Order> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto standing = standingOrderHere(counter, order);
        if (!standing) {
            return standing.error();
        }
        ExchangeRequest same{.order = order, .reason = reason};
        for (const TicketId ticket : tickets) {
            const StandingLine* line = standing->line(ticket);
            if (line == nullptr) {
                return refused("unknown_ticket",
                               "This ticket is not one of the order. Open the order again.",
                               ticket.text());
            }
            const OrderPlaced::Line& sold = line->sold;
            same.steps.push_back({ticket, {sold.performance, sold.type, sold.category, sold.seat}});
        }
        auto prepared = prepareExchange(counter, same, return_purpose::kReissue);
        if (!prepared) {
            return std::move(prepared).error();
        }
        if (auto sound = checkReason(reason); !sound) {
            return std::move(sound).error();
        }
        const auto permit =
            counter.access().permit(Permission::ReissueTicket, {}, eventsOf(counter, order));
        if (!permit) {
            return permit.error();
        }
        if (auto done = carryOut(counter, *permit, *prepared, {reason, {}, {}}); !done) {
            return std::move(done).error();
        }
        return findOrder(counter, order);
    });
}

} // namespace foyer
