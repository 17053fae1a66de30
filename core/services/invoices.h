// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/sales/invoice.h"

#include <cstddef>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// Invoices and the credit notes that take them back. A sale issues them (see PaymentMethod and
/// SaleRequest::invoice); here they are read and paid.

/// The latest first; `onlyOpen`: those that are still to be paid, the longest due first. Needs
/// Permission::ReadOrders, as the next two do.
Result<std::vector<Invoice>> invoices(Counter& counter, bool onlyOpen, std::size_t limit = 200);
/// Those that are still to be paid, for verbs that have asked. Throws StorageFailure.
std::vector<Invoice> readOpenInvoices(Counter& counter, std::size_t limit);
/// By its number, "INV-AB-00017" without regard to case. Refuses with unknown_invoice.
Result<Invoice> findInvoice(Counter& counter, const std::string& number);
/// What was issued for an order, in that order.
Result<std::vector<Invoice>> invoicesOf(Counter& counter, OrderId order);

/// Records money that came for an invoice. Needs Permission::MoveCash. Refuses with
/// unknown_invoice, invoice_paid (nothing is open), bad_invoice_amount (not above zero, or more
/// than is open; fact: what is open), bad_method, reference_missing, no_shift (cash, see sell),
/// database_behind, and as takeInHand does for its order.
Result<Invoice> payInvoice(Counter& counter, const InvoiceMoney& money);
/// Gives money back that was paid of an invoice before a credit note took it off. Needs
/// Permission::Refund up to the amount. Refuses as payInvoice() does, and with no_credit (nothing
/// is to be given back).
Result<Invoice> giveInvoiceMoneyBack(Counter& counter, const InvoiceMoney& money);

} // namespace foyer
