// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/feed_store.h"

#include <algorithm>

namespace foyer {
namespace {

EntryHash hashIn(const DbRow& row, int column)
{
    EntryHash hash{};
    const Bytes bytes = row.bytes(column);
    if (bytes.size() == hash.size()) {
        std::ranges::copy(bytes, hash.begin());
    }
    return hash;
}

} // namespace

std::int64_t lockFeed(Database& database, OrganizerId organizer)
{
    // An update that changes nothing takes the lock of the row on every engine.
    database.run("INSERT INTO feed (organizer, position) VALUES (?, 0) "
                 "ON CONFLICT (organizer) DO UPDATE SET position = feed.position",
                 {organizer});
    return readFeedPosition(database, organizer);
}

void setFeedPosition(Database& database, OrganizerId organizer, std::int64_t position)
{
    database.run("UPDATE feed SET position = ? WHERE organizer = ?", {position, organizer});
}

std::int64_t readFeedPosition(Database& database, OrganizerId organizer)
{
    return database.integer("SELECT position FROM feed WHERE organizer = ?", {organizer})
        .value_or(0);
}

std::vector<FeedNews> readFeedPositions(Database& database)
{
    std::vector<FeedNews> positions;
    database.each("SELECT organizer, position FROM feed ORDER BY organizer", {},
                  [&](const DbRow& row) {
                      positions.push_back({row.id<OrganizerId>(0), row.integer(1)});
                  });
    return positions;
}

FeedPage readFeed(Database& database, OrganizerId organizer, const FeedWish& wish)
{
    FeedPage page;
    page.upTo = wish.after;
    page.after = wish.after;
    std::int64_t seen = 0;
    std::size_t bytes = 0;
    readEntriesByPosition(database, organizer, wish.after, wish.entries, [&](const Entry& entry) {
        if (bytes >= wish.bytes) {
            page.isLast = false;
            return false;
        }
        ++seen;
        page.upTo = *entry.position;
        if (!wish.except || entry.replica != *wish.except) {
            bytes += entry.body.size();
            page.entries.push_back(entry);
        }
        return true;
    });
    page.isLast = page.isLast && seen < wish.entries;
    return page;
}

JournalHead readWriterHead(Database& database, OrganizerId organizer, ReplicaId replica)
{
    JournalHead head;
    database.each(
        "SELECT epoch, sequence, hash, at FROM entry WHERE organizer = ? AND replica = ? "
        "ORDER BY epoch DESC, sequence DESC LIMIT 1",
        {organizer, replica}, [&](const DbRow& row) {
            head = {row.integer(0), row.integer(1), hashIn(row, 2), HlcTime{row.integer(3)}};
        });
    return head;
}

std::optional<EntryHash> readHashAt(Database& database, OrganizerId organizer, ReplicaId replica,
                                    std::int64_t epoch, std::int64_t sequence)
{
    std::optional<EntryHash> hash;
    database.each("SELECT hash FROM entry WHERE organizer = ? AND replica = ? AND epoch = ? AND "
                  "sequence = ?",
                  {organizer, replica, epoch, sequence},
                  [&](const DbRow& row) { hash = hashIn(row, 0); });
    return hash;
}

std::int64_t readPositionAt(Database& database, OrganizerId organizer, ReplicaId replica,
                            std::int64_t epoch, std::int64_t sequence)
{
    return database
        .integer("SELECT position FROM entry WHERE organizer = ? AND replica = ? AND epoch = ? "
                 "AND sequence = ?",
                 {organizer, replica, epoch, sequence})
        .value_or(0);
}

void keepStray(Database& database, const Entry& entry, std::string_view why)
{
    database.run("INSERT INTO stray_entry (organizer, hash, replica, epoch, sequence, why, "
                 "content) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                 {entry.organizer, ByteView{entry.hash}, entry.replica, entry.epoch, entry.sequence,
                  why, canonicalForm(entry)});
}

std::int64_t countStray(Database& database, OrganizerId organizer, ReplicaId replica)
{
    return database
        .integer("SELECT count(*) FROM stray_entry WHERE organizer = ? AND replica = ?",
                 {organizer, replica})
        .value_or(0);
}

void storeSignedHead(Database& database, const Identity& writer, const JournalHead& head,
                     ByteView signature)
{
    database.post("INSERT INTO signed_head (organizer, replica, epoch, sequence, hash, signature) "
                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                  {writer.organizer, writer.replica, head.epoch, head.sequence, ByteView{head.hash},
                   signature});
}

} // namespace foyer
