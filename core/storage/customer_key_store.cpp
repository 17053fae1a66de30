// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/customer_key_store.h"

namespace foyer {
namespace {

bool isErased(Database& database, OrganizerId organizer, CustomerId customer)
{
    return database
        .integer("SELECT 1 FROM customer WHERE organizer = ? AND id = ? AND erased = 1",
                 {organizer, customer})
        .has_value();
}

/// One that was never given, were its key erased long ago: counters ask for what comes after a
/// number.
std::int64_t nextNumber(Database& database, OrganizerId organizer)
{
    database.run("INSERT INTO customer_key_number (organizer, last) VALUES (?, 1) "
                 "ON CONFLICT (organizer) DO UPDATE SET last = customer_key_number.last + 1",
                 {organizer});
    return database.integer("SELECT last FROM customer_key_number WHERE organizer = ?", {organizer})
        .value();
}

std::vector<StoredCustomerKey> readKeys(Database& database, std::string_view sql, Params params)
{
    std::vector<StoredCustomerKey> keys;
    database.each(sql, params, [&](const DbRow& row) {
        keys.push_back({row.id<CustomerId>(0), row.bytes(1), row.integer(2)});
    });
    return keys;
}

} // namespace

std::vector<StoredCustomerKey> readKeysToGive(Database& database, OrganizerId organizer,
                                              std::int64_t limit)
{
    return readKeys(database,
                    "SELECT customer, wrapped, number FROM customer_key JOIN customer ON "
                    "customer.organizer = customer_key.organizer AND "
                    "customer.id = customer_key.customer WHERE customer_key.organizer = ? AND "
                    "given = 0 AND erased = 0 ORDER BY customer LIMIT ?",
                    {organizer, limit});
}

void noteKeyGiven(Database& database, OrganizerId organizer, CustomerId customer)
{
    database.post("UPDATE customer_key SET given = 1 WHERE organizer = ? AND customer = ?",
                  {organizer, customer});
}

void noteNoKeyGiven(Database& database, OrganizerId organizer)
{
    database.run("UPDATE customer_key SET given = 0 WHERE organizer = ?", {organizer});
}

bool storeHeardKey(Database& database, OrganizerId organizer, CustomerId customer,
                   const Bytes& wrapped)
{
    if (isErased(database, organizer, customer)) {
        return false;
    }
    database.run("INSERT INTO customer_key (organizer, customer, wrapped, given) "
                 "VALUES (?, ?, ?, 1) ON CONFLICT (organizer, customer) DO UPDATE SET given = 1",
                 {organizer, customer, wrapped});
    return true;
}

bool scrubDisk(Database& database)
{
    return database.engine() != Database::Engine::Sqlite ||
        database.integer("PRAGMA wal_checkpoint(TRUNCATE)") == 0; // 1: busy
}

CustomerKeyState readCustomerKeyState(Database& database, OrganizerId organizer)
{
    CustomerKeyState state;
    database.each("SELECT life, after FROM customer_key_state WHERE organizer = ?", {organizer},
                  [&](const DbRow& row) {
                      state = {row.integer(0), row.integer(1)};
                  });
    return state;
}

void storeCustomerKeyState(Database& database, OrganizerId organizer, const CustomerKeyState& state)
{
    database.run("INSERT INTO customer_key_state (organizer, life, after) VALUES (?, ?, ?) "
                 "ON CONFLICT (organizer) DO UPDATE SET life = excluded.life, "
                 "after = excluded.after",
                 {organizer, state.life, state.after});
}

void storeCollectedKey(Database& database, OrganizerId organizer, CustomerId customer,
                       const Bytes& wrapped)
{
    const bool isHere =
        database
            .integer("SELECT 1 FROM customer_key WHERE organizer = ? AND customer = ?",
                     {organizer, customer})
            .has_value();
    if (isHere || isErased(database, organizer, customer)) {
        return;
    }
    database.run("INSERT INTO customer_key (organizer, customer, wrapped, number, given) "
                 "VALUES (?, ?, ?, ?, 1)",
                 {organizer, customer, wrapped, nextNumber(database, organizer)});
}

std::vector<StoredCustomerKey> readKeysAfter(Database& database, OrganizerId organizer,
                                             std::int64_t after, std::int64_t limit)
{
    return readKeys(database,
                    "SELECT customer, wrapped, number FROM customer_key WHERE organizer = ? AND "
                    "number > ? ORDER BY number LIMIT ?",
                    {organizer, after, limit});
}

} // namespace foyer
