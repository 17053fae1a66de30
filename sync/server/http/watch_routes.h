// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/http/router.h"
#include "sync/server/observe/metrics.h"

#include <functional>

namespace foyer::server {

/// Adds GET /v1/wake?after=POSITION: answered with {"position":N} as soon as something of the
/// caller's organizer is announced past `after`, or after 55 seconds.
void addWakeRoute(Router& router);

/// Whether the server can do its work; called at each asking, so it is cheap.
using IsHealthy = std::function<bool()>;

/// Adds GET /health: "ok" or "degraded", to anybody, and no word more.
void addHealthRoute(Router& router, IsHealthy isHealthy);
/// Adds GET /metrics and GET /health/ready, for a router on the loopback only.
void addObserverRoutes(Router& router, Metrics& metrics, IsHealthy isHealthy);

} // namespace foyer::server
