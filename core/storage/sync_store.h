// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>

namespace foyer {

/// What a counter and its authority keep to stay in step; no projections. All functions throw
/// StorageFailure.

/// The server that a counter joined.
struct Membership {
    std::string url;     ///< "https://box.example.org"
    Bytes pin;           ///< of the server's key, as invitations have it: the text
    Uuid device;         ///< what the server calls this counter
    ReplicaId authority; ///< who gives out rights
    Bytes authorityKey;  ///< Ed25519 public key
    Instant joinedAt;
    friend bool operator==(const Membership&, const Membership&) = default;
};
std::optional<Membership> readMembership(Database& database, OrganizerId organizer);
void storeMembership(Database& database, OrganizerId organizer, const Membership& membership);

/// How far a counter is.
struct SyncState {
    std::int64_t pulled = 0;    ///< the last position of the feed that it has heard of
    std::int64_t sentEpoch = 0; ///< the last of its own entries that the authority confirmed …
    std::int64_t sentSequence = 0;
    Instant contactAt;             ///< of the last answer
    std::int64_t clockAheadMs = 0; ///< how far this computer's clock was ahead of the server's then
    Instant serverAt;              ///< what time it was there
    friend bool operator==(const SyncState&, const SyncState&) = default;
};
SyncState readSyncState(Database& database, OrganizerId organizer);
void storeSyncState(Database& database, OrganizerId organizer, const SyncState& state);

/// How many of a replica's entries come after one of them.
std::int64_t countEntriesAfter(Database& database, OrganizerId organizer, ReplicaId replica,
                               std::int64_t epoch, std::int64_t sequence);

/// Why the next entry does not leave the outbox.
struct OutboxProblem {
    std::string code;
    std::string message;
    std::int64_t epoch = 0;
    std::int64_t sequence = 0;
    Instant at;
};
std::optional<OutboxProblem> readOutboxProblem(Database& database, OrganizerId organizer);
void storeOutboxProblem(Database& database, OrganizerId organizer, const OutboxProblem& problem);
void clearOutboxProblem(Database& database, OrganizerId organizer);

/// Series of order codes: which the authority gave to whom, and whether one is in use in any way.
std::optional<std::string> readSeriesGiven(Database& database, OrganizerId organizer,
                                           ReplicaId replica);
void storeSeriesGiven(Database& database, OrganizerId organizer, const std::string& series,
                      ReplicaId replica);
bool isSeriesTaken(Database& database, OrganizerId organizer, const std::string& series);

/// What was answered to a wish for rights, as it was sent; nothing where it was not seen.
std::optional<Bytes> readRightsAnswer(Database& database, OrganizerId organizer, const Uuid& wish);
void storeRightsAnswer(Database& database, OrganizerId organizer, const Uuid& wish,
                       ReplicaId holder, ByteView answer);

} // namespace foyer
