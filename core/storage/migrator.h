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
    /// What PostgreSQL runs instead; empty where the same text serves both engines, its types
    /// translated (storage/postgres_dialect.h). NNNN_topic.postgres.sql beside NNNN_topic.sql.
    std::string_view postgresSql;
};

/// All steps, by version, without gaps.
std::span<const Migration> migrations();

/// Marks a file as ours: SQLite's application_id, "FOYR".
inline constexpr std::int64_t kApplicationId = 0x464f5952;

/// Brings a database to `target` (default: the newest version); a crash in between leaves a version
/// that an earlier step made. A new file is marked first. On PostgreSQL the version stands in the
/// table foyer_schema, and of several processes that start at once one migrates while the others
/// wait. Throws StorageFailure: database_newer (made by a later Foyer: nothing is changed),
/// not_a_database (someone else's SQLite file or schema), database_encoding (not UTF-8).
void migrate(Database& database, int target = 0);

/// Looks whether this program can work with a database, and changes nothing. Throws what migrate()
/// would.
void checkCompatible(Database& database);

/// The schema version of a database; 0 for a new one.
int schemaVersion(Database& database);

} // namespace foyer
