// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/access_store.h"

namespace foyer {

SignInFailures readSignInFailures(Database& database, OrganizerId organizer, UserId user)
{
    SignInFailures failures;
    database.each(
        "SELECT failures, last_at FROM sign_in_guard WHERE organizer = ? AND \"user\" = ?",
        {organizer, user}, [&](const DbRow& row) {
            failures = {row.integer(0), Instant{row.integer(1)}};
        });
    return failures;
}

void addSignInFailure(Database& database, OrganizerId organizer, UserId user, Instant now)
{
    database.run("INSERT INTO sign_in_guard (organizer, \"user\", failures, last_at) "
                 "VALUES (?, ?, 1, ?) ON CONFLICT (organizer, \"user\") DO UPDATE SET "
                 "failures = sign_in_guard.failures + 1, last_at = excluded.last_at",
                 {organizer, user, now.ms});
}

void clearSignInFailures(Database& database, OrganizerId organizer, UserId user)
{
    database.run("DELETE FROM sign_in_guard WHERE organizer = ? AND \"user\" = ?",
                 {organizer, user});
}

void replaceKeptCards(Database& database, OrganizerId organizer,
                      const std::map<UserId, Bytes>& sealed)
{
    database.run("DELETE FROM kept_card WHERE organizer = ?", {organizer});
    for (const auto& [user, card] : sealed) {
        database.run("INSERT INTO kept_card (organizer, user_id, sealed) VALUES (?, ?, ?)",
                     {organizer, user, card});
    }
}

std::map<UserId, Bytes> readKeptCards(Database& database, OrganizerId organizer)
{
    std::map<UserId, Bytes> sealed;
    database.each("SELECT user_id, sealed FROM kept_card WHERE organizer = ?", {organizer},
                  [&](const DbRow& row) { sealed.emplace(row.id<UserId>(0), row.bytes(1)); });
    return sealed;
}

std::optional<Bytes> readHandedVerifiers(Database& database, OrganizerId organizer, UserId user)
{
    std::optional<Bytes> digest;
    database.each("SELECT digest FROM verifier_handed WHERE organizer = ? AND user_id = ?",
                  {organizer, user}, [&](const DbRow& row) { digest = row.bytes(0); });
    return digest;
}

void storeHandedVerifiers(Database& database, OrganizerId organizer, UserId user, ByteView digest)
{
    database.run("INSERT INTO verifier_handed (organizer, user_id, digest) VALUES (?, ?, ?) "
                 "ON CONFLICT (organizer, user_id) DO UPDATE SET digest = excluded.digest",
                 {organizer, user, digest});
}

} // namespace foyer
