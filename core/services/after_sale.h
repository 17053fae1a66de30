// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/customers/customer.h"
#include "core/domain/sales/after_sale.h"
#include "core/domain/sales/cart.h"
#include "core/domain/sales/order.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// What is done to orders after they were sold. Every verb that moves money or seats has a plan
/// beside it, which says what the verb would do and changes nothing; the verb does exactly that or
/// refuses with plan_changed (where `told` was given and is not true any more).
///
/// Only an order's home, the counter that sold it, changes its money, so that none is given back
/// twice: elsewhere they refuse with not_home. A void order refuses with already_void.

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

struct ReturnRequest {
    OrderId order;
    ReturnChoice choice;
    std::string reason;
    /// What the card terminal printed for giving money back to the card; needed where some goes
    /// there.
    std::string cardReference;
    std::optional<Money> told; ///< difference() as the customer was told
};

/// Takes tickets back, or a part of what they cost. Needs Permission::Refund up to the amount.
/// Refuses with unknown_order, reason_missing, reference_missing, no_shift (cash is given), and as
/// returnOf and refundParts do.
Result<AfterSalePlan> planReturn(Counter& counter, const ReturnRequest& request);
Result<Order> returnTickets(Counter& counter, const ReturnRequest& request);

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
};

/// Gives tickets for tickets: other seats, dates, types or categories. A place of the same
/// performance, type and category keeps the price that was paid; any other has the price of now.
/// Fees stay as they are. The new tickets have new codes, the old ones are void. Needs
/// Permission::Exchange, and Permission::Refund where money goes back. Refuses as a return, a quote
/// and securePlaces do, and with nothing_to_exchange, ticket_twice, mixed_currency.
Result<AfterSalePlan> planExchange(Counter& counter, const ExchangeRequest& request);
Result<Order> exchangeTickets(Counter& counter, const ExchangeRequest& request);

/// New codes for lost tickets; the old ones are void from now on, the places and the money stay.
/// Needs Permission::ReissueTicket. Refuses with unknown_order, unknown_ticket, ticket_void,
/// already_used, reason_missing.
Result<Order> reissueTickets(Counter& counter, OrderId order, const std::vector<TicketId>& tickets,
                             const std::string& reason);

/// Somebody by their id, or with details to be recorded; neither: nobody.
struct PersonNamed {
    std::optional<CustomerId> customer;
    std::optional<CustomerDetails> details;
};
/// Whose order it is from now on. Needs Permission::EditCustomers. Refuses with unknown_order,
/// unknown_customer and as CustomerDirectory::record does.
Result<Order> setOrderCustomer(Counter& counter, OrderId order, const PersonNamed& person);
/// Who picks up these tickets; nobody: the order's customer again, so that parts come together.
/// Needs and refuses as setOrderCustomer, and with unknown_ticket, nothing_chosen.
Result<StandingOrder> splitPickup(Counter& counter, OrderId order,
                                  const std::vector<TicketId>& tickets, const PersonNamed& person);

/// Notes that tickets (none: all valid ones) or the receipt of an order are made once more; the
/// codes stay. To be called before they are. `document`: "tickets" or "receipt". Needs
/// Permission::Reprint. Answers the order with the tickets that are to be printed. Refuses with
/// unknown_order, unknown_ticket, already_void (no valid ticket is left).
Result<Order> recordReprint(Counter& counter, OrderId order, const std::string& document,
                            const std::vector<TicketId>& tickets = {});

} // namespace foyer
