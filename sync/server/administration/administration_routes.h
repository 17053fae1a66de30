// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/feed/authority_desk.h"
#include "sync/server/http/router.h"
#include "sync/server/identity/devices.h"
#include "sync/server/identity/user_secrets.h"
#include "sync/server/observe/server_log.h"

#include <functional>

namespace foyer::server {

/// What administration works with.
struct AdministrationDesk {
    AuthorityDesk& authority;
    Devices& devices;
    DeviceRegistry& registry;
    UserSecrets& secrets;
    std::function<Database&()> reader; ///< this thread's connection
    ServerLog& log;
    const Clock& clock;
};

/// Adds what an administrator does from afar: the list of devices, codes for new ones, shutting one
/// out, giving and recalling rights, writing a counter off, and what people sign in by. Each is an
/// entry of the authority with who did it. Everything given outlives the router.
void addAdministrationRoutes(Router& router, const AdministrationDesk& desk);
/// The part of it that is about what people sign in by.
void addSecretRoutes(Router& router, const AdministrationDesk& desk);
/// The part of it that is about jobs.
void addJobRoutes(Router& router, const AdministrationDesk& desk);

} // namespace foyer::server
