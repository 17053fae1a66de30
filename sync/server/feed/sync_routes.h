// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/feed/authority_desk.h"
#include "sync/server/http/router.h"

#include <functional>
#include <vector>

namespace foyer::server {

/// What the routes of syncing need of the rest of the server.
struct SyncDesk {
    AuthorityDesk& authority;
    /// This thread's connection, for reading. May throw StorageFailure.
    std::function<Database&()> reader;
    /// The keys of a device that are in force: two while one takes over from the other.
    std::function<std::vector<PublicKey>(OrganizerId, ReplicaId)> deviceKeys;
    /// Two copies of a device write: it is shut out.
    std::function<void(OrganizerId, ReplicaId)> suspend;
    const Clock& clock;
};

/// Adds POST /v1/sync/push, GET /v1/sync/pull, GET /v1/sync/own, POST /v1/sync/rights, and GET and
/// POST /v1/sync/report. Messages
/// are in the version that the request's media type (or, without a body, its Accept) names.
/// `desk` outlives the router.
void addSyncRoutes(Router& router, const SyncDesk& desk);

} // namespace foyer::server
