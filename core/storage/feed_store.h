// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/entry.h"
#include "core/storage/database.h"
#include "core/storage/feed_news.h"
#include "core/storage/journal.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace foyer {

/// The feed of an organizer: the order in which its authority accepted entries. All functions throw
/// StorageFailure.

/// Takes the feed for the transaction that is open: until it ends, no other process gives positions
/// of this organizer. So positions become visible in their order, and a reader that has seen one
/// has seen all before it. Returns the last position given; 0 for the first of all.
std::int64_t lockFeed(Database& database, OrganizerId organizer);
/// Notes the last position given, at the end of a transaction that took the feed.
void setFeedPosition(Database& database, OrganizerId organizer, std::int64_t position);
/// The last position given.
std::int64_t readFeedPosition(Database& database, OrganizerId organizer);
/// How far every feed of this database is.
std::vector<FeedNews> readFeedPositions(Database& database);
/// Entries after a position, by position.
struct FeedPage {
    std::vector<Entry> entries;
    std::int64_t upTo = 0; ///< every entry up to this position is here, or was not wanted
    bool isLast = true;    ///< nothing more was there
    /// The position that was asked for. Does not travel: an answer is of its request, and whoever
    /// carries it knows what that was.
    std::int64_t after = 0;
};
struct FeedWish {
    std::int64_t after = 0;
    std::int64_t entries = 1000;     ///< at most
    std::size_t bytes = 1024 * 1024; ///< of bodies, about
    std::optional<ReplicaId> except; ///< none that this replica wrote itself
};
FeedPage readFeed(Database& database, OrganizerId organizer, const FeedWish& wish);

/// The end of a writer's chain as far as it is known here; sequence 0 where nothing is.
JournalHead readWriterHead(Database& database, OrganizerId organizer, ReplicaId replica);
/// The hash of an entry by its place in a writer's chain.
std::optional<EntryHash> readHashAt(Database& database, OrganizerId organizer, ReplicaId replica,
                                    std::int64_t epoch, std::int64_t sequence);
/// Its position; 0 where it is not known, or has none.
std::int64_t readPositionAt(Database& database, OrganizerId organizer, ReplicaId replica,
                            std::int64_t epoch, std::int64_t sequence);
/// Keeps an entry that has no place in the journal, with why. Once, however often it comes.
void keepStray(Database& database, const Entry& entry, std::string_view why);
/// How many there are of a replica.
std::int64_t countStray(Database& database, OrganizerId organizer, ReplicaId replica);
/// Keeps a head as its writer signed it.
void storeSignedHead(Database& database, const Identity& writer, const JournalHead& head,
                     ByteView signature);

} // namespace foyer
