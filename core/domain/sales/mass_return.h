// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/journal/cbor.h"
#include "core/domain/sales/after_sale.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace foyer {

using MassReturnId = Id<struct MassReturnTag>;

/// `mass_return.begun`, version 1: everybody who has tickets of a performance is to get their money
/// back. Each order is given back by an act of its own; what is done already is what those say, so
/// that whoever goes on with it, and after whatever crash, repeats nothing.
struct MassReturnBegun {
    MassReturnId id;
    PerformanceId performance;
    std::string reason;
    bool keepFees = false; ///< fees stay with the house
    /// How many there were when it was begun, as whoever did was told.
    std::int64_t orders = 0;
    std::int64_t tickets = 0;
    friend bool operator==(const MassReturnBegun&, const MassReturnBegun&) = default;
};

/// `mass_return.ended`, version 1: nobody goes on with it.
struct MassReturnEnded {
    MassReturnId id;
    friend bool operator==(const MassReturnEnded&, const MassReturnEnded&) = default;
};

Bytes encode(const MassReturnBegun& body);
Bytes encode(const MassReturnEnded& body);
/// The Error names the first field that is missing or wrong.
Result<MassReturnBegun> decodeMassReturnBegun(const CborValue& body);
Result<MassReturnEnded> decodeMassReturnEnded(const CborValue& body);

/// How an order comes back.
enum class ReturnCourse : std::uint8_t {
    ByItself,  ///< its money goes back without the customer, or there is none
    AtCounter, ///< cash, and cards at a terminal of the house: the customer has to come
    Awaited,   ///< its own payment is still open at a provider
    Used,      ///< all its tickets were admitted; they stay
};
/// Of an order's valid tickets and how their money goes back.
ReturnCourse courseOf(const StandingOrder& order, const std::vector<RefundPart>& parts,
                      bool hasReturnable);

/// What goes back by one way of paying, in one currency.
struct ReturnWay {
    PaymentMethod method = PaymentMethod::Cash;
    Money money;
    friend bool operator==(const ReturnWay&, const ReturnWay&) = default;
};

/// An order with valid tickets of a performance, and what a mass return does with it.
struct ReturnDue {
    OrderId order;
    std::string code; ///< as the order has it, see displayOrderCode()
    std::optional<CustomerId> customer;
    ReturnCourse course = ReturnCourse::Used;
    std::vector<TicketId> tickets; ///< to be taken back
    std::int64_t admitted = 0;     ///< tickets that were used; they stay
    Money back;                    ///< what the tickets are worth
    /// By method and currency, with the rounding of cash: nothing of free tickets.
    std::vector<ReturnWay> ways = {};
    friend bool operator==(const ReturnDue&, const ReturnDue&) = default;
};
/// What is due of an order; nothing where it was voided.
std::optional<ReturnDue> returnDueOf(const StandingOrder& order, PerformanceId performance,
                                     bool keepFees, std::int64_t cashStep);

/// Adds to the sum of its currency; sums are by the code of that, and none of them is zero.
void addMoney(std::vector<Money>& sums, Money money);

/// Orders of one course.
struct ReturnShare {
    std::int64_t orders = 0;
    std::int64_t tickets = 0;
    std::vector<Money> money;    ///< one for each currency, by its code
    std::vector<ReturnWay> ways; ///< the same by method and currency
    friend bool operator==(const ReturnShare&, const ReturnShare&) = default;
};

/// Whom, and how much, a mass return concerns.
struct MassReturnPlan {
    std::map<ReturnCourse, ReturnShare> shares; ///< only those that there are
    std::int64_t admitted = 0;                  ///< tickets that were used; they stay
    std::int64_t customers = 0;                 ///< orders that name somebody to write to

    ReturnShare share(ReturnCourse course) const;
    std::int64_t orders() const;
    std::int64_t tickets() const; ///< to be taken back
    friend bool operator==(const MassReturnPlan&, const MassReturnPlan&) = default;
};
/// What these come to. An order that is due for several performances counts once in its course.
MassReturnPlan planOf(std::span<const ReturnDue> dues);

/// A mass return as the journal knows it.
struct MassReturn {
    MassReturnBegun begun;
    Instant begunAt;
    UserId begunBy;
    std::optional<Instant> endedAt;
    friend bool operator==(const MassReturn&, const MassReturn&) = default;
};

} // namespace foyer
