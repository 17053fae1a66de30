// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/house_snapshot.h"

#include "core/crypto/sha256.h"
#include "core/storage/snapshot_store.h"

#include <algorithm>

namespace foyer {
namespace {

ByteView partOf(const Bytes& content, std::int64_t number)
{
    const auto from = static_cast<std::size_t>(number * kSnapshotPart);
    return ByteView{content}.subspan(from,
                                     std::min(static_cast<std::size_t>(kSnapshotPart),
                                              content.size() - from));
}

} // namespace

SnapshotManifest signedManifest(const SnapshotTaken& taken, const SigningKey& root)
{
    SnapshotManifest manifest{.organizer = taken.header.organizer,
                              .position = taken.header.position,
                              .schema = taken.header.schema,
                              .size = static_cast<std::int64_t>(taken.content.size()),
                              .hash = sha256(taken.content)};
    for (std::int64_t part = 0; part < partsOf(manifest.size); ++part) {
        manifest.parts.push_back(sha256(partOf(taken.content, part)));
    }
    manifest.signature = root.sign(signedForm(manifest));
    return manifest;
}

SnapshotManifest publishSnapshot(Database& database, OrganizerId organizer, const SigningKey& root,
                                 Instant now, Instant dropBefore)
{
    const SnapshotTaken taken = takeSnapshot(database, organizer);
    SnapshotManifest manifest = signedManifest(taken, root);
    storeSnapshot(database, manifest, now);
    for (std::int64_t part = 0; part < partsOf(manifest.size); ++part) {
        storeSnapshotPart(database, organizer, manifest.hash, part, partOf(taken.content, part));
    }
    noteSnapshotReady(database, manifest, now);
    dropSnapshots(database, organizer, dropBefore, manifest.hash);
    return manifest;
}

} // namespace foyer
