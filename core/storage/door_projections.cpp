// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projections.h"

#include "core/domain/journal/bodies.h"
#include "core/storage/incident_watch.h"

#include <optional>
#include <string>

namespace foyer::projections {
namespace {

/// What a ticket's scans add up to. The order of the facts decides, not that of their arrival.
struct Door {
    PerformanceId performance;
    HlcTime firstAt;
    std::string firstGate;
    HlcTime lastAt;
    std::string lastGate;
    bool inside = false;
    int passings = 0;
};

std::optional<Door> doorOf(Database& database, OrganizerId organizer, TicketId ticket)
{
    std::optional<Door> door;
    database.each(
        "SELECT at, gate, outcome, performance FROM scan WHERE organizer = ? AND ticket = ? AND "
        "outcome IN ('admitted', 'checked_out') AND NOT EXISTS (SELECT 1 FROM admission_undo "
        "WHERE admission_undo.organizer = scan.organizer AND admission_undo.scan = scan.entry) "
        "ORDER BY at, entry",
        {organizer, ticket}, [&](const DbRow& row) {
            const HlcTime at{row.integer(0)};
            const bool isIn = row.text(2) == "admitted";
            if (!door && !isIn) {
                return; // nobody leaves who never came
            }
            if (!door) {
                door = Door{{}, at, row.text(1), at, row.text(1), true};
            }
            ++door->passings;
            door->lastAt = at;
            door->lastGate = row.text(1);
            door->inside = isIn;
            if (door->performance.isNil()) {
                door->performance = row.id<PerformanceId>(3);
            }
        });
    return door;
}

/// `isUndone`: a passing was taken back, so what is left may be one less than before.
void workOutDoor(Database& database, OrganizerId organizer, TicketId ticket, bool isUndone)
{
    database.lock(ticket.uuid);
    const auto door = doorOf(database, organizer, ticket);
    if (isUndone || (door && door->passings > 1)) {
        watchAdmissions(database, organizer, ticket);
    }
    if (!door) {
        database.post("DELETE FROM door_state WHERE organizer = ? AND ticket = ?",
                      {organizer, ticket});
        watchSeatOf(database, organizer, ticket);
        return;
    }
    database.post("INSERT INTO door_state (organizer, ticket, performance, first_at, first_gate, "
                  "last_at, last_gate, inside) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT (organizer, ticket) DO UPDATE SET "
                  "performance = excluded.performance, first_at = excluded.first_at, "
                  "first_gate = excluded.first_gate, last_at = excluded.last_at, "
                  "last_gate = excluded.last_gate, inside = excluded.inside",
                  {organizer, ticket, door->performance, door->firstAt.value, door->firstGate,
                   door->lastAt.value, door->lastGate, door->inside ? 1 : 0});
    watchSeatOf(database, organizer, ticket);
}

} // namespace

void ticketScanned(Database& database, const Entry& entry, const CborValue& body)
{
    const auto scanned = decodeTicketScanned(body);
    if (!scanned) {
        return;
    }
    const bool passes = scanned->outcome == "admitted" || scanned->outcome == "checked_out";
    database.post("INSERT INTO scan (organizer, entry, ticket, performance, at, replica, gate, "
                  "outcome, code_hash, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT DO NOTHING",
                  {entry.organizer, entry.id, scanned->ticket, scanned->performance, entry.at.value,
                   entry.replica, scanned->gate, scanned->outcome,
                   scanned->codeHash.empty() ? std::nullopt : std::optional{scanned->codeHash},
                   scanned->note},
                  [&database, passes, organizer = entry.organizer,
                   ticket = scanned->ticket](std::int64_t changed) {
                      if (changed == 1 && passes) {
                          workOutDoor(database, organizer, ticket, false);
                      }
                  });
}

void admissionUndone(Database& database, const Entry& entry, const CborValue& body)
{
    const auto undone = decodeAdmissionUndone(body);
    if (!undone) {
        return;
    }
    database.post("INSERT INTO admission_undo (organizer, scan, entry, at, actor, reason) "
                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  {entry.organizer, undone->scan, entry.id, entry.at.value, entry.actor,
                   undone->reason});
    workOutDoor(database, entry.organizer, undone->ticket, true);
}

} // namespace foyer::projections
