// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/incidents.h"

#include "core/services/access_control.h"
#include "core/services/after_sale.h"
#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/guarded.h"
#include "core/services/incident_sides.h"
#include "core/services/offer_cache.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/order_store.h"

#include <algorithm>

namespace foyer {
namespace {

Result<KnownIncident> stillOpen(Counter& counter, IncidentId id)
{
    auto found = knownIncident(counter, id);
    if (found && !found->isOpen) {
        return refused("already_settled",
                       "This incident was dealt with already. Nothing was changed.", "incident");
    }
    return found;
}

Result<void> checkReason(const std::string& reason)
{
    if (reason.empty()) {
        return usageError("reason_missing", "Say why; the reason is kept.", "reason");
    }
    return {};
}

IncidentHandled handled(const KnownIncident& incident, IncidentAct act, OrderId order = {})
{
    return {.kind = incident.kind,
            .subject = incident.subject,
            .act = act,
            .reason = {},
            .facts = incident.facts.facts,
            .size = incident.facts.size,
            .order = order};
}

/// The order that an act is about has to be on one of the incident's sides.
Result<KnownIncident> withOrder(Counter& counter, IncidentId id, OrderId order,
                                const std::vector<TicketId>& tickets = {})
{
    auto incident = knownIncident(counter, id);
    if (!incident) {
        return incident;
    }
    const Incident shown = incidentShown(counter, *incident);
    const auto isIts = [&](const IncidentSide& side) { return side.order == order; };
    const bool areTicketsIts = std::ranges::all_of(tickets, [&](TicketId ticket) {
        const auto known = readTicket(counter.database(), counter.organizer(), ticket);
        return known && known->order == order;
    });
    if (order.isNil() || !areTicketsIts || std::ranges::none_of(shown.sides, isIts)) {
        return refused("not_of_incident",
                       "This order has nothing to do with the incident. Choose one of its sides.",
                       "order");
    }
    return incident;
}

Result<void> write(Counter& counter, const Permit& permit, const IncidentHandled& body)
{
    Journal::Act act{counter.journal(), permit};
    act.append(kind::kIncidentHandled, encode(body));
    act.commit();
    counter.noteHead();
    return {};
}

Result<ExchangeRequest> exchangeFor(Counter& counter, const ReseatRequest& request)
{
    const auto ticket = readTicket(counter.database(), counter.organizer(), request.ticket);
    if (!ticket) {
        return refused("unknown_ticket", "This ticket is not known here.", "ticket");
    }
    const auto incident = withOrder(counter, request.incident, ticket->order, {ticket->id});
    if (!incident) {
        return incident.error();
    }
    const auto selling = counter.offers().offer(ticket->performance);
    const PriceCategory* category =
        selling && selling->offer.plan && selling->offer.plan->isSeat(request.seat)
        ? selling->offer.categoryOfSeat(request.seat)
        : nullptr;
    if (category == nullptr) {
        return refused("unknown_seat", "There is no such seat in this plan. Choose another one.",
                       "seat");
    }
    return ExchangeRequest{
        .order = ticket->order,
        .steps = {{ticket->id, {ticket->performance, ticket->type, category->id, request.seat}}},
        .reason = request.reason,
        .tenders = {},
        .cardReference = {},
        .told = {},
        .incident = handled(*incident, IncidentAct::Reseated, ticket->order)};
}

Result<ReturnRequest> returnFor(Counter& counter, const IncidentRefund& request)
{
    const auto incident = withOrder(counter, request.incident, request.order, request.tickets);
    if (!incident) {
        return incident.error();
    }
    ReturnRequest asked;
    asked.order = request.order;
    asked.choice.tickets = request.tickets;
    asked.reason = request.reason;
    asked.cardReference = request.cardReference;
    asked.told = request.told;
    asked.incident = handled(*incident, IncidentAct::Refunded, request.order);
    return asked;
}

/// What somebody needs to edit an entity of a kind.
Permission permissionToEdit(std::string_view entityKind)
{
    if (entityKind == "user" || entityKind == "role") {
        return Permission::EditUsers;
    }
    return entityKind == "drawer" ? Permission::RunCounter : Permission::EditCatalogue;
}

} // namespace

Result<void> acceptIncident(Counter& counter, IncidentId id, const std::string& reason)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::ResolveIncidents);
        if (!permit) {
            return permit.error();
        }
        if (auto sound = checkReason(reason); !sound) {
            return sound;
        }
        const auto incident = stillOpen(counter, id);
        if (!incident) {
            return incident.error();
        }
        IncidentHandled body = handled(*incident, IncidentAct::Accepted);
        body.reason = reason;
        return write(counter, *permit, body);
    });
}

Result<AfterSalePlan> planReseat(Counter& counter, const ReseatRequest& request)
{
    return guarded([&]() -> Result<AfterSalePlan> {
        if (auto may = counter.access().require(Permission::ResolveIncidents); !may) {
            return std::move(may).error();
        }
        const auto exchange = exchangeFor(counter, request);
        return exchange ? planExchange(counter, *exchange) : exchange.error();
    });
}

