// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/incidents/incident_view.h"
#include "core/domain/sales/after_sale_requests.h"
#include "core/domain/sales/order.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// The conflict desk: what counters that could not hear each other brought about, and what people
/// decide about it. All of it needs Permission::ResolveIncidents, and refuses with
/// unknown_incident where there is no such incident (any more).
///
/// Two counters may deal with the same incident before they hear of each other. Then both acts are
/// kept and shown, and what they do adds up: accepting twice is accepting once; a seat that two
/// clerks reseat is free; two that keep different values of a field make a new incident of it.

/// No limit.
inline constexpr std::size_t kEveryIncident = INT64_MAX;
/// Those that nobody has dealt with, the latest first; where there are more than `limit`, the
/// quotas that are oversold and the latest others. openIncidentCount() counts all.
Result<std::vector<Incident>> openIncidents(Counter& counter, std::size_t limit = 100);
/// How many those are. For a badge: 0 where the operator may not deal with them.
Result<std::int64_t> openIncidentCount(Counter& counter);
/// Those that were dealt with last, the latest first, from the last `limit` acts.
Result<std::vector<Incident>> settledIncidents(Counter& counter, std::size_t limit = 100);
Result<Incident> incidentOf(Counter& counter, IncidentId id);
/// The incident that a person means, open or dealt with: its id, or six or more characters of its
/// beginning. Refuses also with ambiguous_incident.
Result<IncidentId> incidentNamed(Counter& counter, const std::string& text);

/// Leaves it as it is. What comes on top of it later opens it again. Refuses with reason_missing,
/// already_settled.
Result<void> acceptIncident(Counter& counter, IncidentId id, const std::string& reason);

/// Free seats of the same price category for a ticket, the nearest first, and the best of the
/// category where it is not among them. Empty for a ticket without a seat. Refuses with
/// unknown_ticket.
Result<std::vector<SeatSuggestion>> comparableSeats(Counter& counter, TicketId ticket,
                                                    std::size_t limit = 5);
/// Gives a ticket of an incident another seat, at the price that was paid where the category is the
/// same. Needs and refuses as planExchange and exchangeTickets do, and with not_of_incident.
Result<AfterSalePlan> planReseat(Counter& counter, const ReseatRequest& request);
Result<Order> reseat(Counter& counter, const ReseatRequest& request);

/// Takes tickets of an incident back. Needs and refuses as planReturn and returnTickets do, and
/// with not_of_incident.
Result<AfterSalePlan> planIncidentRefund(Counter& counter, const IncidentRefund& request);
Result<Order> refundIncident(Counter& counter, const IncidentRefund& request);

/// Keeps the value that one side gave a field: `side` is its IncidentSide::fact. Needs what editing
/// that entity needs. Refuses with not_of_incident, already_settled, not_a_choice (the incident is
/// not about a field).
Result<void> chooseSide(Counter& counter, IncidentId id, const Uuid& side,
                        const std::string& reason);

/// Whom an order of the incident belongs to. Needs Permission::ReadCustomers. Refuses with
/// not_of_incident, no_customer, and as CustomerDirectory::open does.
Result<CustomerContact> incidentContact(Counter& counter, IncidentId id, OrderId order);
/// Notes that somebody wrote to that customer. Settles nothing. Refuses as incidentContact does.
Result<void> noteMailed(Counter& counter, IncidentId id, OrderId order);

} // namespace foyer
