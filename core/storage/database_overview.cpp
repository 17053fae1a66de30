// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database_overview.h"

#include "core/base/ensure.h"

#include <algorithm>

namespace foyer {
namespace {

bool isPostgres(Database& database)
{
    return database.engine() == Database::Engine::Postgres;
}

} // namespace

std::string engineVersion(Database& database)
{
    std::string version;
    database.each(isPostgres(database) ? "SELECT 'PostgreSQL ' || current_setting('server_version')"
                                       : "SELECT 'SQLite ' || sqlite_version()",
                  {}, [&](const DbRow& row) { version = row.text(0); });
    return version;
}

std::vector<std::string> tableNames(Database& database)
{
    std::vector<std::string> names;
    database.each(isPostgres(database)
                      ? "SELECT table_name FROM information_schema.tables WHERE table_schema = "
                        "current_schema() AND table_type = 'BASE TABLE'"
                      : "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
                        "'sqlite_%'",
                  {}, [&](const DbRow& row) { names.push_back(row.text(0)); });
    std::ranges::sort(names);
    return names;
}

std::int64_t countRows(Database& database, const std::string& table)
{
    // A table cannot be bound; its name is one that the database gave.
    ENSURE(std::ranges::all_of(table, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    }));
    const auto rows = database.walk("SELECT count(*) FROM " + table);
    return rows->next() ? rows->row().integer(0) : 0;
}

std::string schemaText(Database& database)
{
    std::string text;
    if (!isPostgres(database)) {
        database.each("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name", {},
                      [&](const DbRow& row) { text += row.text(0) + ";\n"; });
    }
    return text;
}

std::vector<std::pair<std::string, std::int64_t>> countEntriesByKind(Database& database,
                                                                     OrganizerId organizer)
{
    std::vector<std::pair<std::string, std::int64_t>> counts;
    database.each("SELECT kind, count(*) FROM entry WHERE organizer = ? GROUP BY kind ORDER BY "
                  "kind",
                  {organizer},
                  [&](const DbRow& row) { counts.emplace_back(row.text(0), row.integer(1)); });
    return counts;
}

} // namespace foyer
