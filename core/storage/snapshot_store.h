// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/journal/snapshot_manifest.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>

namespace foyer {

/// Snapshots as they are kept, whole or while they arrive. All functions throw StorageFailure.

/// The newest one of an organizer that is ready, else the newest; nothing where there is none.
struct StoredSnapshot {
    SnapshotManifest manifest;
    Instant madeAt;       ///< on a counter: when its fetching began
    bool isReady = false; ///< all of it is here; on a counter: and in the tables
};
std::optional<StoredSnapshot> readSnapshot(Database& database, OrganizerId organizer);
void storeSnapshot(Database& database, const SnapshotManifest& manifest, Instant madeAt);
void noteSnapshotReady(Database& database, const SnapshotManifest& manifest, Instant at);

/// Part `number`, from 0.
std::optional<Bytes> readSnapshotPart(Database& database, OrganizerId organizer,
                                      const EntryHash& hash, std::int64_t number);
void storeSnapshotPart(Database& database, OrganizerId organizer, const EntryHash& hash,
                       std::int64_t number, ByteView content);
/// The number of the first part that is not here, and how many bytes are.
struct SnapshotArrived {
    std::int64_t nextPart = 0;
    std::int64_t bytes = 0;
};
SnapshotArrived snapshotArrived(Database& database, const SnapshotManifest& manifest);
/// All parts that are here, one after the other.
Bytes readSnapshotContent(Database& database, const SnapshotManifest& manifest);
/// Removes the snapshots of an organizer that were made before, with their parts; `but` stays.
void dropSnapshots(Database& database, OrganizerId organizer, Instant before,
                   const std::optional<EntryHash>& but = std::nullopt);

} // namespace foyer
