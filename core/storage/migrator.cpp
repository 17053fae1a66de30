// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/migrator.h"

#include "core/domain/catalogue/entity.h"
#include "core/storage/incident_store.h"
#include "core/storage/migrations_text.h"
#include "core/storage/postgres_dialect.h"
#include "core/storage/projection.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace foyer {
namespace {

bool isPostgres(Database& database)
{
    return database.engine() == Database::Engine::Postgres;
}

void setPragma(Database& database, std::string_view name, std::int64_t value)
{
    // A pragma takes no bound values; both parts are ours.
    database.runScript("PRAGMA " + std::string{name} + "=" + std::to_string(value));
}

void refuseNewer(Database& database, int version, int newest)
{
    if (version <= newest) {
        return;
    }
    const std::string what = isPostgres(database) ? "database at " : "file ";
    const std::string computer = isPostgres(database) ? "server" : "counter";
    Error error =
        storageError("database_newer",
                     "The " + what + database.path() + " was written by a newer Foyer (format " +
                         std::to_string(version) + ", this program knows " +
                         std::to_string(newest) +
                         "). Nothing was changed. Install the newer Foyer on this " + computer +
                         ", too.",
                     database.path());
    error.facts = {std::to_string(version), std::to_string(newest)};
    throw StorageFailure{error};
}

void checkFileIsOurs(Database& database, int version)
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
}

void checkSchemaIsOurs(Database& database, int version)
{
    if (database.integer("SELECT 1 WHERE current_setting('server_encoding') <> 'UTF8'")) {
        throw StorageFailure{storageError(
            "database_encoding",
            "The database at " + database.path() +
                " does not keep its texts in UTF-8. Make one that does: createdb -E UTF8.",
            database.path())};
    }
    const bool isEmpty =
        database.integer("SELECT count(*) FROM pg_class JOIN pg_namespace ON "
                         "pg_namespace.oid = relnamespace WHERE nspname = current_schema() AND "
                         "relkind IN ('r', 'p', 'v', 'm', 'f')") == 0;
    if (version == 0 && !isEmpty) {
        throw StorageFailure{
            storageError("not_a_database",
                         "The database at " + database.path() +
                             " holds tables that are not Foyer's. Foyer left it as it is. Give "
                             "Foyer a database, or a schema of its own.",
                         database.path())};
    }
}

void checkOurs(Database& database, int version, int newest)
{
    isPostgres(database) ? checkSchemaIsOurs(database, version)
                         : checkFileIsOurs(database, version);
    refuseNewer(database, version, newest);
}

/// What a step begins with where its values are in what SQL does not read. Written for the tables
/// as they were at that step.
void fillAfter(Database& database, int version)
{
    constexpr int kQuotaCapacity = 23;
    if (version != kQuotaCapacity) {
        return;
    }
    struct Quota {
        OrganizerId organizer;
        Uuid id;
        std::int64_t capacity = 0;
    };
    std::vector<Quota> quotas;
    database.each(
        "SELECT organizer, id, fields FROM catalogue_entity WHERE kind = 'quota'", {},
        [&](const DbRow& row) {
            const auto quota = Entity::decoded(row.bytes(2));
            if (quota && quota->has("capacity")) { // a damaged one is found by verify
                quotas.push_back({row.id<OrganizerId>(0), row.uuid(1), quota->integer("capacity")});
            }
        });
    for (const Quota& quota : quotas) {
        database.run("INSERT INTO quota_capacity (organizer, quota, capacity) VALUES (?, ?, ?)",
                     {quota.organizer, quota.id, quota.capacity});
    }
}

/// What people did, and when they were shut out, is kept since a step of this number. Of a database
/// that is older their entries are applied once more, which changes nothing else. When all steps
/// are done, since that is for the tables as they are now.
void applyActsOfPeople(Database& database, int version)
{
    constexpr int kActsOfPeople = 23;
    if (version == 0 || version >= kActsOfPeople) {
        return;
    }
    const auto rows = database.walk(
        "SELECT organizer, id FROM entry WHERE kind IN ('user.edited', 'role.edited', "
        "'promo_code.edited', 'act.approved', 'order.voided', 'tickets.returned', "
        "'order.extended', 'cash.moved') OR (kind = 'payment.taken' AND at IN (SELECT at FROM "
        "invoice_payment)) ORDER BY organizer, at, replica");
    while (rows->next()) {
        const auto entry =
            readEntryById(database, rows->row().id<OrganizerId>(0), rows->row().id<EntryId>(1));
        if (entry) {
            project(database, *entry);
        }
    }
}

void migrateFile(Database& database, int version, int target)
{
    for (const Migration& step : migrations()) {
        if (step.version <= version || step.version > target) {
            continue;
        }
        Transaction transaction{database};
        database.runScript(step.sql);
        fillAfter(database, step.version);
        if (step.version == migrations().back().version) {
            applyActsOfPeople(database, version);
        }
        setPragma(database, "application_id", kApplicationId);
        setPragma(database, "user_version", step.version);
        transaction.commit();
    }
}

/// All steps in one transaction, behind a lock of their own, so that they are done once.
void migrateSchema(Database& database, int newest, int target)
{
    Transaction transaction{database};
    // A step may take longer than others are let wait for a lock.
    database.run("SELECT set_config('lock_timeout', '0', true)");
    database.run("SELECT pg_advisory_xact_lock(?)", {kApplicationId});
    const int version = schemaVersion(database);
    checkOurs(database, version, newest);
    if (version == 0) {
        database.runScript("CREATE TABLE foyer_schema (version BIGINT NOT NULL);\n"
                           "INSERT INTO foyer_schema VALUES (0);\n");
    }
    for (const Migration& step : migrations()) {
        if (step.version > version && step.version <= target) {
            database.runScript(step.postgresSql.empty() ? postgresSchema(step.sql)
                                                        : std::string{step.postgresSql});
            fillAfter(database, step.version);
        }
    }
    if (target == newest) {
        applyActsOfPeople(database, version);
    }
    database.run("UPDATE foyer_schema SET version = ? WHERE version < ?",
                 {std::int64_t{target}, std::int64_t{target}});
    transaction.commit();
}

} // namespace

std::span<const Migration> migrations()
{
    return kMigrations;
}

int schemaVersion(Database& database)
{
    if (isPostgres(database)) {
        const bool isNew = !database.integer("SELECT 1 WHERE to_regclass('foyer_schema') IS NOT "
                                             "NULL");
        return isNew
            ? 0
            : static_cast<int>(database.integer("SELECT version FROM foyer_schema").value_or(0));
    }
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
    const int wanted = target > 0 ? target : newest;
    if (!isPostgres(database)) {
        checkOurs(database, version, newest);
        migrateFile(database, version, wanted);
    } else if (version < wanted) {
        migrateSchema(database, newest, wanted);
    } else {
        refuseNewer(database, version, newest);
    }
}

} // namespace foyer
