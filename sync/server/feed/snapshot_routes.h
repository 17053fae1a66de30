// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"
#include "sync/server/feed/snapshot_shelf.h"
#include "sync/server/http/router.h"

#include <functional>

namespace foyer::server {

/// What the routes of snapshots need of the rest of the server.
struct SnapshotDesk {
    SnapshotShelf& shelf;
    /// This thread's connection, for reading. May throw StorageFailure.
    std::function<Database&()> reader;
};

/// Adds GET /v1/sync/snapshot, the manifest of the caller's house, and GET
/// /v1/sync/snapshot/{hash}/{part}, a part as its bytes. `desk` outlives the router.
void addSnapshotRoutes(Router& router, const SnapshotDesk& desk);

} // namespace foyer::server
