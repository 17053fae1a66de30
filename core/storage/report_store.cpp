// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/report_store.h"

namespace foyer {

void storeReportsDue(Database& database, const Identity& server, std::int64_t after)
{
    // What is still due of a life before stays as it is: it reaches back further.
    // Who was let in and had not been heard of may hold rights by now, too.
    database.run("INSERT INTO report_due (organizer, replica, after_position) "
                 "SELECT organizer, id, ? FROM replica WHERE organizer = ? AND id <> ? "
                 "UNION SELECT organizer, replica, ? FROM series_given WHERE organizer = ? "
                 "ON CONFLICT DO NOTHING",
                 {after, server.organizer, server.replica, after, server.organizer});
}

std::optional<std::int64_t> readReportDue(Database& database, OrganizerId organizer,
                                          ReplicaId replica)
{
    return database.integer("SELECT after_position FROM report_due WHERE organizer = ? AND "
                            "replica = ?",
                            {organizer, replica});
}

void removeReportDue(Database& database, OrganizerId organizer, ReplicaId replica)
{
    database.run("DELETE FROM report_due WHERE organizer = ? AND replica = ?",
                 {organizer, replica});
}

std::int64_t countReportsDue(Database& database, OrganizerId organizer)
{
    return database
        .integer("SELECT count(*) FROM report_due d WHERE organizer = ? AND NOT EXISTS "
                 "(SELECT 1 FROM write_off w WHERE w.organizer = d.organizer AND "
                 "w.replica = d.replica)",
                 {organizer})
        .value_or(0);
}

} // namespace foyer
