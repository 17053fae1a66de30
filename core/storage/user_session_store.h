// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <optional>

namespace foyer {

/// Who is signed in through a server; no projection. All functions throw StorageFailure; those that
/// write are called within a Transaction.

struct UserSession {
    OrganizerId organizer;
    Uuid id;
    UserId user;
    ReplicaId device;
    Bytes secretHash; ///< SHA-256 of what renews it next
    Instant beganAt;
};

void insertUserSession(Database& database, const UserSession& session);
std::optional<UserSession> readUserSession(Database& database, OrganizerId organizer,
                                           const Uuid& id);
/// Puts another secret in the place of one; false where that was not it any more.
bool renewUserSession(Database& database, const UserSession& session, ByteView nextHash);
void deleteUserSession(Database& database, OrganizerId organizer, const Uuid& id);
/// Those that began before an instant.
void deleteUserSessionsBefore(Database& database, OrganizerId organizer, Instant began);

} // namespace foyer
