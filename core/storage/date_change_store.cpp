// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/date_change_store.h"

#include "core/domain/journal/entry.h"
#include "core/storage/projections.h"

namespace foyer {

std::vector<StoredDateChange> readDateChanges(Database& database, OrganizerId organizer,
                                              EventId event)
{
    std::vector<StoredDateChange> changes;
    database.each(
        "SELECT entry, at, actor, performance, kind, starts_before, starts_at, reason "
        "FROM date_change WHERE organizer = ? AND event = ? ORDER BY at DESC, entry DESC",
        {organizer, event}, [&](const DbRow& row) {
            changes.push_back(
                {row.id<EntryId>(0), HlcTime{row.integer(1)}.instant(), row.id<UserId>(2),
                 DateChanged{row.id<PerformanceId>(3), event,
                             dateChangeNamed(row.text(4)).value_or(DateChangeKind::Cancelled),
                             Instant{row.integer(5)}, Instant{row.integer(6)}, row.text(7)}});
        });
    return changes;
}

namespace projections {

void performanceChanged(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto changed = decodeDateChanged(body)) {
        database.post("INSERT INTO date_change (organizer, entry, performance, event, kind, at, "
                      "actor, starts_before, starts_at, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                      "?) ON CONFLICT DO NOTHING",
                      {entry.organizer, entry.id, changed->performance, changed->event,
                       dateChangeName(changed->kind), entry.at.value, entry.actor,
                       changed->startsBefore.ms, changed->startsAt.ms, changed->reason});
    }
}

} // namespace projections

} // namespace foyer
