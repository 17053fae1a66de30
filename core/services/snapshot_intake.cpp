// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/snapshot_intake.h"

#include "core/crypto/ed25519.h"
#include "core/crypto/sha256.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/data_folder.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/scratch_database.h"
#include "core/services/ticket_signature.h"
#include "core/storage/migrator.h"
#include "core/storage/projection.h"
#include "core/storage/snapshot_store.h"
#include "core/storage/snapshot_tables.h"
#include "core/storage/sync_store.h"

#include <algorithm>

namespace foyer {
namespace {

Error foreign()
{
    return refused("snapshot_foreign",
                   "This snapshot was not made by the server that this counter has joined. Nothing "
                   "of it was taken.");
}

Result<void> checkManifest(const BasePlace& place, const SnapshotManifest& manifest)
{
    PublicKey key{};
    if (place.authorityKey.size() != key.size() || manifest.organizer != place.organizer) {
        return foreign();
    }
    std::ranges::copy(place.authorityKey, key.begin());
    return verify(key, signedForm(manifest), manifest.signature) ? Result<void>{} : foreign();
}

/// A snapshot that was taken by an earlier Foyer, as this one would have taken it.
Result<Bytes> broughtUpToDate(const BasePlace& place, const SnapshotManifest& manifest,
                              Bytes content)
{
    if (manifest.schema == schemaVersion(place.database)) {
        return content;
    }
    ScratchDatabase scratch{place.folder + "/foyer.base", static_cast<int>(manifest.schema)};
    Transaction transaction{scratch.database()};
    if (auto loaded = loadSnapshot(scratch.database(), manifest.organizer, content); !loaded) {
        return std::move(loaded).error();
    }
    transaction.commit();
    migrate(scratch.database());
    return writeSnapshot(scratch.database(), (*SnapshotReader::open(content))->header());
}

Result<Bytes> wholeContent(const BasePlace& place, const SnapshotManifest& manifest)
{
    Bytes content = readSnapshotContent(place.database, manifest);
    if (static_cast<std::int64_t>(content.size()) != manifest.size ||
        sha256(content) != manifest.hash) {
        return snapshotDamaged();
    }
    return content;
}

/// Fills tables from a snapshot that is here, and answers with the ends of its chains.
Result<std::vector<WriterHead>> fillFrom(const BasePlace& place, const SnapshotManifest& manifest,
                                         Database& into)
{
    if (auto sound = checkManifest(place, manifest); !sound) {
        return std::move(sound).error();
    }
    auto content = wholeContent(place, manifest);
    if (content) {
        content = broughtUpToDate(place, manifest, *std::move(content));
    }
    if (!content) {
        return content.error();
    }
    auto header = loadSnapshot(into, place.organizer, *content);
    if (!header) {
        return std::move(header).error();
    }
    if (header->position != manifest.position) {
        return snapshotDamaged();
    }
    return std::move(header->heads);
}

/// Everything that the counter keeps in memory was read before.
void refresh(Counter& counter)
{
    counter.offers().clearPlans();
    counter.access().reload();
    counter.verifier().reset();
}

} // namespace

Result<bool> SnapshotIntake::isWanted()
{
    return guarded([&]() -> Result<bool> {
        return m_counter.membership() != nullptr && !m_counter.offers().organizer() &&
            readSyncState(m_counter.database(), m_counter.organizer()).pulled == 0;
    });
}

Result<std::optional<SnapshotIntake::Arriving>> SnapshotIntake::arriving()
{
    return guarded([&]() -> Result<std::optional<Arriving>> {
        auto stored = readSnapshot(m_counter.database(), m_counter.organizer());
        if (!stored || stored->isReady) {
            return std::optional<Arriving>{};
        }
        const auto here = snapshotArrived(m_counter.database(), stored->manifest);
        return std::optional{Arriving{std::move(stored->manifest), here.nextPart, here.bytes}};
    });
}

Result<void> SnapshotIntake::begin(const SnapshotManifest& manifest)
{
    return guarded([&]() -> Result<void> {
        if (auto sound = checkManifest(basePlaceOf(m_counter), manifest); !sound) {
            return sound;
        }
        Database& database = m_counter.database();
        if (manifest.schema != schemaVersion(database)) {
            return snapshotOfOtherVersion();
        }
        Transaction transaction{database};
        dropSnapshots(database, m_counter.organizer(), Instant{INT64_MAX});
        storeSnapshot(database, manifest, m_counter.clock().now());
        transaction.commit();
        return {};
    });
}

Result<void> SnapshotIntake::keepPart(std::int64_t number, ByteView content)
{
    const auto now = arriving();
    if (!now) {
        return now.error();
    }
    if (!*now || (*now)->nextPart != number ||
        number >= static_cast<std::int64_t>((*now)->manifest.parts.size())) {
        return {};
    }
    const SnapshotManifest& manifest = (*now)->manifest;
    if (sha256(content) != manifest.parts.at(static_cast<std::size_t>(number))) {
        return snapshotDamaged();
    }
    return guarded([&]() -> Result<void> {
        storeSnapshotPart(m_counter.database(), manifest.organizer, manifest.hash, number, content);
        return {};
    });
}

Result<void> SnapshotIntake::load()
{
    const auto now = arriving();
    if (!now) {
        return now.error();
    }
    if (!*now || (*now)->bytes < (*now)->manifest.size) {
        return refused("snapshot_incomplete",
                       "Parts of the snapshot of the house are still missing. Fetch them first.");
    }
    const SnapshotManifest& manifest = (*now)->manifest;
    auto loaded = guarded([&]() -> Result<void> {
        Database& database = m_counter.database();
        Transaction transaction{database};
        const auto base = fillFrom(basePlaceOf(m_counter), manifest, database);
        if (!base) {
            return base.error();
        }
        readEntries(database, m_counter.organizer(), [&](const Entry& entry) {
            project(database, entry);
            return true;
        });
        SyncState state = readSyncState(database, m_counter.organizer());
        state.pulled = manifest.position;
        state.contactAt = m_counter.clock().now();
        storeSyncState(database, m_counter.organizer(), state);
        noteSnapshotReady(database, manifest, m_counter.clock().now());
        transaction.commit();
        for (const WriterHead& writer : *base) {
            m_counter.journal().hear(writer.head.at);
        }
        refresh(m_counter);
        return {};
    });
    const bool isUseless = !loaded &&
        (loaded.error().code == "snapshot_damaged" || loaded.error().kind == ErrorKind::Refused);
    if (isUseless) {
        if (auto dropped = drop(); !dropped) {
            return dropped;
        }
    }
    return loaded;
}

Result<void> SnapshotIntake::drop()
{
    return guarded([&]() -> Result<void> {
        Transaction transaction{m_counter.database()};
        dropSnapshots(m_counter.database(), m_counter.organizer(), Instant{INT64_MAX});
        transaction.commit();
        return {};
    });
}

BasePlace basePlaceOf(Counter& counter)
{
    const Membership* server = counter.membership();
    return {counter.database(), counter.organizer(), counter.folder().path(),
            server != nullptr ? Bytes{server->authorityKey.begin(), server->authorityKey.end()}
                              : Bytes{}};
}

Result<std::vector<WriterHead>> loadBase(const BasePlace& place, Database& into)
{
    const auto stored = readSnapshot(place.database, place.organizer);
    if (!stored || !stored->isReady) {
        return std::vector<WriterHead>{};
    }
    return fillFrom(place, stored->manifest, into);
}

} // namespace foyer
