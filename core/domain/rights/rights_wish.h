// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/domain/journal/entry.h"
#include "core/domain/rights/rights.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// What a replica asks its authority for. Its id is made by the replica and kept until there is an
/// answer: a wish that is repeated gets the same answer, and nothing twice.
struct RightsWish {
    struct Quota {
        QuotaId quota;
        std::int64_t least = 0; ///< needed for what a clerk is about to do; 0: only to have some
        std::int64_t most = 0;  ///< would be good to have; never less than `least`
        /// What the replica has left of it, with the sales that it has not handed over; nothing
        /// where it does not say so.
        std::optional<std::int64_t> left;
        friend bool operator==(const Quota&, const Quota&) = default;
    };
    struct Seats {
        PerformanceId performance;
        std::vector<SeatRange> named; ///< these, each if it is free
        std::int64_t stock = 0;       ///< and so many others, whichever, to sell without a network
        friend bool operator==(const Seats&, const Seats&) = default;
    };
    Uuid id;
    ReplicaId holder;
    std::vector<Quota> quotas;
    std::vector<Seats> seats;
    std::vector<OrderId> orders = {}; ///< whose home the replica wants to be

    bool isEmpty() const { return quotas.empty() && seats.empty() && orders.empty(); }
    friend bool operator==(const RightsWish&, const RightsWish&) = default;
};

/// The authority's entries that grant what it gave, with their positions, and what it could not
/// give.
struct RightsAnswer {
    struct Shortage {
        Uuid subject; ///< the quota, the performance or the order
        /// "sold_out", "seat_elsewhere", "not_known", "holders_unheard"; of orders "home_recalled"
        /// (who has it was asked to give it back; ask again) and "home_unknown".
        std::string code;
        std::int64_t available = 0; ///< of a quota: what could be given
        std::vector<SeatRange> seats;
        friend bool operator==(const Shortage&, const Shortage&) = default;
    };
    Uuid wish;
    std::vector<Entry> entries;
    std::vector<Shortage> shortages;
    friend bool operator==(const RightsAnswer&, const RightsAnswer&) = default;
};

Bytes encode(const RightsWish& wish);
Bytes encode(const RightsAnswer& answer);
/// Error "bad_message".
Result<RightsWish> decodeRightsWish(ByteView bytes);
Result<RightsAnswer> decodeRightsAnswer(ByteView bytes);

} // namespace foyer
