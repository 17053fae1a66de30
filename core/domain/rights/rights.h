// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/rights/seat_ranges.h"
#include "core/domain/seating/seating_plan.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foyer {

/// `allotment.granted` and `allotment.returned`, version 1: the authority gives a replica rights of
/// a quota; the replica gives unspent ones back.
struct Allotment {
    QuotaId quota;
    ReplicaId holder;
    std::int64_t rights = 0; ///< > 0
    friend bool operator==(const Allotment&, const Allotment&) = default;
};

/// `seats.leased`, version 1: the authority makes a replica the only one that may sell these seats
/// of a performance.
struct SeatsLeased {
    PerformanceId performance;
    ReplicaId holder;
    std::vector<SeatRange> seats;
    friend bool operator==(const SeatsLeased&, const SeatsLeased&) = default;
};

/// `seats.returned`, version 1: some seats of a lease are nobody's again. Names the lease, so that
/// lease and return of the same seats may be heard of in any order, and the same seat may be leased
/// to the same replica another time. Written by the holder, or by the authority about a replica
/// that is written off.
struct SeatsReturned {
    PerformanceId performance;
    ReplicaId holder;
    EntryId lease; ///< the `seats.leased` entry
    std::vector<SeatRange> seats;
    friend bool operator==(const SeatsReturned&, const SeatsReturned&) = default;
};

/// `rights.recalled`, version 1: the authority asks a holder to give back what it has not spent of
/// a performance, beyond `keep` of each quota. A right that is out stays good until it is returned.
struct RightsRecalled {
    ReplicaId holder;
    PerformanceId performance;
    std::int64_t keep = 0;
    std::string reason;
    friend bool operator==(const RightsRecalled&, const RightsRecalled&) = default;
};

/// `recall.answered`, version 1: the holder has returned what it had to; the returns stand in the
/// same act.
struct RecallAnswered {
    EntryId recall;
    friend bool operator==(const RecallAnswered&, const RecallAnswered&) = default;
};

/// `replica.written_off`, version 1: an administrator gives up on a counter. What it had not spent
/// by the last entry that is known here returns to the authority, in the same act; what it turns
/// out to have sold after that entry is kept, and is an incident.
struct ReplicaWrittenOff {
    ReplicaId replica;
    std::int64_t epoch = 1;    ///< of the last entry that is known of it
    std::int64_t sequence = 0; ///< of the same
    std::string reason;
    friend bool operator==(const ReplicaWrittenOff&, const ReplicaWrittenOff&) = default;
};

/// `authority.moved`, version 1: the last act of a stand-alone counter as its own authority. From
/// now on another replica, the server's, gives out rights and certifies keys.
struct AuthorityMoved {
    ReplicaId to;
    Bytes key; ///< Ed25519 public key of the authority from now on
    friend bool operator==(const AuthorityMoved&, const AuthorityMoved&) = default;
};

Bytes encode(const Allotment& body);
Bytes encode(const SeatsLeased& body);
Bytes encode(const SeatsReturned& body);
Bytes encode(const RightsRecalled& body);
Bytes encode(const RecallAnswered& body);
Bytes encode(const ReplicaWrittenOff& body);
Bytes encode(const AuthorityMoved& body);
Result<Allotment> decodeAllotment(const CborValue& body);
Result<SeatsLeased> decodeSeatsLeased(const CborValue& body);
Result<SeatsReturned> decodeSeatsReturned(const CborValue& body);
Result<RightsRecalled> decodeRightsRecalled(const CborValue& body);
Result<RecallAnswered> decodeRecallAnswered(const CborValue& body);
Result<ReplicaWrittenOff> decodeReplicaWrittenOff(const CborValue& body);
Result<AuthorityMoved> decodeAuthorityMoved(const CborValue& body);

/// What a replica holds of a quota: a bounded counter (O'Neil 1986; Balegas et al. 2015). Each
/// number only ever grows, so entries may be counted in any order.
struct HeldRights {
    std::int64_t granted = 0;
    std::int64_t returned = 0;
    std::int64_t spent = 0;
    std::int64_t regained = 0; ///< came back by tickets this replica voided
    /// What may still be sold. Negative only after a fork or a write-off, which is an incident.
    std::int64_t left() const { return granted + regained - returned - spent; }
    friend bool operator==(const HeldRights&, const HeldRights&) = default;
};

} // namespace foyer
