// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <cstdint>
#include <map>
#include <optional>

namespace foyer {

/// What a counter keeps about who signs in there; no projections. All functions throw
/// StorageFailure.

/// How often in a row a user's secret was wrong on this computer.
struct SignInFailures {
    std::int64_t count = 0;
    Instant last;
};

SignInFailures readSignInFailures(Database& database, OrganizerId organizer, UserId user);
/// One more, now.
void addSignInFailure(Database& database, OrganizerId organizer, UserId user, Instant now);
void clearSignInFailures(Database& database, OrganizerId organizer, UserId user);

/// The operator cards that a counter was given, each sealed; these in place of all before.
void replaceKeptCards(Database& database, OrganizerId organizer,
                      const std::map<UserId, Bytes>& sealed);
std::map<UserId, Bytes> readKeptCards(Database& database, OrganizerId organizer);

/// What a counter has told its server of what somebody signs in by: a digest of it; nothing where
/// it has told nothing.
std::optional<Bytes> readHandedVerifiers(Database& database, OrganizerId organizer, UserId user);
void storeHandedVerifiers(Database& database, OrganizerId organizer, UserId user, ByteView digest);

} // namespace foyer
