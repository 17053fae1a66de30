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

} // namespace foyer
