// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <cstdint>

namespace foyer {

/// How often in a row a user's secret was wrong on this computer. All functions throw
/// StorageFailure.
struct SignInFailures {
    std::int64_t count = 0;
    Instant last;
};

SignInFailures readSignInFailures(Database& database, OrganizerId organizer, UserId user);
/// One more, now.
void addSignInFailure(Database& database, OrganizerId organizer, UserId user, Instant now);
void clearSignInFailures(Database& database, OrganizerId organizer, UserId user);

} // namespace foyer
