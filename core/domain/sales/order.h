// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/customers/customer.h"
#include "core/domain/pricing/quote.h"
#include "core/domain/sales/cart.h"
#include "core/domain/sales/invoice.h"
#include "core/domain/sales/payment.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// What a clerk confirms. The id is made before the first try, so that a repeated request (a lost
/// answer, a double key press) finds the order instead of selling twice.
struct SaleRequest {
    OrderId id;
    Cart cart;
    std::vector<Tender> tenders;
    std::optional<CustomerId> customer;         ///< a known customer, or …
    std::optional<CustomerDetails> newCustomer; ///< … details to be recorded with the sale
    /// The total that the customer was told. If the catalogue says another by now, the sale is
    /// refused with price_changed and nothing is sold.
    std::optional<Money> totalTold;
    /// Holds that the places are taken out of; reservations and parked carts end with the sale.
    std::vector<HoldId> fromHolds;
    InvoiceTerms invoice = {}; ///< used where a tender is an invoice
};

/// voided over admitted over sold (the fixed precedence of facts).
enum class TicketState : std::uint8_t { Sold, Admitted, Voided };

struct Ticket {
    TicketId id;
    OrderId order;
    PerformanceId performance;
    TicketTypeId type;
    CategoryId category;
    std::optional<SeatNumber> seat;
    std::string seatLabel; ///< as printed; the label of the category for a standing place
    std::string typeName;
    std::string categoryName;
    TaxedAmount price;
    TicketState state = TicketState::Sold;
    std::optional<Instant> admittedAt;
    std::string admittedGate;
    friend bool operator==(const Ticket&, const Ticket&) = default;
};

/// An order as it stands: what was sold and not taken back since, what was paid, and what became of
/// every ticket.
struct Order {
    OrderId id;
    std::string code; ///< without dashes; see displayOrderCode
    Instant placedAt;
    std::vector<QuoteLine> lines;
    std::vector<Ticket> tickets;
    std::vector<SettledTender> payments;
    Money total;
    Money change; ///< handed back at the sale
    std::optional<CustomerId> customer;
    bool voided = false;
    std::int64_t refundedMinor = 0; ///< given back since, without voiding the whole order
    std::int64_t awaitedMinor = 0;  ///< of its payments, what providers have not brought yet
};

} // namespace foyer
