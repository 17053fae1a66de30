// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/sync_store.h"

namespace foyer {

std::optional<Membership> readMembership(Database& database, OrganizerId organizer)
{
    std::optional<Membership> membership;
    database.each("SELECT url, pin, device, authority, authority_key, joined_at FROM membership "
                  "WHERE organizer = ?",
                  {organizer}, [&](const DbRow& row) {
                      membership =
                          Membership{row.text(0),          row.bytes(1), row.uuid(2),
                                     row.id<ReplicaId>(3), row.bytes(4), Instant{row.integer(5)}};
                  });
    return membership;
}

void storeMembership(Database& database, OrganizerId organizer, const Membership& membership)
{
    database.run("INSERT INTO membership (organizer, url, pin, device, authority, authority_key, "
                 "joined_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organizer) DO UPDATE SET "
                 "url = excluded.url, pin = excluded.pin, device = excluded.device, "
                 "authority = excluded.authority, authority_key = excluded.authority_key, "
                 "joined_at = excluded.joined_at",
                 {organizer, membership.url, membership.pin, membership.device,
                  membership.authority, membership.authorityKey, membership.joinedAt.ms});
}

SyncState readSyncState(Database& database, OrganizerId organizer)
{
    SyncState state;
    database.each("SELECT pulled, sent_epoch, sent_sequence, contact_at, clock_ahead, server_at "
                  "FROM sync_state WHERE organizer = ?",
                  {organizer}, [&](const DbRow& row) {
                      state = {row.integer(0),          row.integer(1), row.integer(2),
                               Instant{row.integer(3)}, row.integer(4), Instant{row.integer(5)}};
                  });
    return state;
}

void storeSyncState(Database& database, OrganizerId organizer, const SyncState& state)
{
    database.run("INSERT INTO sync_state (organizer, pulled, sent_epoch, sent_sequence, "
                 "contact_at, clock_ahead, server_at) VALUES (?, ?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT (organizer) DO UPDATE SET "
                 "pulled = excluded.pulled, sent_epoch = excluded.sent_epoch, "
                 "sent_sequence = excluded.sent_sequence, contact_at = excluded.contact_at, "
                 "clock_ahead = excluded.clock_ahead, server_at = excluded.server_at",
                 {organizer, state.pulled, state.sentEpoch, state.sentSequence, state.contactAt.ms,
                  state.clockAheadMs, state.serverAt.ms});
}

std::int64_t countEntriesAfter(Database& database, OrganizerId organizer, ReplicaId replica,
                               std::int64_t epoch, std::int64_t sequence)
{
    return database
        .integer("SELECT count(*) FROM entry WHERE organizer = ? AND replica = ? AND "
                 "(epoch > ? OR (epoch = ? AND sequence > ?))",
                 {organizer, replica, epoch, epoch, sequence})
        .value_or(0);
}

std::optional<OutboxProblem> readOutboxProblem(Database& database, OrganizerId organizer)
{
    std::optional<OutboxProblem> problem;
    database.each("SELECT code, message, epoch, sequence, at FROM outbox_problem "
                  "WHERE organizer = ?",
                  {organizer}, [&](const DbRow& row) {
                      problem = OutboxProblem{row.text(0), row.text(1), row.integer(2),
                                              row.integer(3), Instant{row.integer(4)}};
                  });
    return problem;
}

void storeOutboxProblem(Database& database, OrganizerId organizer, const OutboxProblem& problem)
{
    database.run("INSERT INTO outbox_problem (organizer, code, message, epoch, sequence, at) "
                 "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organizer) DO UPDATE SET "
                 "code = excluded.code, message = excluded.message, epoch = excluded.epoch, "
                 "sequence = excluded.sequence, at = excluded.at",
                 {organizer, problem.code, problem.message, problem.epoch, problem.sequence,
                  problem.at.ms});
}

void clearOutboxProblem(Database& database, OrganizerId organizer)
{
    database.run("DELETE FROM outbox_problem WHERE organizer = ?", {organizer});
}

std::optional<std::string> readSeriesGiven(Database& database, OrganizerId organizer,
                                           ReplicaId replica)
{
    std::optional<std::string> series;
    database.each("SELECT series FROM series_given WHERE organizer = ? AND replica = ?",
                  {organizer, replica}, [&](const DbRow& row) { series = row.text(0); });
    return series;
}

void storeSeriesGiven(Database& database, OrganizerId organizer, const std::string& series,
                      ReplicaId replica)
{
    database.run("INSERT INTO series_given (organizer, series, replica) VALUES (?, ?, ?)",
                 {organizer, series, replica});
}

bool isSeriesTaken(Database& database, OrganizerId organizer, const std::string& series)
{
    return database
               .integer("SELECT 1 FROM series_given WHERE organizer = ? AND series = ?",
                        {organizer, series})
               .has_value() ||
        database
            .integer("SELECT 1 FROM order_series WHERE organizer = ? AND series = ?",
                     {organizer, series})
            .has_value();
}

std::optional<Bytes> readRightsAnswer(Database& database, OrganizerId organizer, const Uuid& wish)
{
    std::optional<Bytes> answer;
    database.each("SELECT answer FROM rights_answer WHERE organizer = ? AND wish = ?",
                  {organizer, wish}, [&](const DbRow& row) { answer = row.bytes(0); });
    return answer;
}

void storeRightsAnswer(Database& database, OrganizerId organizer, const Uuid& wish,
                       ReplicaId holder, ByteView answer)
{
    database.run("INSERT INTO rights_answer (organizer, wish, holder, answer) "
                 "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                 {organizer, wish, holder, answer});
}

} // namespace foyer
