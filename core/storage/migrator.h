// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <span>
#include <string_view>

namespace foyer {

/// One step of the schema, forward only. The text is a file of core/storage/migrations and never
/// changes after a release.
struct Migration {
    int version; ///< 1, 2, 3 …
    std::string_view name;
    std::string_view sql;
};

/// All steps, by version, without gaps.
std::span<const Migration> migrations();

/// Marks a file as ours: SQLite's application_id, "FOYR".
inline constexpr std::int64_t kApplicationId = 0x464f5952;

/// Brings a database to `target` (default: the newest version), one transaction a step. A new file
/// is marked first. Throws StorageFailure: database_newer (made by a later Foyer: nothing is
/// changed), not_a_database (someone else's SQLite file).
void migrate(Database& database, int target = 0);

/// Looks whether this program can work with a database, and changes nothing. Throws what migrate()
/// would.
void checkCompatible(Database& database);

/// The schema version of a database; 0 for a new one.
int schemaVersion(Database& database);

} // namespace foyer
