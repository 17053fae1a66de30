// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/sales/sale_entries.h"

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace foyer {

using PayoutId = Id<struct PayoutTag>;

/// A place in the chain of one writer: everything up to it is counted. A payout covers what it says
/// of each writer, not a stretch of time or of the feed: so a sale that arrives late is in the next
/// one, and a server that was restored, whose feed has other positions, counts nothing twice.
struct ChainMark {
    ReplicaId replica;
    std::int64_t epoch = 1;
    std::int64_t sequence = 0;
    friend auto operator<=>(const ChainMark&, const ChainMark&) = default;
};

/// What the tickets of a performance come to in a payout.
struct PayoutPerformance {
    PerformanceId performance;
    std::int64_t sold = 0;
    std::int64_t returned = 0; ///< taken back
    std::int64_t gross = 0;    ///< prices of those sold less those of the ones taken back
    std::int64_t commission = 0;
    friend bool operator==(const PayoutPerformance&, const PayoutPerformance&) = default;
};

/// What a provider's account says of a day beyond what payouts before had of it.
struct PayoutFees {
    std::string provider;
    std::int64_t day = 0;      ///< days since 1970, UTC
    std::int64_t fees = 0;     ///< that the provider kept
    std::int64_t disputed = 0; ///< that disputes took, less what came back
    friend bool operator==(const PayoutFees&, const PayoutFees&) = default;
};

/// `payout.made`, version 1, by the authority: what an organizer is owed in a currency up to a
/// time, and what of it is paid out. Amounts are minor units.
struct PayoutMade {
    PayoutId payout;
    std::string number; ///< "PO-2026-0003"
    Currency currency;
    Instant from; ///< of the payout before; zero: there was none
    Instant until;
    std::int64_t taken = 0;       ///< by providers, real money only
    std::int64_t refunded = 0;    ///< by them
    std::int64_t disputed = 0;    ///< lost to disputes
    std::int64_t fees = 0;        ///< of providers
    std::int64_t commission = 0;  ///< of the platform; may be below zero
    std::int64_t carriedIn = 0;   ///< from the payout before; zero or below
    std::int64_t paid = 0;        ///< never below zero
    std::int64_t carriedOut = 0;  ///< what the organizer still owes; zero or below
    std::int64_t openCases = 0;   ///< of the reconciliation, when it was made
    std::string note;             ///< why it was made in spite of them
    std::vector<ChainMark> marks; ///< in their order
    std::vector<PayoutPerformance> performances;
    std::vector<PayoutFees> feeDays;

    /// What is owed before anything is paid; negative: by the organizer.
    std::int64_t balance() const
    {
        return carriedIn + taken - refunded - disputed - fees - commission;
    }
    friend bool operator==(const PayoutMade&, const PayoutMade&) = default;
};

/// Adds the sums of the parts up, and decides what is paid and what is carried over.
PayoutMade settled(PayoutMade payout);

std::string payoutNumber(std::int64_t year, std::int64_t serial);

Bytes encode(const PayoutMade& body);
/// The Error names the first field that is missing or wrong.
Result<PayoutMade> decodePayoutMade(const CborValue& body);

/// From what providers hold to the bank, with commission, fees and disputes as costs, and what is
/// carried over; their sum is zero.
std::vector<LedgerLine> ledgerOf(const PayoutMade& payout);

} // namespace foyer
