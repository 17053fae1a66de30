// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/incidents/incident.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Reads incidents and what was done about them. All functions that take a database throw
/// StorageFailure.

/// What an incident is called everywhere: made of its kind and its subject by SHA-256 (UUIDv8).
IncidentId incidentId(IncidentKind kind, ByteView subject);

/// An incident as the tables know it.
struct KnownIncident {
    IncidentId id;
    IncidentKind kind = IncidentKind::SeatSoldTwice;
    Bytes subject;
    IncidentFacts facts;
    bool isOpen = true;
};
/// Those that nobody has dealt with, at most `limit`: first those without a time (of quotas), then
/// the latest first.
std::vector<KnownIncident> readOpenIncidents(Database& database, OrganizerId organizer,
                                             std::int64_t limit = INT64_MAX);
/// How many those are.
std::int64_t countOpenIncidents(Database& database, OrganizerId organizer);
/// The ids from one to another, of incidents that there are and of those that something was done
/// about; two at most.
std::vector<IncidentId> readIncidentsBetween(Database& database, OrganizerId organizer,
                                             IncidentId first, IncidentId last);
std::optional<KnownIncident> readIncident(Database& database, OrganizerId organizer, IncidentId id);

/// An act at the conflict desk.
struct HandledIncident {
    EntryId entry;
    HlcTime at;
    ReplicaId replica;
    UserId actor;
    IncidentHandled body;
};
/// What was done about one incident, the first first; the same order on every replica.
std::vector<HandledIncident> readIncidentActs(Database& database, OrganizerId organizer,
                                              IncidentId id);
/// The latest acts of all incidents, the latest first.
std::vector<HandledIncident> readLatestIncidentActs(Database& database, OrganizerId organizer,
                                                    std::int64_t limit);

/// An entry of the journal by its id, without its place in the feed; nothing where it is not here.
std::optional<Entry> readEntryById(Database& database, OrganizerId organizer, EntryId id);
/// Who sold an order, where and when.
struct OrderOrigin {
    std::string code;
    ReplicaId replica;
    UserId seller;
    HlcTime at;
    Money total;
};
std::optional<OrderOrigin> readOrderOrigin(Database& database, OrganizerId organizer, OrderId id);
/// Whose an order is now.
std::optional<CustomerId> readOrderCustomer(Database& database, OrganizerId organizer, OrderId id);
/// The valid tickets of a performance that spent a right of a quota, the latest sold first, from
/// among its latest orders.
std::vector<TicketId> readLatestTickets(Database& database, OrganizerId organizer,
                                        PerformanceId performance, QuotaId quota,
                                        std::size_t limit);

} // namespace foyer
