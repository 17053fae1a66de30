// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/incident_watch.h"

#include "core/crypto/sha256.h"
#include "core/storage/incident_facts.h"
#include "core/storage/incident_store.h"
#include "core/storage/projections.h"
#include "core/storage/watch_list.h"

namespace foyer::projections {
namespace {

/// There is, or was, another ticket of the same seat. Whether that one is valid is not asked: of
/// two that are voided in one transaction none is any more when this is, and their incident ends.
constexpr const char* kSeatIsContested =
    "seat IS NOT NULL AND "
    "EXISTS (SELECT 1 FROM ticket AS other WHERE other.organizer = ticket.organizer AND "
    "other.performance = ticket.performance AND other.seat = ticket.seat AND "
    "other.id <> ticket.id)";

/// Its counter was written off before it, or something of it was given back before it was heard of:
/// asked at every sale, so it takes no sums.
constexpr const char* kMayBeLate =
    "(EXISTS (SELECT 1 FROM order_void WHERE order_void.organizer = sale_order.organizer AND "
    "order_void.sale_order = sale_order.id) OR EXISTS (SELECT 1 FROM line_return WHERE "
    "line_return.organizer = sale_order.organizer AND line_return.sale_order = sale_order.id) OR ";

/// It was given back by more than one entry, or its counter was written off before it.
constexpr const char* kWasGivenBack =
    "((SELECT count(*) FROM order_void WHERE order_void.organizer = sale_order.organizer AND "
    "order_void.sale_order = sale_order.id) + (SELECT count(DISTINCT line_return.entry) FROM "
    "line_return WHERE line_return.organizer = sale_order.organizer AND "
    "line_return.sale_order = sale_order.id) > 1 OR ";

/// The end of both.
constexpr const char* kOrIsLate =
    "EXISTS (SELECT 1 FROM write_off WHERE write_off.organizer = sale_order.organizer AND "
    "write_off.replica = sale_order.replica AND "
    "(write_off.epoch, write_off.sequence) < (sale_order.epoch, sale_order.sequence)))";

/// More is sold than there is, or was. `incident.id` is a hash of the quota, so what is kept of an
/// incident that may be over is found by its subject.
constexpr const char* kIsOversold =
    "(capacity < (SELECT sum(spent - regained) FROM allotment WHERE "
    "allotment.organizer = quota_capacity.organizer AND allotment.quota = quota_capacity.quota) OR "
    "EXISTS (SELECT 1 FROM incident WHERE incident.organizer = quota_capacity.organizer AND "
    "incident.kind = 'quota_oversold' AND incident.subject = quota_capacity.quota))";

/// Another edit replaced the same value.
constexpr const char* kEdit =
    "UPDATE catalogue_edit SET digest = digest WHERE organizer = ? AND entity = ? AND field = ? "
    "AND over_at = ? AND over_by = ? AND entry <> ?";

void workOutSeats(Database& database, OrganizerId organizer, std::string_view sql, const Uuid& of)
{
    std::vector<Bytes> seats;
    database.each(sql, {organizer, of}, [&](const DbRow& row) {
        seats.push_back(incident_subject::seat(row.id<PerformanceId>(0), row.integer(1)));
    });
    for (const Bytes& seat : seats) {
        workOutIncident(database, organizer, IncidentKind::SeatSoldTwice, seat);
        workOutIncident(database, organizer, IncidentKind::SeatAdmittedTwice, seat);
    }
}

void workOutSeatsOf(Database& database, OrganizerId organizer, const Uuid& order)
{
    workOutSeats(database, organizer,
                 "SELECT performance, seat FROM ticket WHERE organizer = ? AND sale_order = ? AND "
                 "seat IS NOT NULL",
                 order);
}

void workOutSeatOf(Database& database, OrganizerId organizer, const Uuid& ticket)
{
    workOutSeats(database, organizer,
                 "SELECT performance, seat FROM ticket WHERE organizer = ? AND id = ? AND "
                 "seat IS NOT NULL",
                 ticket);
}

void workOutOrder(Database& database, OrganizerId organizer, const Uuid& order)
{
    const Bytes subject = incident_subject::of(order);
    workOutIncident(database, organizer, IncidentKind::RefundedTwice, subject);
    workOutIncident(database, organizer, IncidentKind::LateSale, subject);
}

void workOutQuota(Database& database, OrganizerId organizer, const Uuid& quota)
{
    workOutIncident(database, organizer, IncidentKind::QuotaOversold, incident_subject::of(quota));
}

/// The digest of a value, whatever its type.
Bytes digestOf(const EntityEdited& edit, const std::string& field)
{
    const auto hash = sha256(encode(EntityEdited{{}, {{field, edit.fields.at(field)}}}));
    return {hash.begin(), hash.end()};
}

} // namespace

void watchSeatsOf(Database& database, OrganizerId organizer, OrderId order)
{
    static const Question kQuestion{
        {"ticket", "sale_order", "line", kSeatIsContested, &workOutSeatsOf}};
    WatchList::add(database, kQuestion, organizer, order.uuid);
}

void watchSeatOf(Database& database, OrganizerId organizer, TicketId ticket)
{
    static const Question kQuestion{{"ticket", "id", "line", kSeatIsContested, &workOutSeatOf}};
    WatchList::add(database, kQuestion, organizer, ticket.uuid);
}

void watchNewOrder(Database& database, OrganizerId organizer, OrderId order)
{
    static const Question kQuestion{
        {"sale_order", "id", "total", std::string{kMayBeLate} + kOrIsLate, &workOutOrder}};
    WatchList::add(database, kQuestion, organizer, order.uuid);
}

void watchOrder(Database& database, OrganizerId organizer, OrderId order)
{
    static const Question kQuestion{
        {"sale_order", "id", "total", std::string{kWasGivenBack} + kOrIsLate, &workOutOrder}};
    WatchList::add(database, kQuestion, organizer, order.uuid);
}

void watchQuota(Database& database, OrganizerId organizer, QuotaId quota)
{
    static const Question kQuestion{
        {"quota_capacity", "quota", "capacity", kIsOversold, &workOutQuota}};
    WatchList::add(database, kQuestion, organizer, quota.uuid);
}

void watchAdmissions(Database& database, OrganizerId organizer, TicketId ticket)
{
    workOutIncident(database, organizer, IncidentKind::AdmittedTwice,
                    incident_subject::of(ticket.uuid));
}

void watchSalesAfter(Database& database, OrganizerId organizer, ReplicaId replica,
                     std::int64_t epoch, std::int64_t sequence)
{
    std::vector<Uuid> orders;
    database.each("SELECT id FROM sale_order WHERE organizer = ? AND replica = ? AND "
                  "(epoch, sequence) > (?, ?)",
                  {organizer, replica, epoch, sequence},
                  [&](const DbRow& row) { orders.push_back(row.uuid(0)); });
    for (const Uuid& order : orders) {
        workOutIncident(database, organizer, IncidentKind::LateSale, incident_subject::of(order));
    }
}

void watchEdit(Database& database, const Entry& entry, const EntityEdited& edit)
{
    if (!edit.over) {
        return;
    }
    for (const auto& [field, value] : edit.fields) {
        const auto known = edit.over->find(field);
        const FieldStamp over = known != edit.over->end() ? known->second : FieldStamp{};
        database.post("INSERT INTO catalogue_edit (organizer, entity, field, over_at, over_by, at, "
                      "replica, entry, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                      "ON CONFLICT DO NOTHING",
                      {entry.organizer, edit.entity, field, over.at.value, over.by, entry.at.value,
                       entry.replica, entry.id, digestOf(edit, field)});
        database.post(
            kEdit, {entry.organizer, edit.entity, field, over.at.value, over.by, entry.id},
            [&database, organizer = entry.organizer,
             subject = incident_subject::field(edit.entity, over, field)](std::int64_t n) {
                if (n > 0) {
                    workOutIncident(database, organizer, IncidentKind::EditedTwice, subject);
                }
            });
    }
}

void workOutIncident(Database& database, OrganizerId organizer, IncidentKind kind,
                     const Bytes& subject)
{
    const IncidentId id = incidentId(kind, subject);
    database.lock(id.uuid);
    const auto found = readIncidentFacts(database, organizer, kind, subject);
    if (!found) {
        database.post("DELETE FROM incident WHERE organizer = ? AND id = ?", {organizer, id});
        return;
    }
    std::vector<IncidentHandled> acts;
    for (const HandledIncident& handled : readIncidentActs(database, organizer, id)) {
        acts.push_back(handled.body);
    }
    database.post("INSERT INTO incident (organizer, id, kind, subject, at, facts, size, is_open) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE SET "
                  "at = excluded.at, facts = excluded.facts, size = excluded.size, "
                  "is_open = excluded.is_open",
                  {organizer, id, incidentKindName(kind), subject, found->at.value,
                   joinedIds(found->facts), found->size, isSettled(*found, acts) ? 0 : 1});
}

void incidentHandled(Database& database, const Entry& entry, const CborValue& body)
{
    const auto handled = decodeIncidentHandled(body);
    if (!handled) {
        return;
    }
    const auto& money = handled->money;
    database.post("INSERT INTO incident_act (organizer, entry, incident, at, replica, actor, kind, "
                  "subject, act, reason, facts, size, sale_order, amount, currency) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  {entry.organizer, entry.id, incidentId(handled->kind, handled->subject),
                   entry.at.value, entry.replica, entry.actor, incidentKindName(handled->kind),
                   handled->subject, incidentActName(handled->act), handled->reason,
                   joinedIds(handled->facts), handled->size,
                   handled->order.isNil() ? std::nullopt : std::optional{handled->order},
                   money ? std::optional{money->minor()} : std::nullopt,
                   money ? std::optional{money->currency().code()} : std::nullopt});
    workOutIncident(database, entry.organizer, handled->kind, handled->subject);
}

} // namespace foyer::projections
