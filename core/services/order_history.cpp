// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/order_history.h"

#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/provider_payments.h"
#include "core/services/sales.h"
#include "core/storage/after_sale_store.h"

#include <algorithm>

namespace foyer {
namespace {

Error unknownTicket(TicketId ticket)
{
    return refused("unknown_ticket", "This ticket is not one of the order. Open the order again.",
                   ticket.text());
}

/// The person's id, recorded with the act where they are new; nothing: nobody.
Result<std::optional<CustomerId>> personIn(Counter& counter, Journal::Act& act,
                                           const PersonNamed& person)
{
    if (person.details && !person.details->isEmpty()) {
        auto recorded = counter.customers().record(act, *person.details);
        return recorded ? Result<std::optional<CustomerId>>{std::optional{*recorded}}
                        : recorded.error();
    }
    if (person.customer && !counter.customers().knows(*person.customer)) {
        return refused("unknown_customer",
                       "This customer is not known any more. Search again, or type a name.",
                       "customer");
    }
    return person.customer;
}

void remember(Counter& counter, const PersonNamed& person, const std::optional<CustomerId>& id)
{
    if (person.details && id && !person.details->isEmpty()) {
        counter.customers().remember({*id, *person.details});
    }
}

Result<void> checkTickets(const StandingOrder& order, const std::vector<TicketId>& tickets)
{
    for (const TicketId ticket : tickets) {
        if (order.line(ticket) == nullptr) {
            return unknownTicket(ticket);
        }
    }
    return {};
}

} // namespace

Result<StandingOrder> standingOrder(Counter& counter, OrderId order)
{
    return guarded([&]() -> Result<StandingOrder> {
        if (auto may = counter.access().require(Permission::ReadOrders, eventsOf(counter, order));
            !may) {
            return std::move(may).error();
        }
        auto standing = readStandingOrder(counter.database(), counter.organizer(), order);
        return standing ? Result<StandingOrder>{*std::move(standing)}
                        : refused("unknown_order",
                                  "This order is not known here. Search for it again.", "order");
    });
}

Result<std::vector<OrderChange>> orderHistory(Counter& counter, OrderId order)
{
    return guarded([&]() -> Result<std::vector<OrderChange>> {
        if (auto may = counter.access().require(Permission::ReadOrders, eventsOf(counter, order));
            !may) {
            return std::move(may).error();
        }
        auto changes = readOrderChanges(counter.database(), counter.organizer(), order);
        const auto& users = counter.access().users();
        for (OrderChange& change : changes) {
            const auto user = users.find(change.actor);
            change.actorName = user != users.end() ? user->second.name : std::string{};
        }
        return changes;
    });
}

Result<Order> setOrderCustomer(Counter& counter, OrderId order, const PersonNamed& person)
{
    return guarded([&]() -> Result<Order> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        if (auto known = standingOrder(counter, order); !known) {
            return std::move(known).error();
        }
        const auto permit =
            counter.access().permit(Permission::EditCustomers, {}, eventsOf(counter, order));
        if (!permit) {
            return permit.error();
        }
        Journal::Act act{counter.journal(), *permit};
        const auto customer = personIn(counter, act, person);
        if (!customer) {
            return customer.error();
        }
        act.append(kind::kOrderCustomerSet, encode(OrderCustomerSet{order, *customer}));
        act.commit();
        counter.noteHead();
        remember(counter, person, *customer);
        return findOrder(counter, order);
    });
}

Result<StandingOrder> splitPickup(Counter& counter, OrderId order,
                                  const std::vector<TicketId>& tickets, const PersonNamed& person)
{
    return guarded([&]() -> Result<StandingOrder> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto known = standingOrder(counter, order);
        if (!known) {
            return known;
        }
        if (tickets.empty()) {
            return refused("nothing_chosen", "Choose the tickets that somebody else picks up.");
        }
        if (auto sound = checkTickets(*known, tickets); !sound) {
            return std::move(sound).error();
        }
        const auto permit =
            counter.access().permit(Permission::EditCustomers, {}, eventsOf(counter, order));
        if (!permit) {
            return permit.error();
        }
        Journal::Act act{counter.journal(), *permit};
        const auto customer = personIn(counter, act, person);
        if (!customer) {
            return customer.error();
        }
        act.append(kind::kPickupSplit, encode(PickupSplit{order, tickets, *customer}));
        act.commit();
        counter.noteHead();
        remember(counter, person, *customer);
        return standingOrder(counter, order);
    });
}

Result<Order> recordReprint(Counter& counter, OrderId order, const std::string& document,
                            const std::vector<TicketId>& tickets)
{
    return guarded([&]() -> Result<Order> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto known = standingOrder(counter, order);
        if (!known) {
            return known.error();
        }
        if (auto sound = checkTickets(*known, tickets); !sound) {
            return std::move(sound).error();
        }
        if (auto paid = refuseAwaited(*known); !paid) {
            return std::move(paid).error();
        }
        DocumentPrinted printed{order, document, {}};
        for (const StandingLine& line : known->lines) {
            const bool isMeant =
                tickets.empty() || std::ranges::find(tickets, line.sold.ticket) != tickets.end();
            if (isMeant && line.state != TicketState::Voided && !known->voided) {
                printed.tickets.push_back(line.sold.ticket);
            }
        }
        const bool needsTickets = document == "tickets";
        if (needsTickets && printed.tickets.empty()) {
            return refused("already_void",
                           "These tickets are not valid any more, so they are not printed again.");
        }
        const auto permit =
            counter.access().permit(Permission::Reprint, {}, eventsOf(counter, order));
        if (!permit) {
            return permit.error();
        }
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kDocumentPrinted, encode(printed));
        act.commit();
        counter.noteHead();
        auto reprinted = findOrder(counter, order);
        if (reprinted && needsTickets) {
            std::erase_if(reprinted->tickets, [&](const Ticket& ticket) {
                return std::ranges::find(printed.tickets, ticket.id) == printed.tickets.end();
            });
        }
        return reprinted;
    });
}

} // namespace foyer
