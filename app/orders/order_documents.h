// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/customers/customer.h"
#include "core/domain/sales/order.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer {
class Counter;
struct ReceiptPage;
struct TicketPage;
} // namespace foyer

namespace foyer::app {

/// The files made of an order, and its tickets as pictures.
struct OrderDocuments {
    std::string ticketsPdf;               ///< path; empty where the order has no tickets
    std::string receiptPdf;               ///< path
    std::vector<std::string> pages;       ///< PNG, where asked for
    std::vector<std::string> invoicePdfs; ///< paths, of what was issued for it
    std::string giftCardsPdf;             ///< path; empty where it sold none
};

/// The signed code of each ticket, as it is printed. Throws StorageFailure.
std::map<TicketId, std::string> codesByTicket(Counter& counter, const Order& order);

/// The customer of an order; nothing where there is none, or it was erased since.
std::optional<Customer> customerOf(Counter& counter, const Order& order);

/// What an order's tickets and its receipt say, with their codes and the customer's name. Errors of
/// offerOf, ticketPages and receiptPage. Throw StorageFailure.
Result<std::vector<TicketPage>> ticketPagesOf(Counter& counter, const Order& order);
Result<ReceiptPage> receiptPageOf(Counter& counter, const Order& order);

/// Writes tickets and receipt of an order as PDF files into a folder (made if missing), named after
/// the order's code. `previewDpi` > 0: also draws the tickets at that density. Needs a
/// QGuiApplication. Storage errors of the writers; the order is untouched by them.
Result<OrderDocuments> writeOrderDocuments(Counter& counter, const Order& order,
                                           const std::string& folder, int previewDpi = 0);

} // namespace foyer::app
