// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace foyer {

/// What a database is made of, without anything that is in it. All functions throw StorageFailure.

/// Version of the engine, "SQLite 3.40.1".
std::string engineVersion(Database& database);
/// Names of all tables, by name.
std::vector<std::string> tableNames(Database& database);
std::int64_t countRows(Database& database, const std::string& table);
/// The statements that make its tables and indexes; empty on PostgreSQL, where they are not kept.
std::string schemaText(Database& database);
/// How many entries there are of each kind, by kind.
std::vector<std::pair<std::string, std::int64_t>> countEntriesByKind(Database& database,
                                                                     OrganizerId organizer);

} // namespace foyer
