// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/rights/rights.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace foyer {

/// Reads who may sell what. All functions throw StorageFailure.

/// What a replica holds of a quota; all zero where nothing is known.
HeldRights readRights(Database& database, OrganizerId organizer, QuotaId quota, ReplicaId replica);
/// What all replicas together were granted of a quota, less what they returned.
std::int64_t readGranted(Database& database, OrganizerId organizer, QuotaId quota);
/// Every replica that was ever granted some of a quota.
struct Holding {
    ReplicaId holder;
    HeldRights rights;
};
std::vector<Holding> readHoldings(Database& database, OrganizerId organizer, QuotaId quota);

/// Every quota of which a replica was ever granted some, and what it holds of each.
struct HeldQuota {
    QuotaId quota;
    HeldRights rights;
};
std::vector<HeldQuota> readHeldQuotas(Database& database, OrganizerId organizer, ReplicaId holder);

/// What is left of one lease: the seats its holder may still sell or has sold.
struct StandingLease {
    EntryId lease;
    ReplicaId holder;
    std::vector<SeatRange> seats; ///< as united() makes them; never empty
};
/// The leases of a performance, of one holder or (nothing) of all, less what was returned of them.
std::vector<StandingLease> readStandingLeases(Database& database, OrganizerId organizer,
                                              PerformanceId performance,
                                              std::optional<ReplicaId> holder = std::nullopt);
/// The seats that a replica may sell of a performance, sold ones among them.
std::vector<SeatRange> readLeases(Database& database, OrganizerId organizer,
                                  PerformanceId performance, ReplicaId replica);
/// Performances of which a replica was leased seats at any time; of those that are known to have
/// begun before `since`, none.
std::vector<PerformanceId> readLeasedPerformances(Database& database, OrganizerId organizer,
                                                  ReplicaId replica,
                                                  Instant since = Instant{INT64_MIN});

/// What the authority asked a holder to give back and has no answer to yet, oldest first.
struct OpenRecall {
    EntryId id;
    PerformanceId performance;
    std::int64_t keep = 0;
    std::string reason;
};
std::vector<OpenRecall> readOpenRecalls(Database& database, OrganizerId organizer,
                                        ReplicaId holder);

/// The last entry that was known of a replica when it was written off; nothing for one that never
/// was. Of several write-offs the first stands.
struct WriteOff {
    EntryId entry;
    std::int64_t epoch = 1;
    std::int64_t sequence = 0;
};
std::optional<WriteOff> readWriteOff(Database& database, OrganizerId organizer, ReplicaId replica);

/// When a device was shut out last; nothing for one that never was.
std::optional<Instant> readDeviceEnd(Database& database, OrganizerId organizer, ReplicaId device);

/// Who is the authority since the last `authority.moved`; nothing while the organizer's founding
/// counter still is.
struct AuthorityNow {
    ReplicaId replica;
    Bytes key;
};
std::optional<AuthorityNow> readAuthority(Database& database, OrganizerId organizer);

} // namespace foyer
