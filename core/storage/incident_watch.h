// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/incidents/incident.h"
#include "core/domain/journal/entry.h"
#include "core/storage/database.h"

namespace foyer::projections {

/// Projections call these after they have recorded a fact. Each asks the database, with a posted
/// statement that finds its rows by an index, whether the fact may have made, changed or ended an
/// incident, and only then works that incident out from all facts that are known. So a sale pays a
/// look-up and no round trip, and the order in which facts arrive makes no difference. All of them
/// throw StorageFailure.

/// The tickets of an order were recorded.
void watchSeatsOf(Database& database, OrganizerId organizer, OrderId order);
/// A ticket became void, or the doors know something new of it.
void watchSeatOf(Database& database, OrganizerId organizer, TicketId ticket);
/// An order was recorded.
void watchNewOrder(Database& database, OrganizerId organizer, OrderId order);
/// Something of an order was given back, or it was extended.
void watchOrder(Database& database, OrganizerId organizer, OrderId order);
/// Rights of a quota were spent or regained, or its capacity was set.
void watchQuota(Database& database, OrganizerId organizer, QuotaId quota);
/// A ticket passed a door more than once, or a passing was taken back.
void watchAdmissions(Database& database, OrganizerId organizer, TicketId ticket);
/// A replica was written off up to an entry of its chain.
void watchSalesAfter(Database& database, OrganizerId organizer, ReplicaId replica,
                     std::int64_t epoch, std::int64_t sequence);
/// An edit said which values it replaced.
void watchEdit(Database& database, const Entry& entry, const EntityEdited& edit);

/// What is known of an incident now; takes it out where there is none.
void workOutIncident(Database& database, OrganizerId organizer, IncidentKind kind,
                     const Bytes& subject);

} // namespace foyer::projections
