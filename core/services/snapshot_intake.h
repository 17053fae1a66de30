// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/journal/snapshot_manifest.h"
#include "core/storage/snapshot_content.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace foyer {

class Counter;

/// How a new counter of a house begins: with the house's tables as they were at a position of the
/// feed, made and signed by its authority, instead of with everything that ever happened. The parts
/// are kept as they come, so that a line that was cut goes on where it was; the tables are filled
/// in one transaction, or not at all. Then the counter hears the feed from that position on. Knows
/// no network. Belongs to the counter's thread.
class SnapshotIntake {
public:
    explicit SnapshotIntake(Counter& counter) : m_counter{counter} {}

    /// Whether this counter has joined and knows nothing of its house yet.
    Result<bool> isWanted();
    /// What arrives at the moment, and how much of it has. Nothing: none was begun.
    struct Arriving {
        SnapshotManifest manifest;
        std::int64_t nextPart = 0; ///< to be fetched; manifest.parts.size(): all are here
        std::int64_t bytes = 0;    ///< that are here
    };
    Result<std::optional<Arriving>> arriving();
    /// Begins with a snapshot, in the place of another that was begun. Refuses with
    /// snapshot_foreign (another organizer's, or not signed by the authority of this house) and
    /// snapshot_of_other_version.
    Result<void> begin(const SnapshotManifest& manifest);
    /// Keeps a part. Error snapshot_damaged where it is not what the manifest says; then it may be
    /// fetched again. One that is here already, or not next, changes nothing.
    Result<void> keepPart(std::int64_t number, ByteView content);
    /// Fills the tables when all parts are here, and adds what this counter has written itself.
    /// Errors: snapshot_incomplete; snapshot_damaged, snapshot_foreign: then all parts are dropped,
    /// and the tables are as they were.
    Result<void> load();
    /// Forgets what has arrived.
    Result<void> drop();

private:
    Counter& m_counter;
};

/// Where the snapshot lies that a counter joined with, and whose signature it bears. It may be read
/// beside the counter, over a connection of one's own.
struct BasePlace {
    Database& database;
    OrganizerId organizer;
    std::string folder; ///< for what is needed meanwhile
    Bytes authorityKey; ///< empty: it has joined no server
};
BasePlace basePlaceOf(Counter& counter);

/// What the tables of a counter begin with: nothing, or the snapshot that it joined with; one that
/// still arrives is in no tables yet. Fills the tables of `into`, and answers with the ends of the
/// chains that they stand for. Call within a transaction. Errors: those of loadSnapshot, and
/// snapshot_foreign where the signature is not the authority's. Throws StorageFailure.
Result<std::vector<WriterHead>> loadBase(const BasePlace& place, Database& into);

} // namespace foyer
