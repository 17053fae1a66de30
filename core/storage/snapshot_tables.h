// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/storage/database.h"
#include "core/storage/projection.h"
#include "core/storage/snapshot_content.h"

#include <vector>

namespace foyer {

/// The tables of an organizer as they are at one moment, and the position of its feed then. Reads
/// in one view, so that nobody who sells waits for it. Throws StorageFailure.
struct SnapshotTaken {
    SnapshotHeader header;
    Bytes content;
};
SnapshotTaken takeSnapshot(Database& database, OrganizerId organizer);

/// The same of tables that nobody else writes to, with a header that is known.
Bytes writeSnapshot(Database& database, SnapshotHeader header);

/// Puts a snapshot in the place of everything that the tables hold of its organizer. Keys of
/// customers who are erased in it are destroyed. Call within a transaction, and roll back where it
/// fails: snapshot_damaged, snapshot_foreign (of another organizer), snapshot_of_other_version.
/// Throws StorageFailure.
Result<SnapshotHeader> loadSnapshot(Database& database, OrganizerId organizer, ByteView content);

/// snapshot_of_other_version.
Error snapshotOfOtherVersion();

} // namespace foyer
