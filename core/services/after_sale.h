// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/after_sale_requests.h"
#include "core/domain/sales/order.h"

#include <string>
#include <vector>

namespace foyer {

class Counter;

/// What is done to orders after they were sold. Every verb that moves money or seats has a plan
/// beside it, which says what the verb would do and changes nothing; the verb does exactly that or
/// refuses with plan_changed (where `told` was given and is not true any more).
///
/// Only an order's home changes its money, so that none is given back twice: elsewhere they refuse
/// with order_elsewhere or order_at_server until it was fetched; see orders_in_hand.h. A void order
/// refuses with already_void, one whose money is awaited with payment_awaited.

/// Takes tickets back, or a part of what they cost. Needs Permission::Refund up to the amount and,
/// as whatever gives money back later than kJustSoldMs after a sale, Permission::RefundOwn of whom
/// sold the order.
/// Refuses with unknown_order, reason_missing, reference_missing, no_shift (cash is given), and as
/// returnOf and refundParts do.
Result<AfterSalePlan> planReturn(Counter& counter, const ReturnRequest& request);
Result<Order> returnTickets(Counter& counter, const ReturnRequest& request);

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

/// Whose order it is from now on. Needs Permission::EditCustomers. Refuses with unknown_order,
/// unknown_customer and as CustomerDirectory::record does.
Result<Order> setOrderCustomer(Counter& counter, OrderId order, const PersonNamed& person);
/// Who picks up these tickets; nobody: the order's customer again, so that parts come together.
/// Needs and refuses as setOrderCustomer, and with unknown_ticket, nothing_chosen.
Result<StandingOrder> splitPickup(Counter& counter, OrderId order,
                                  const std::vector<TicketId>& tickets, const PersonNamed& person);

/// Notes that tickets (none: all valid ones) or the receipt of an order are made once more; the
/// codes stay. To be called before they are. `document`: "tickets", "receipt" or "gift_cards".
/// Needs Permission::Reprint. Answers the order with the tickets that are to be printed. Refuses
/// with unknown_order, unknown_ticket, already_void (no valid ticket is left), payment_awaited.
Result<Order> recordReprint(Counter& counter, OrderId order, const std::string& document,
                            const std::vector<TicketId>& tickets = {});

} // namespace foyer
