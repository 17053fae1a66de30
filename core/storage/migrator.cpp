// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/migrator.h"

#include "core/storage/migrations_text.h"

#include <algorithm>
#include <string>

namespace foyer {
namespace {

void setPragma(Database& database, std::string_view name, std::int64_t value)
{
    // A pragma takes no bound values; both parts are ours.
    database.runScript("PRAGMA " + std::string{name} + "=" + std::to_string(value));
}

void checkOurs(Database& database, int version, int newest)
{
    const std::int64_t application = database.integer("PRAGMA application_id").value_or(0);
    const bool isNew = version == 0 && application == 0 &&
        database.integer("SELECT count(*) FROM sqlite_schema") == 0;
    if (!isNew && application != kApplicationId) {
        throw StorageFailure{
            storageError("not_a_database",
                         "The file " + database.path() +
                             " is an SQLite database, but not one of Foyer's. Foyer "
                             "left it as it is. Choose another data folder with --data.",
                         database.path())};
    }
    if (version > newest) {
        Error error = storageError(
            "database_newer",
            "The file " + database.path() + " was written by a newer Foyer (format " +
                std::to_string(version) + ", this program knows " + std::to_string(newest) +
                "). Nothing was changed. Install the newer Foyer on this counter, too.",
            database.path());
        error.facts = {std::to_string(version), std::to_string(newest)};
        throw StorageFailure{error};
    }
}

} // namespace

std::span<const Migration> migrations()
{
    return kMigrations;
}

int schemaVersion(Database& database)
{
    return static_cast<int>(database.integer("PRAGMA user_version").value_or(0));
}

void checkCompatible(Database& database)
{
    checkOurs(database, schemaVersion(database), migrations().back().version);
}

void migrate(Database& database, int target)
{
    const int newest = migrations().back().version;
    const int version = schemaVersion(database);
    checkOurs(database, version, newest);
    for (const Migration& step : migrations()) {
        if (step.version <= version || step.version > (target > 0 ? target : newest)) {
            continue;
        }
        Transaction transaction{database};
        database.runScript(step.sql);
        setPragma(database, "application_id", kApplicationId);
        setPragma(database, "user_version", step.version);
        transaction.commit();
    }
}

} // namespace foyer
