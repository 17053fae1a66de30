// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/seating/seating_plan.h"

#include <cstdint>
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

/// An inclusive run of seat numbers.
struct SeatRange {
    SeatNumber first = 0;
    SeatNumber last = 0;
    friend bool operator==(const SeatRange&, const SeatRange&) = default;
};

/// `seats.leased`, version 1: the authority makes a replica the only one that may sell these seats
/// of a performance.
struct SeatsLeased {
    PerformanceId performance;
    ReplicaId holder;
    std::vector<SeatRange> seats;
    friend bool operator==(const SeatsLeased&, const SeatsLeased&) = default;
};

Bytes encode(const Allotment& body);
Bytes encode(const SeatsLeased& body);
Result<Allotment> decodeAllotment(const CborValue& body);
Result<SeatsLeased> decodeSeatsLeased(const CborValue& body);

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
