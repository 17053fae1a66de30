// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http/rate_limits.h"
#include "sync/server/http/router.h"
#include "sync/server/identity/devices.h"
#include "sync/server/identity/user_sessions.h"
#include "sync/server/observe/metrics.h"
#include "sync/server/observe/server_log.h"

namespace foyer::server {

/// The status of a refusal of Devices and UserSessions; 0 for a code that is not one of its.
int statusOfIdentity(std::string_view code);

/// Adds what devices and people need to prove who they are. Everything given outlives the router.
void addIdentityRoutes(Router& router, Devices& devices, UserSessions& sessions, RateLimits& limits,
                       ServerLog& log, Metrics& metrics);

} // namespace foyer::server
