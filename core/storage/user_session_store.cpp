// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/user_session_store.h"

namespace foyer {

void insertUserSession(Database& database, const UserSession& session)
{
    database.run("INSERT INTO user_session (organizer, id, user_id, device, secret_hash, began_at) "
                 "VALUES (?, ?, ?, ?, ?, ?)",
                 {session.organizer, session.id, session.user, session.device, session.secretHash,
                  session.beganAt.ms});
}

std::optional<UserSession> readUserSession(Database& database, OrganizerId organizer,
                                           const Uuid& id)
{
    std::optional<UserSession> session;
    database.each("SELECT user_id, device, secret_hash, began_at FROM user_session "
                  "WHERE organizer = ? AND id = ?",
                  {organizer, id}, [&](const DbRow& row) {
                      session = UserSession{organizer,         id,
                                            row.id<UserId>(0), row.id<ReplicaId>(1),
                                            row.bytes(2),      Instant{row.integer(3)}};
                  });
    return session;
}

bool renewUserSession(Database& database, const UserSession& session, ByteView nextHash)
{
    return database.run("UPDATE user_session SET secret_hash = ? WHERE organizer = ? AND id = ? "
                        "AND secret_hash = ?",
                        {nextHash, session.organizer, session.id, session.secretHash}) == 1;
}

void deleteUserSession(Database& database, OrganizerId organizer, const Uuid& id)
{
    database.run("DELETE FROM user_session WHERE organizer = ? AND id = ?", {organizer, id});
}

void deleteUserSessionsBefore(Database& database, OrganizerId organizer, Instant began)
{
    database.run("DELETE FROM user_session WHERE organizer = ? AND began_at < ?",
                 {organizer, began.ms});
}

} // namespace foyer