Result<Order> reseat(Counter& counter, const ReseatRequest& request)
{
    return guarded([&]() -> Result<Order> {
        // Asked again, with the permission to exchange, by the act itself.
        if (auto may = counter.access().require(Permission::ResolveIncidents); !may) {
            return std::move(may).error();
        }
        const auto exchange = exchangeFor(counter, request);
        return exchange ? exchangeTickets(counter, *exchange) : exchange.error();
    });
}

Result<AfterSalePlan> planIncidentRefund(Counter& counter, const IncidentRefund& request)
{
    return guarded([&]() -> Result<AfterSalePlan> {
        if (auto may = counter.access().require(Permission::ResolveIncidents); !may) {
            return std::move(may).error();
        }
        const auto back = returnFor(counter, request);
        return back ? planReturn(counter, *back) : back.error();
    });
}

Result<Order> refundIncident(Counter& counter, const IncidentRefund& request)
{
    return guarded([&]() -> Result<Order> {
        if (auto may = counter.access().require(Permission::ResolveIncidents); !may) {
            return std::move(may).error();
        }
        const auto back = returnFor(counter, request);
        return back ? returnTickets(counter, *back) : back.error();
    });
}

Result<void> chooseSide(Counter& counter, IncidentId id, const Uuid& side,
                        const std::string& reason)
{
    return guarded([&]() -> Result<void> {
        if (auto may = counter.access().require(Permission::ResolveIncidents); !may) {
            return may;
        }
        const auto incident = stillOpen(counter, id);
        if (!incident) {
            return incident.error();
        }
        const auto field = incident_subject::asField(incident->subject);
        if (incident->kind != IncidentKind::EditedTwice || !field) {
            return refused("not_a_choice",
                           "There is no value to choose in this incident. Accept it, or change "
                           "one of its orders.",
                           "incident");
        }
        const auto& facts = incident->facts.facts;
        const auto entry = std::ranges::find(facts, side) != facts.end()
            ? readEntryById(counter.database(), counter.organizer(), EntryId{side})
            : std::nullopt;
        const auto body = entry ? decodeCbor(entry->body) : Result<CborValue>{CborValue{}};
        const auto edit = body ? decodeEntityEdited(*body) : Result<EntityEdited>{body.error()};
        if (!entry || !edit || !edit->fields.contains(field->field)) {
            return refused("not_of_incident", "This is not one of the sides of the incident.",
                           "side");
        }
        const std::string entityKind = entry->kind.substr(0, entry->kind.find('.'));
        const std::vector<AccessControl::Approvable> needed{{Permission::ResolveIncidents, {}},
                                                            {permissionToEdit(entityKind), {}}};
        const auto permit = counter.access().permit(needed);
        if (!permit) {
            return permit.error();
        }
        IncidentHandled chosen = handled(*incident, IncidentAct::Chosen);
        chosen.reason = reason;
        const auto entity =
            readEntity(counter.database(), counter.organizer(), entityKind, field->entity);
        const FieldValue& value = edit->fields.at(field->field);
        const auto now = entity ? entity->fields().find(field->field)
                                : std::map<std::string, Entity::Field>::const_iterator{};
        const bool stands = entity && now != entity->fields().end() && now->second.value == value;
        Journal::Act act{counter.journal(), *permit};
        if (!stands) {
            appendEdit(act, counter.database(), counter.organizer(), entry->kind.c_str(),
                       {field->entity, {{field->field, value}}});
        }
        act.append(kind::kIncidentHandled, encode(chosen));
        act.commit();
        counter.noteHead();
        counter.offers().clearPlans();
        counter.access().reload();
        return {};
    });
}

Result<CustomerContact> incidentContact(Counter& counter, IncidentId id, OrderId order)
{
    return guarded([&]() -> Result<CustomerContact> {
        for (const Permission permission :
             {Permission::ResolveIncidents, Permission::ReadCustomers}) {
            if (auto may = counter.access().require(permission); !may) {
                return std::move(may).error();
            }
        }
        if (const auto incident = withOrder(counter, id, order); !incident) {
            return incident.error();
        }
        const auto customer = readOrderCustomer(counter.database(), counter.organizer(), order);
        if (!customer) {
            return refused("no_customer",
                           "Nobody is named on this order, so there is nobody to write to.",
                           "order");
        }
        const auto opened = counter.customers().open(*customer);
        if (!opened) {
            return opened.error();
        }
        const auto origin = readOrderOrigin(counter.database(), counter.organizer(), order);
        return CustomerContact{opened->details.name, opened->details.email, opened->details.phone,
                               origin ? origin->code : std::string{}};
    });
}

Result<void> noteMailed(Counter& counter, IncidentId id, OrderId order)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::ResolveIncidents);
        if (!permit) {
            return permit.error();
        }
        if (const auto contact = incidentContact(counter, id, order); !contact) {
            return contact.error();
        }
        const auto incident = knownIncident(counter, id);
        return incident ? write(counter, *permit, handled(*incident, IncidentAct::Mailed, order))
                        : incident.error();
    });
}

} // namespace foyer
