// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/table_statistics.h"

namespace foyer {

void countTablesWhileNew(Database& database, std::int64_t before, std::int64_t now)
{
    constexpr std::int64_t kFirst = 64;
    constexpr std::int64_t kLast = 65'536;
    std::int64_t passed = 0;
    for (std::int64_t mark = kFirst; mark <= kLast; mark *= 4) {
        passed = before < mark && mark <= now ? mark : passed;
    }
    if (database.engine() != Database::Engine::Postgres || passed == 0) {
        return;
    }
    const auto counted =
        database.integer("SELECT reltuples::bigint FROM pg_class WHERE oid = to_regclass('entry')");
    if (counted.value_or(0) < passed) { // else other organizers have filled it long since
        database.runScript("ANALYZE;");
    }
}

} // namespace foyer
