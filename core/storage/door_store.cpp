// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/door_store.h"

namespace foyer {

std::optional<DoorState> readDoorState(Database& database, OrganizerId organizer, TicketId ticket)
{
    std::optional<DoorState> state;
    database.each("SELECT first_at, first_gate, last_at, last_gate, inside FROM door_state "
                  "WHERE organizer = ? AND ticket = ?",
                  {organizer, ticket}, [&](const DbRow& row) {
                      state = DoorState{HlcTime{row.integer(0)}.instant(), row.text(1),
                                        HlcTime{row.integer(2)}.instant(), row.text(3),
                                        row.integer(4) != 0};
                  });
    return state;
}

std::optional<EntryId> readLastPassing(Database& database, OrganizerId organizer, TicketId ticket)
{
    std::optional<EntryId> last;
    database.each(
        "SELECT entry FROM scan WHERE organizer = ? AND ticket = ? AND "
        "outcome IN ('admitted', 'checked_out') AND NOT EXISTS (SELECT 1 FROM admission_undo "
        "WHERE admission_undo.organizer = scan.organizer AND admission_undo.scan = scan.entry) "
        "ORDER BY at DESC, entry DESC LIMIT 1",
        {organizer, ticket}, [&](const DbRow& row) { last = row.id<EntryId>(0); });
    return last;
}

DoorCounts readDoorCounts(Database& database, OrganizerId organizer, PerformanceId performance)
{
    DoorCounts counts;
    counts.valid = database
                       .integer("SELECT count(*) FROM ticket WHERE organizer = ? AND "
                                "performance = ? AND voided_at IS NULL",
                                {organizer, performance})
                       .value_or(0);
    database.each("SELECT count(*), coalesce(sum(inside), 0) FROM door_state "
                  "WHERE organizer = ? AND performance = ?",
                  {organizer, performance}, [&](const DbRow& row) {
                      counts.admitted = row.integer(0);
                      counts.inside = row.integer(1);
                  });
    return counts;
}

} // namespace foyer
