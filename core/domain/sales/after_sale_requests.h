// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/uuid.h"
#include "core/domain/customers/customer.h"
#include "core/domain/incidents/incident.h"
#include "core/domain/sales/after_sale.h"
#include "core/domain/sales/cart.h"
#include "core/domain/sales/payment.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// What is asked for after a sale, and what is answered before it is done.

/// What will become of a ticket.
struct TicketChange {
    TicketId ticket;
    std::string before; ///< "Stalls F7 · Adult · Premium"
    std::string after;  ///< empty: it will be void; the same: it stays
    Money worthBefore;
    Money worthAfter;
};

/// What an act will do to tickets, seats and money.
struct AfterSalePlan {
    std::vector<TicketChange> tickets;
    Money fees;        ///< of it, fees taken back
    Money worthBefore; ///< of the whole order
    Money worthAfter;
    Money due;  ///< the customer has to pay; zero where money goes back
    Money back; ///< goes back, in `parts`; as the order is worth
    std::vector<RefundPart> parts;
    std::int64_t cashStep = 1; ///< what is paid in cash is rounded to
    /// Positive: to be paid, negative: to be given back. What `told` is compared with.
    Money difference() const { return due - back; }
};

/// Tickets to be taken back, or a part of what they cost.
struct ReturnRequest {
    OrderId order;
    ReturnChoice choice;
    std::string reason;
    /// What the card terminal printed for giving money back to the card; needed where some goes
    /// there.
    std::string cardReference;
    std::optional<Money> told; ///< difference() as the customer was told
    /// The incident that this is done about; written in the same act.
    std::optional<IncidentHandled> incident = std::nullopt;
};

/// Tickets to be given for tickets.
struct ExchangeRequest {
    struct Step {
        TicketId ticket;
        CartItem to; ///< any performance, type, category, seat
    };
    OrderId order;
    std::vector<Step> steps;
    std::string reason;
    std::vector<Tender> tenders; ///< of what is due
    std::string cardReference;   ///< as of a return
    std::optional<Money> told;
    std::optional<IncidentHandled> incident = std::nullopt; ///< as of a return
};

/// Somebody by their id, or with details to be recorded; neither: nobody.
struct PersonNamed {
    std::optional<CustomerId> customer;
    std::optional<CustomerDetails> details;
};

/// What people bring to the counter to have their order found.
struct OrderSearch {
    /// A ticket's code as scanned, an order's code, a name, an email, a phone number, a seat
    /// ("Stalls F7", "F7"), an amount ("82.00"); empty: the latest orders.
    std::string words;
    std::optional<PerformanceId> performance; ///< of a seat: only this one
    std::size_t limit = 50;
};

/// An order in a list.
struct FoundOrder {
    OrderId id;
    std::string code; ///< stored form
    Instant placedAt;
    Money total;              ///< what is left of it
    std::string customerName; ///< empty where nobody is named, or the reader may not know
    std::string summary;      ///< "2 × Adult · Stalls F7, F8"
    std::size_t valid = 0;    ///< tickets
    std::size_t admitted = 0;
    std::size_t tickets = 0;         ///< void ones, too
    std::optional<TicketId> scanned; ///< whose code was scanned
    bool isHere = true;              ///< this counter sold it
    bool isAwaited = false;          ///< a provider has not brought its money yet
};

} // namespace foyer
