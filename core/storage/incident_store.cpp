// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/incident_store.h"

#include "core/crypto/sha256.h"

#include <algorithm>

namespace foyer {
namespace {

KnownIncident incidentFrom(const DbRow& row)
{
    return {row.id<IncidentId>(0),
            incidentKindNamed(row.text(1)).value_or(IncidentKind::SeatSoldTwice),
            row.bytes(2),
            {HlcTime{row.integer(3)}, splitIds(row.bytes(4)), row.integer(5)},
            row.integer(6) != 0};
}

HandledIncident actFrom(const DbRow& row)
{
    HandledIncident handled{
        row.id<EntryId>(0), HlcTime{row.integer(1)}, row.id<ReplicaId>(2), row.id<UserId>(3), {}};
    IncidentHandled& body = handled.body;
    body.kind = incidentKindNamed(row.text(4)).value_or(IncidentKind::SeatSoldTwice);
    body.subject = row.bytes(5);
    body.act = incidentActNamed(row.text(6)).value_or(IncidentAct::Mailed);
    body.reason = row.text(7);
    body.facts = splitIds(row.bytes(8));
    body.size = row.integer(9);
    body.order = row.id<OrderId>(10);
    if (const auto currency = Currency::fromCode(row.text(12)); currency && !row.isNull(11)) {
        body.money = Money{row.integer(11), *currency};
    }
    return handled;
}

} // namespace

IncidentId incidentId(IncidentKind kind, ByteView subject)
{
    CborWriter writer;
    writer.array(3).text("foyer-incident-1").text(incidentKindName(kind)).bytes(subject);
    const auto hash = sha256(writer.data());
    Uuid::Bytes bytes{};
    std::copy_n(hash.begin(), bytes.size(), bytes.begin());
    return IncidentId{Uuid::v8(bytes)};
}

std::vector<KnownIncident> readOpenIncidents(Database& database, OrganizerId organizer,
                                             std::int64_t limit)
{
    std::vector<KnownIncident> open;
    database.each("SELECT id, kind, subject, at, facts, size, is_open FROM incident WHERE "
                  "organizer = ? AND is_open = 1 ORDER BY CASE WHEN at = 0 THEN 0 ELSE 1 END, "
                  "at DESC, id LIMIT ?",
                  {organizer, limit}, [&](const DbRow& row) { open.push_back(incidentFrom(row)); });
    return open;
}

std::int64_t countOpenIncidents(Database& database, OrganizerId organizer)
{
    return database
        .integer("SELECT count(*) FROM incident WHERE organizer = ? AND is_open = 1", {organizer})
        .value_or(0);
}

std::vector<IncidentId> readIncidentsBetween(Database& database, OrganizerId organizer,
                                             IncidentId first, IncidentId last)
{
    std::vector<IncidentId> found;
    database.each("SELECT id FROM incident WHERE organizer = ? AND id >= ? AND id <= ? UNION "
                  "SELECT incident FROM incident_act WHERE organizer = ? AND incident >= ? AND "
                  "incident <= ? ORDER BY 1 LIMIT 2",
                  {organizer, first, last, organizer, first, last},
                  [&](const DbRow& row) { found.push_back(row.id<IncidentId>(0)); });
    return found;
}

std::optional<KnownIncident> readIncident(Database& database, OrganizerId organizer, IncidentId id)
{
    std::optional<KnownIncident> found;
    database.each("SELECT id, kind, subject, at, facts, size, is_open FROM incident WHERE "
                  "organizer = ? AND id = ?",
                  {organizer, id}, [&](const DbRow& row) { found = incidentFrom(row); });
    return found;
}

std::vector<HandledIncident> readIncidentActs(Database& database, OrganizerId organizer,
                                              IncidentId id)
{
    std::vector<HandledIncident> acts;
    database.each("SELECT entry, at, replica, actor, kind, subject, act, reason, facts, size, "
                  "sale_order, amount, currency FROM incident_act WHERE organizer = ? AND "
                  "incident = ? ORDER BY at, replica, entry",
                  {organizer, id}, [&](const DbRow& row) { acts.push_back(actFrom(row)); });
    return acts;
}

std::vector<HandledIncident> readLatestIncidentActs(Database& database, OrganizerId organizer,
                                                    std::int64_t limit)
{
    std::vector<HandledIncident> acts;
    database.each("SELECT entry, at, replica, actor, kind, subject, act, reason, facts, size, "
                  "sale_order, amount, currency FROM incident_act WHERE organizer = ? "
                  "ORDER BY at DESC, replica, entry LIMIT ?",
                  {organizer, limit}, [&](const DbRow& row) { acts.push_back(actFrom(row)); });
    return acts;
}

std::optional<Entry> readEntryById(Database& database, OrganizerId organizer, EntryId id)
{
    std::optional<Entry> entry;
    database.each("SELECT replica, epoch, sequence, at, actor, kind, version, body FROM entry "
                  "WHERE organizer = ? AND id = ?",
                  {organizer, id}, [&](const DbRow& row) {
                      entry.emplace();
                      entry->id = id;
                      entry->organizer = organizer;
                      entry->replica = row.id<ReplicaId>(0);
                      entry->epoch = row.integer(1);
                      entry->sequence = row.integer(2);
                      entry->at = HlcTime{row.integer(3)};
                      entry->actor = row.id<UserId>(4);
                      entry->kind = row.text(5);
                      entry->version = row.integer(6);
                      entry->body = row.bytes(7);
                  });
    return entry;
}

std::optional<OrderOrigin> readOrderOrigin(Database& database, OrganizerId organizer, OrderId id)
{
    std::optional<OrderOrigin> origin;
    database.each("SELECT code, replica, seller, at, total, currency FROM sale_order WHERE "
                  "organizer = ? AND id = ?",
                  {organizer, id}, [&](const DbRow& row) {
                      if (const auto currency = Currency::fromCode(row.text(5))) {
                          origin = OrderOrigin{row.text(0), row.id<ReplicaId>(1), row.id<UserId>(2),
                                               HlcTime{row.integer(3)},
                                               Money{row.integer(4), *currency}};
                      }
                  });
    return origin;
}

std::optional<CustomerId> readOrderCustomer(Database& database, OrganizerId organizer, OrderId id)
{
    std::optional<CustomerId> customer;
    bool isSet = false;
    database.each("SELECT customer FROM order_customer WHERE organizer = ? AND sale_order = ?",
                  {organizer, id}, [&](const DbRow& row) {
                      isSet = true;
                      customer = row.optionalId<CustomerId>(0);
                  });
    if (!isSet) {
        database.each("SELECT customer FROM sale_order WHERE organizer = ? AND id = ?",
                      {organizer, id},
                      [&](const DbRow& row) { customer = row.optionalId<CustomerId>(0); });
    }
    return customer;
}

std::vector<TicketId> readLatestTickets(Database& database, OrganizerId organizer,
                                        PerformanceId performance, QuotaId quota, std::size_t limit)
{
    constexpr std::int64_t kOrders = 2'000;
    std::vector<TicketId> tickets;
    // The orders first, by CROSS JOIN, and each one's few tickets: what is asked of the performance
    // here would lead SQLite through all of its tickets for every order.
    database.each("SELECT ticket.id, ticket.quotas, ticket.performance FROM (SELECT organizer, id, "
                  "at FROM sale_order WHERE organizer = ? ORDER BY at DESC LIMIT ?) AS latest "
                  "CROSS JOIN ticket WHERE ticket.organizer = latest.organizer AND "
                  "ticket.sale_order = latest.id AND ticket.voided_at IS NULL "
                  "ORDER BY latest.at DESC, ticket.id",
                  {organizer, kOrders}, [&](const DbRow& row) {
                      const auto quotas = splitIds(row.bytes(1));
                      if (tickets.size() < limit && row.id<PerformanceId>(2) == performance &&
                          std::ranges::find(quotas, quota.uuid) != quotas.end()) {
                          tickets.push_back(row.id<TicketId>(0));
                      }
                  });
    return tickets;
}

} // namespace foyer
