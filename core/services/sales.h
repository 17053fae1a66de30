// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/after_sale_requests.h"
#include "core/domain/sales/order.h"
#include "core/domain/sales/provider_payment_requests.h"

#include <string>

namespace foyer {

class Counter;

/// Prices a cart from the catalogue as it is now. Reads only. Errors of quoteCart, and of the
/// store.
Result<Quote> quote(Counter& counter, const Cart& cart);

/// Sells a cart: spends the rights, writes the entries and their projections in one transaction.
/// When it returns the sale is durable; when it refuses nothing happened. A repeated request (same
/// order id) answers with the order that exists. Refuses with what quoteCart and settle refuse,
/// and: sold_out (fact: quota), seat_taken (fact: seat), seat_not_here (no right to it),
/// price_changed (facts: told, now), unknown_customer, unknown_promo, one_approval,
/// database_behind, no_shift (cash is taken and somebody is signed in who has no open shift),
/// foreign_cash (see shiftForMoney), and for what a provider is to take as checkProviderTenders();
/// its money is awaited then, see Order::awaitedMinor. Tickets made cheaper or free by hand need
/// Permission::Discount and Permission::Complimentary.
Result<Order> sell(Counter& counter, const SaleRequest& request);

/// An order by its code as typed, or by id. Refuses with unknown_order.
Result<Order> findOrder(Counter& counter, const std::string& code);
Result<Order> findOrder(Counter& counter, OrderId id);

/// For how long after its sale Permission::VoidOrder is enough to take an order back.
inline constexpr std::int64_t kJustSoldMs = 30LL * 60'000;

/// Takes a whole order back: its tickets are void, their rights return to this counter, the money
/// is booked back as it came. `reason` is kept. Needs Permission::VoidOrder, and later than
/// kJustSoldMs after the sale Permission::Refund of the total. Refuses with unknown_order,
/// already_void, already_used (a ticket was admitted), already_changed (a part was returned or
/// exchanged), order_elsewhere and order_at_server (see takeInHand), reason_missing, no_shift (cash
/// is given back, see sell), payment_open (a provider may still take the money, and nobody insists;
/// insisting needs Permission::Refund of the total as well). planVoid() says what will become of
/// tickets, seats and money, and changes nothing. It needs Permission::ReadOrders, and refuses as
/// voidOrder() does.
Result<AfterSalePlan> planVoid(Counter& counter, OrderId order,
                               OpenPayment open = OpenPayment::Refuse);
Result<Order> voidOrder(Counter& counter, const std::string& code, const std::string& reason,
                        OpenPayment open = OpenPayment::Refuse);

} // namespace foyer
