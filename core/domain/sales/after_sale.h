// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/domain/sales/after_sale_entries.h"
#include "core/domain/sales/order.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace foyer {

/// A ticket of an order with what is left of its worth.
struct StandingLine {
    OrderPlaced::Line sold;
    std::int64_t number = 0; ///< in the order
    TicketState state = TicketState::Sold;
    std::int64_t returnedNet = 0; ///< minor units, taken out of it so far
    std::int64_t returnedTax = 0;
    std::optional<CustomerId> pickup; ///< who picks it up, where not the order's customer

    std::int64_t net() const { return sold.net - returnedNet; }
    std::int64_t tax() const { return sold.taxAmount - returnedTax; }
    std::int64_t worth() const { return net() + tax(); }
};

struct StandingFee {
    OrderPlaced::FeeLine sold;
    std::int64_t number = 0;
    std::int64_t returnedNet = 0;
    std::int64_t returnedTax = 0;

    std::int64_t net() const { return sold.net - returnedNet; }
    std::int64_t tax() const { return sold.taxAmount - returnedTax; }
    std::int64_t worth() const { return net() + tax(); }
};

/// A payment of an order with what was given back of it.
struct StandingPayment {
    PaymentId id;
    PaymentMethod method = PaymentMethod::Cash;
    std::string reference;
    Uuid subject;            ///< as of PaymentTaken
    std::int64_t amount = 0; ///< less what came in its place, which is a payment of its own
    std::int64_t rounding = 0;
    std::int64_t awaited = 0; ///< of it, what a provider has not brought yet
    std::int64_t returnedAmount = 0;
    std::int64_t returnedRounding = 0;

    std::int64_t left() const { return amount - returnedAmount; }
    /// What is left of the money itself: with its rounding.
    std::int64_t keptLeft() const { return left() + rounding - returnedRounding; }
};

/// An order as it stands after everything that was done to it.
struct StandingOrder {
    OrderId id;
    std::string code;
    ReplicaId replica; ///< its home: who sold it
    Instant placedAt;
    Currency currency;
    std::optional<CustomerId> customer;
    bool voided = false;
    UserId seller;                   ///< who was signed in; nil: nobody had to
    std::vector<StandingLine> lines; ///< tickets, void ones too
    std::vector<StandingFee> fees;
    std::vector<StandingPayment> payments;

    /// What is left of everything sold, and of everything paid; equal after every act.
    std::int64_t worth() const;
    std::int64_t paid() const;
    /// Of what is paid, the money that providers have not brought yet.
    std::int64_t awaited() const;
    const StandingLine* line(TicketId ticket) const;
};

/// Money to be given back, by the way it came.
struct RefundPart {
    PaymentId of;
    PaymentMethod method = PaymentMethod::Cash;
    std::string reference;     ///< of the payment it was taken by
    Uuid subject;              ///< the gift card or the invoice; nil of other methods
    std::int64_t amount = 0;   ///< minor units of the order's worth
    std::int64_t rounding = 0; ///< cash given beyond it
    std::int64_t handed() const { return amount + rounding; }
    friend bool operator==(const RefundPart&, const RefundPart&) = default;
};

/// How an amount goes back: what is owed is struck off first, then gift cards and cards get theirs,
/// the latest first, and cash what is left. Cash is rounded to `cashStep`, but never more is given
/// than was kept. Refuses with more_than_paid (fact: what is left).
Result<std::vector<RefundPart>> refundParts(const StandingOrder& order, std::int64_t amount,
                                            std::int64_t cashStep);

/// What a return takes back.
struct ReturnChoice {
    std::vector<TicketId> tickets; ///< empty: every valid one
    bool keepFees = false;         ///< the fees stay with the house
    /// Only so much of the worth of the tickets, which stay valid. Minor units.
    std::optional<std::int64_t> part;
};

/// The entry of a return, without reason and shift. A fee goes with the ticket it was charged for,
/// one of the whole order with its last ticket. Refuses with unknown_ticket, ticket_void (a ticket
/// is not valid any more), already_used (it was admitted, and is not only to become cheaper),
/// nothing_to_return, bad_part (not above zero, or more than the tickets are worth; fact: what they
/// are worth).
Result<TicketsReturned> returnOf(const StandingOrder& order, const ReturnChoice& choice);

/// A line of a history.
struct OrderChange {
    Instant at;
    UserId actor;
    std::string actorName;
    std::string kind;    ///< of the entry: "tickets.returned"
    std::string purpose; ///< see ChangeNote
    std::string note;
    std::int64_t amount = 0;
    std::int64_t tickets = 0;
};

} // namespace foyer
