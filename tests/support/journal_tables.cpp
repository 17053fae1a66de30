// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/journal_tables.h"

#include "core/services/counter.h"
#include "core/storage/migrator.h"
#include "core/storage/projection.h"
#include "core/storage/table_comparison.h"
#include "tests/support/store_place.h"

#include <algorithm>
#include <random>

namespace foyer::test {

std::vector<Entry> entriesOf(Counter& counter)
{
    std::vector<Entry> entries;
    readEntries(counter.database(), counter.organizer(), [&](const Entry& entry) {
        entries.push_back(entry);
        return true;
    });
    return entries;
}

std::vector<Entry> shuffled(std::vector<Entry> entries, std::uint64_t seed)
{
    std::mt19937_64 engine{seed};
    std::ranges::shuffle(entries, engine);
    return entries;
}

std::unique_ptr<Database> projected(const std::vector<Entry>& entries)
{
    auto database = Database::open(scratchAddress(), Database::Mode::Scratch);
    migrate(*database);
    Transaction transaction{*database};
    for (const Entry& entry : entries) {
        project(*database, entry);
    }
    transaction.commit();
    return database;
}

std::string difference(Database& a, Database& b)
{
    for (const ProjectionTable& table : projectionTables()) {
        if (const auto found = firstDifference(a, b, table)) {
            return std::string{table.name} + ": " + *found;
        }
    }
    return {};
}

std::vector<incident_subject::Seat> findSeatsSoldTwice(Database& database, OrganizerId organizer)
{
    std::vector<incident_subject::Seat> seats;
    database.each("SELECT performance, seat FROM ticket WHERE organizer = ? AND seat IS NOT NULL "
                  "AND voided_at IS NULL GROUP BY performance, seat HAVING count(*) > 1 "
                  "ORDER BY performance, seat",
                  {organizer}, [&](const DbRow& row) {
                      seats.push_back({row.id<PerformanceId>(0), row.integer(1)});
                  });
    return seats;
}

} // namespace foyer::test
