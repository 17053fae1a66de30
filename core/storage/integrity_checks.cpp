// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/integrity_checks.h"

#include <algorithm>

namespace foyer {

std::int64_t databaseSize(Database& database)
{
    if (database.engine() == Database::Engine::Postgres) {
        return database.integer("SELECT pg_database_size(current_database())").value_or(0);
    }
    return database.integer("PRAGMA page_count").value_or(0) *
        database.integer("PRAGMA page_size").value_or(0);
}

std::optional<std::string> fileDamage(Database& database, FileCheck check)
{
    std::optional<std::string> damage;
    if (database.engine() == Database::Engine::Postgres) {
        return damage; // its files are the server's, which checks the pages that it reads
    }
    database.each(check == FileCheck::Quick ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)",
                  {}, [&](const DbRow& row) {
                      if (row.text(0) != "ok") {
                          damage = row.text(0);
                      }
                  });
    return damage;
}

std::int64_t entryCount(Database& database, OrganizerId organizer)
{
    return database.integer("SELECT count(*) FROM entry WHERE organizer = ?", {organizer})
        .value_or(0);
}

std::vector<SignedHead> readSignedHeads(Database& database, OrganizerId organizer)
{
    std::vector<SignedHead> heads;
    database.each(
        "SELECT replica, epoch, sequence, hash, signature FROM signed_head "
        "WHERE organizer = ? ORDER BY replica, epoch, sequence",
        {organizer}, [&](const DbRow& row) {
            SignedHead head{{organizer, row.id<ReplicaId>(0), row.integer(1)}, {}, row.bytes(4)};
            head.head.epoch = row.integer(1);
            head.head.sequence = row.integer(2);
            const Bytes hash = row.bytes(3);
            if (hash.size() == head.head.hash.size()) {
                std::ranges::copy(hash, head.head.hash.begin());
            }
            heads.push_back(std::move(head));
        });
    return heads;
}

std::optional<Bytes> entryHashAt(Database& database, const Identity& writer, std::int64_t sequence)
{
    std::optional<Bytes> hash;
    database.each("SELECT hash FROM entry WHERE organizer = ? AND replica = ? AND epoch = ? AND "
                  "sequence = ?",
                  {writer.organizer, writer.replica, writer.epoch, sequence},
                  [&](const DbRow& row) { hash = row.bytes(0); });
    return hash;
}

std::vector<std::pair<std::string, std::int64_t>> unbalancedLedgers(Database& database,
                                                                    OrganizerId organizer)
{
    std::vector<std::pair<std::string, std::int64_t>> left;
    database.each("SELECT currency, sum(amount) FROM ledger_line WHERE organizer = ? "
                  "GROUP BY currency HAVING sum(amount) <> 0 ORDER BY currency",
                  {organizer},
                  [&](const DbRow& row) { left.emplace_back(row.text(0), row.integer(1)); });
    return left;
}

} // namespace foyer
