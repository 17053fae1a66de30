// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/snapshot_store.h"

namespace foyer {

std::optional<StoredSnapshot> readSnapshot(Database& database, OrganizerId organizer)
{
    std::optional<StoredSnapshot> found;
    database.each("SELECT manifest, made_at, ready_at FROM snapshot WHERE organizer = ? "
                  "ORDER BY ready_at IS NULL, made_at DESC, hash LIMIT 1",
                  {organizer}, [&](const DbRow& row) {
                      if (auto manifest = decodeSnapshotManifest(row.bytes(0))) {
                          found = {*std::move(manifest), Instant{row.integer(1)}, !row.isNull(2)};
                      }
                  });
    return found;
}

void storeSnapshot(Database& database, const SnapshotManifest& manifest, Instant madeAt)
{
    database.run("INSERT INTO snapshot (organizer, hash, manifest, made_at) VALUES (?, ?, ?, ?) "
                 "ON CONFLICT (organizer, hash) DO UPDATE SET made_at = excluded.made_at",
                 {manifest.organizer, ByteView{manifest.hash}, encode(manifest), madeAt.ms});
}

void noteSnapshotReady(Database& database, const SnapshotManifest& manifest, Instant at)
{
    database.run("UPDATE snapshot SET ready_at = ? WHERE organizer = ? AND hash = ?",
                 {at.ms, manifest.organizer, ByteView{manifest.hash}});
}

std::optional<Bytes> readSnapshotPart(Database& database, OrganizerId organizer,
                                      const EntryHash& hash, std::int64_t number)
{
    std::optional<Bytes> part;
    database.each("SELECT content FROM snapshot_part WHERE organizer = ? AND hash = ? AND "
                  "number = ?",
                  {organizer, ByteView{hash}, number},
                  [&](const DbRow& row) { part = row.bytes(0); });
    return part;
}

void storeSnapshotPart(Database& database, OrganizerId organizer, const EntryHash& hash,
                       std::int64_t number, ByteView content)
{
    database.run("INSERT INTO snapshot_part (organizer, hash, number, content) "
                 "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                 {organizer, ByteView{hash}, number, content});
}

SnapshotArrived snapshotArrived(Database& database, const SnapshotManifest& manifest)
{
    SnapshotArrived arrived;
    // They come one after the other, so there is no hole among them.
    database.each("SELECT count(*), sum(length(content)) FROM snapshot_part WHERE organizer = ? "
                  "AND hash = ?",
                  {manifest.organizer, ByteView{manifest.hash}}, [&](const DbRow& row) {
                      arrived = {row.integer(0), row.integer(1)};
                  });
    return arrived;
}

Bytes readSnapshotContent(Database& database, const SnapshotManifest& manifest)
{
    Bytes content;
    content.reserve(static_cast<std::size_t>(manifest.size));
    const auto parts = database.walk("SELECT content FROM snapshot_part WHERE organizer = ? AND "
                                     "hash = ? ORDER BY number",
                                     {manifest.organizer, ByteView{manifest.hash}});
    while (parts->next()) {
        const Bytes part = parts->row().bytes(0);
        content.insert(content.end(), part.begin(), part.end());
    }
    return content;
}

void dropSnapshots(Database& database, OrganizerId organizer, Instant before,
                   const std::optional<EntryHash>& but)
{
    const EntryHash kept = but.value_or(EntryHash{});
    database.run("DELETE FROM snapshot_part WHERE organizer = ? AND hash IN "
                 "(SELECT hash FROM snapshot WHERE organizer = ? AND made_at < ? AND hash <> ?)",
                 {organizer, organizer, before.ms, ByteView{kept}});
    database.run("DELETE FROM snapshot WHERE organizer = ? AND made_at < ? AND hash <> ?",
                 {organizer, before.ms, ByteView{kept}});
}

} // namespace foyer
