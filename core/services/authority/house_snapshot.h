// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/crypto/ed25519.h"
#include "core/domain/journal/snapshot_manifest.h"
#include "core/storage/snapshot_tables.h"

namespace foyer {

/// Signs a snapshot of a house with the key of its authority.
SnapshotManifest signedManifest(const SnapshotTaken& taken, const SigningKey& root);

/// Takes a snapshot of an organizer's tables and keeps it for those who fetch it, in short
/// transactions, so that nobody who sells waits. Those made before `dropBefore` are removed. Of a
/// feed that has not grown it is the same again. Throws StorageFailure.
SnapshotManifest publishSnapshot(Database& database, OrganizerId organizer, const SigningKey& root,
                                 Instant now, Instant dropBefore);

} // namespace foyer
