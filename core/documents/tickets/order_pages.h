// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/documents/tickets/receipt_document.h"
#include "core/documents/tickets/ticket_document.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/domain/pictures/house_style.h"
#include "core/domain/sales/order.h"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace foyer {

class LocalText;

/// What an order's documents are made of, besides the order.
struct OrderContext {
    /// One offer for each performance of the order, in any order.
    std::span<const Offer* const> offers;
    /// The signed code of each ticket.
    const std::map<TicketId, std::string>& codes;
    std::string customerName; ///< or empty
    std::string locale;       ///< BCP 47; empty: the system's own
    /// Who sells, of an order without performances: one of gift cards. May be null otherwise.
    const Organizer* house = nullptr;
    /// The posters of events that have one, for tickets on wide papers.
    std::map<EventId, std::shared_ptr<const PaperPicture>> posters = {};
    std::shared_ptr<const HouseLogo> logo = nullptr; ///< of the house; null: none is drawn
};

/// The tickets of an order that still admit, in its order; voided ones are left out. Dates are told
/// in their performance's zone. Refuses with already_void (none is left), unknown_performance (an
/// offer is missing), ticket_code_missing; Error::where is the id it lacks.
Result<std::vector<TicketPage>> ticketPages(const Order& order, const OrderContext& context);

/// What a ticket says of its event: name, subtitle, from which age on people are let in (before
/// what `page` notes already), and the organizer's text in the language of the page.
void describeEvent(const Event& event, const LocalText& local, TicketPage& page);

/// "Gift card …7KQ4 (12.00 EUR left)", "Cash": how a payment is named on paper.
std::string paymentText(const SettledTender& payment, const LocalText& local);

/// The receipt of an order: equal lines are counted together, taxes are summed by name and rate.
/// Refuses with unknown_performance.
Result<ReceiptPage> receiptPage(const Order& order, const OrderContext& context);

} // namespace foyer
