// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/incident_facts.h"

#include "core/domain/journal/bodies.h"
#include "core/storage/user_act_store.h"

#include <algorithm>
#include <map>
#include <set>

namespace foyer {
namespace {

using Found = std::optional<IncidentFacts>;

/// Sorts what was found. Nothing where fewer than `least` facts are.
Found sorted(IncidentFacts found, std::size_t least)
{
    std::ranges::sort(found.facts);
    const auto twice = std::ranges::unique(found.facts);
    found.facts.erase(twice.begin(), twice.end());
    return found.facts.size() >= least ? Found{std::move(found)} : std::nullopt;
}

/// Rows of an id and an HLC reading.
Found fromRows(Database& database, std::string_view sql, Params params, std::size_t least)
{
    IncidentFacts found;
    database.each(sql, params, [&](const DbRow& row) {
        found.facts.push_back(row.uuid(0));
        found.at = std::max(found.at, HlcTime{row.integer(1)});
    });
    return sorted(std::move(found), least);
}

Found soldTwice(Database& database, OrganizerId organizer, const incident_subject::Seat& seat)
{
    return fromRows(database,
                    "SELECT ticket.id, sale_order.at FROM ticket LEFT JOIN sale_order ON "
                    "sale_order.organizer = ticket.organizer AND "
                    "sale_order.id = ticket.sale_order WHERE ticket.organizer = ? AND "
                    "ticket.performance = ? AND ticket.seat = ? AND ticket.voided_at IS NULL",
                    {organizer, seat.performance, seat.seat}, 2);
}

Found seatAdmittedTwice(Database& database, OrganizerId organizer,
                        const incident_subject::Seat& seat)
{
    return fromRows(database,
                    "SELECT ticket.id, door_state.first_at FROM ticket JOIN door_state ON "
                    "door_state.organizer = ticket.organizer AND door_state.ticket = ticket.id "
                    "WHERE ticket.organizer = ? AND ticket.performance = ? AND ticket.seat = ?",
                    {organizer, seat.performance, seat.seat}, 2);
}

Found oversold(Database& database, OrganizerId organizer, const Uuid& quota)
{
    const auto capacity =
        database.integer("SELECT capacity FROM quota_capacity WHERE organizer = ? AND quota = ?",
                         {organizer, quota});
    std::int64_t sold = 0;
    database.each("SELECT spent - regained FROM allotment WHERE organizer = ? AND quota = ?",
                  {organizer, quota}, [&](const DbRow& row) { sold += row.integer(0); });
    if (!capacity || sold <= *capacity) {
        return std::nullopt;
    }
    return IncidentFacts{{}, {}, sold - *capacity};
}

Found lateSale(Database& database, OrganizerId organizer, const Uuid& order)
{
    return fromRows(
        database,
        "SELECT id, at FROM sale_order WHERE organizer = ? AND id = ? AND EXISTS (SELECT 1 "
        "FROM write_off WHERE write_off.organizer = sale_order.organizer AND "
        "write_off.replica = sale_order.replica AND (write_off.epoch, write_off.sequence) < "
        "(sale_order.epoch, sale_order.sequence)) AND NOT EXISTS (SELECT 1 FROM order_void WHERE "
        "order_void.organizer = sale_order.organizer AND order_void.sale_order = sale_order.id) "
        "AND (EXISTS (SELECT 1 FROM ticket WHERE ticket.organizer = sale_order.organizer AND "
        "ticket.sale_order = sale_order.id AND ticket.voided_at IS NULL) OR NOT EXISTS (SELECT 1 "
        "FROM ticket WHERE ticket.organizer = sale_order.organizer AND "
        "ticket.sale_order = sale_order.id))",
        {organizer, order}, 1);
}

/// Let in while it was inside already, by a gate of another counter and not on somebody's say.
Found admittedTwice(Database& database, OrganizerId organizer, const Uuid& ticket)
{
    IncidentFacts found;
    Uuid before;
    ReplicaId beforeBy;
    bool isInside = false;
    database.each(
        "SELECT entry, at, replica, outcome, note FROM scan WHERE organizer = ? AND ticket = ? "
        "AND outcome IN ('admitted', 'checked_out') AND NOT EXISTS (SELECT 1 FROM "
        "admission_undo WHERE admission_undo.organizer = scan.organizer AND "
        "admission_undo.scan = scan.entry) ORDER BY at, entry",
        {organizer, ticket}, [&](const DbRow& row) {
            if (row.text(3) != "admitted") {
                isInside = false;
                return;
            }
            const std::string note = row.text(4);
            const bool isDecided = !note.empty() && note != kAdmittedByHand;
            if (isInside && !isDecided && row.id<ReplicaId>(2) != beforeBy) {
                found.facts.push_back(before);
                found.facts.push_back(row.uuid(0));
                found.at = HlcTime{row.integer(1)};
            }
            isInside = true;
            before = row.uuid(0);
            beforeBy = row.id<ReplicaId>(2);
        });
    return sorted(std::move(found), 2);
}

Found refundedTwice(Database& database, OrganizerId organizer, const Uuid& order)
{
    if (readGivenBackTooMuch(database, organizer, OrderId{order}) == 0) {
        return std::nullopt;
    }
    return fromRows(database,
                    "SELECT entry, at FROM order_void WHERE organizer = ? AND sale_order = ? "
                    "UNION SELECT entry, at FROM order_change WHERE organizer = ? AND "
                    "sale_order = ? AND kind = 'tickets.returned'",
                    {organizer, order, organizer, order}, 2);
}

/// Edits that replaced the same value; of those that one replica made of it, the last stands.
Found editedTwice(Database& database, OrganizerId organizer, const incident_subject::Field& field)
{
    struct Edit {
        Uuid entry;
        HlcTime at;
        Bytes digest;
    };
    std::map<ReplicaId, Edit> edits;
    database.each("SELECT replica, entry, at, digest FROM catalogue_edit WHERE organizer = ? AND "
                  "entity = ? AND field = ? AND over_at = ? AND over_by = ? ORDER BY at",
                  {organizer, field.entity, field.field, field.over.at.value, field.over.by},
                  [&](const DbRow& row) {
                      edits.insert_or_assign(row.id<ReplicaId>(0),
                                             Edit{row.uuid(1), HlcTime{row.integer(2)},
                                                  row.bytes(3)});
                  });
    IncidentFacts found;
    std::set<std::string> values; // as text: GCC 12 warns of comparing bytes, wrongly
    for (const auto& [replica, edit] : edits) {
        found.facts.push_back(edit.entry);
        found.at = std::max(found.at, edit.at);
        values.emplace(edit.digest.begin(), edit.digest.end());
    }
    return values.size() > 1 ? sorted(std::move(found), 2) : std::nullopt;
}

Found actedAfterRevocation(Database& database, OrganizerId organizer,
                           const incident_subject::ShutOut& of)
{
    const auto time = readTimeShutOut(database, organizer, of.user, of.by);
    if (!time) {
        return std::nullopt;
    }
    IncidentFacts found;
    for (const UserAct& act : readActsWhileOut(database, organizer, of.user, *time, of.at)) {
        found.facts.push_back(act.fact);
        found.at = std::max(found.at, act.at);
    }
    return sorted(std::move(found), 1);
}

/// What was given back of the tickets or of the fees of an order: of all, and beyond their worth.
struct GivenBack {
    std::int64_t all = 0;
    std::int64_t tooMuch = 0;
};

/// Rows of a line's number (in order), its worth, and what one entry gave back of it.
GivenBack givenBack(Database& database, std::string_view sql, Params params)
{
    GivenBack given;
    std::optional<std::int64_t> line;
    std::int64_t left = 0;
    database.each(sql, params, [&](const DbRow& row) {
        if (line != row.integer(0)) {
            line = row.integer(0);
            left = row.integer(1);
        }
        const std::int64_t back = row.integer(2);
        given.all += back;
        given.tooMuch += std::clamp<std::int64_t>(back - left, 0, back);
        left = std::max<std::int64_t>(left - back, 0);
    });
    return given;
}

} // namespace

std::int64_t readGivenBackTooMuch(Database& database, OrganizerId organizer, OrderId order)
{
    const std::int64_t voids =
        database
            .integer("SELECT count(*) FROM order_void WHERE organizer = ? AND sale_order = ?",
                     {organizer, order})
            .value_or(0);
    const auto total =
        database.integer("SELECT total FROM sale_order WHERE organizer = ? AND id = ?",
                         {organizer, order});
    if (!total) {
        return 0;
    }
    const GivenBack tickets =
        givenBack(database,
                  "SELECT ticket.line, ticket.net + ticket.tax_amount, line_return.net + "
                  "line_return.tax_amount FROM line_return JOIN ticket ON ticket.organizer = "
                  "line_return.organizer AND ticket.id = line_return.ticket WHERE "
                  "line_return.organizer = ? AND line_return.sale_order = ? AND "
                  "ticket.sale_order IS NOT NULL ORDER BY ticket.line",
                  {organizer, order});
    const GivenBack fees =
        givenBack(database,
                  "SELECT order_fee.line, order_fee.net + order_fee.tax_amount, line_return.net + "
                  "line_return.tax_amount FROM line_return JOIN order_fee ON order_fee.organizer = "
                  "line_return.organizer AND order_fee.sale_order = line_return.sale_order AND "
                  "order_fee.line = line_return.fee_line WHERE line_return.organizer = ? AND "
                  "line_return.sale_order = ? ORDER BY order_fee.line",
                  {organizer, order});
    // Whoever voids gives all of it back.
    return voids > 0 ? (voids - 1) * *total + tickets.all + fees.all
                     : tickets.tooMuch + fees.tooMuch;
}

std::optional<IncidentFacts> readIncidentFacts(Database& database, OrganizerId organizer,
                                               IncidentKind kind, ByteView subject)
{
    using namespace incident_subject;
    if (kind == IncidentKind::EditedTwice) {
        const auto field = asField(subject);
        return field ? editedTwice(database, organizer, *field) : std::nullopt;
    }
    if (kind == IncidentKind::SeatSoldTwice || kind == IncidentKind::SeatAdmittedTwice) {
        const auto seat = asSeat(subject);
        return !seat                              ? std::nullopt
            : kind == IncidentKind::SeatSoldTwice ? soldTwice(database, organizer, *seat)
                                                  : seatAdmittedTwice(database, organizer, *seat);
    }
    if (kind == IncidentKind::ActAfterRevocation) {
        const auto of = asShutOut(subject);
        return of ? actedAfterRevocation(database, organizer, *of) : std::nullopt;
    }
    const auto id = asId(subject);
    if (!id) {
        return std::nullopt;
    }
    switch (kind) {
    case IncidentKind::QuotaOversold:
        return oversold(database, organizer, *id);
    case IncidentKind::LateSale:
        return lateSale(database, organizer, *id);
    case IncidentKind::AdmittedTwice:
        return admittedTwice(database, organizer, *id);
    default:
        return refundedTwice(database, organizer, *id);
    }
}

} // namespace foyer
