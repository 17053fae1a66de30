// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/server_key_store.h"

namespace foyer {

void insertServerKey(Database& database, const StoredServerKey& key)
{
    database.run("INSERT INTO server_key (organizer, purpose, id, public_key, sealed, use_from, "
                 "verify_until) VALUES (?, ?, ?, ?, ?, ?, ?)",
                 {key.organizer, key.purpose, key.id, key.publicKey, key.sealed, key.useFrom.ms,
                  key.verifyUntil ? std::optional{key.verifyUntil->ms} : std::nullopt});
}

std::vector<StoredServerKey> readServerKeys(Database& database, OrganizerId organizer,
                                            std::string_view purpose, Instant now)
{
    std::vector<StoredServerKey> keys;
    database.each("SELECT purpose, id, public_key, sealed, use_from, verify_until FROM server_key "
                  "WHERE organizer = ? AND purpose = ? "
                  "AND (verify_until IS NULL OR verify_until > ?) ORDER BY use_from, id",
                  {organizer, purpose, now.ms}, [&](const DbRow& row) {
                      const auto until = row.optionalInteger(5);
                      keys.push_back({organizer, row.text(0), row.text(1), row.bytes(2),
                                      row.bytes(3), Instant{row.integer(4)},
                                      until ? std::optional{Instant{*until}} : std::nullopt});
                  });
    return keys;
}

void endOtherServerKeys(Database& database, const StoredServerKey& successor, Instant until)
{
    database.run("UPDATE server_key SET verify_until = ? WHERE organizer = ? AND purpose = ? "
                 "AND id <> ? AND (verify_until IS NULL OR verify_until > ?)",
                 {until.ms, successor.organizer, successor.purpose, successor.id, until.ms});
}

void writeUserSecret(Database& database, OrganizerId organizer, UserId user,
                     const UserSecret& secret)
{
    database.run("INSERT INTO user_secret (organizer, user_id, password_hash, pin_hash, "
                 "valid_after) VALUES (?, ?, ?, ?, ?) ON CONFLICT (organizer, user_id) DO UPDATE "
                 "SET password_hash = CASE WHEN excluded.password_hash = '' "
                 "THEN user_secret.password_hash ELSE excluded.password_hash END, "
                 "pin_hash = CASE WHEN excluded.pin_hash = '' "
                 "THEN user_secret.pin_hash ELSE excluded.pin_hash END, "
                 "valid_after = excluded.valid_after",
                 {organizer, user, secret.passwordHash, secret.pinHash, secret.validAfter.ms});
}

std::map<UserId, Instant> readSignInsValidAfter(Database& database, OrganizerId organizer)
{
    std::map<UserId, Instant> since;
    database.each("SELECT user_id, valid_after FROM user_secret WHERE organizer = ?", {organizer},
                  [&](const DbRow& row) {
                      since.emplace(row.id<UserId>(0), Instant{row.integer(1)});
                  });
    return since;
}

std::optional<UserSecret> readUserSecret(Database& database, OrganizerId organizer, UserId user)
{
    std::optional<UserSecret> secret;
    database.each("SELECT password_hash, pin_hash, valid_after FROM user_secret "
                  "WHERE organizer = ? AND user_id = ?",
                  {organizer, user}, [&](const DbRow& row) {
                      secret = UserSecret{row.text(0), row.text(1), Instant{row.integer(2)}};
                  });
    return secret;
}

} // namespace foyer
