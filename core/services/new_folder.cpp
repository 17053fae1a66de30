// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/new_folder.h"

#include "core/services/counter.h"
#include "core/storage/identity_store.h"
#include "core/storage/integrity_checks.h"
#include "core/storage/migrator.h"

namespace foyer {
namespace {

// Above this a check of the whole file would make the start wait; verify does it instead.
constexpr std::int64_t kQuickCheckBytesMax = 16 * 1024 * 1024;

void checkIntegrity(Database& database)
{
    if (databaseSize(database) > kQuickCheckBytesMax) {
        return;
    }
    if (const auto damage = fileDamage(database, FileCheck::Quick)) {
        throw StorageFailure{
            storageError("database_damaged",
                         "The file " + database.path() + " is damaged (" + *damage +
                             "). Foyer left it as it is. "
                             "Make a copy of the whole folder, then restore the latest backup.",
                         database.path())};
    }
}

} // namespace

int checkStore(const std::string& path)
{
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    checkCompatible(*database);
    checkIntegrity(*database);
    return schemaVersion(*database);
}

std::string databaseOf(const CounterPlace& place, const DataFolder& folder)
{
    return place.database.empty() ? folder.databasePath() : place.database;
}

bool isThere(const CounterPlace& place, const DataFolder& folder)
{
    return !place.database.empty() || folder.hasDatabase();
}

Result<std::unique_ptr<DataFolder>> takeNewFolder(const CounterPlace& place)
{
    auto taken = DataFolder::take(place.folder, true);
    if (!taken || !isThere(place, **taken)) {
        return taken;
    }
    const std::string path = databaseOf(place, **taken);
    (void)checkStore(path);
    const auto known = Database::open(path, Database::Mode::ReadWrite);
    if (schemaVersion(*known) > 0 && readIdentity(*known)) {
        return refused("already_founded",
                       "There is a counter in " + place.folder +
                           " already. "
                           "Nothing was changed.",
                       place.folder);
    }
    return taken;
}

} // namespace foyer
