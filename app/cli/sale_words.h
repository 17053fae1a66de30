// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/customers/customer.h"
#include "core/domain/sales/invoice.h"
#include "core/domain/sales/payment.h"

#include <cstddef>
#include <string>
#include <vector>

namespace foyer::cli {

/// "Adult@Standing=2": so many tickets of a type, in a category or (empty) in any.
struct TicketWish {
    std::string type;
    std::string category;
    std::size_t count = 0;
    friend bool operator==(const TicketWish&, const TicketWish&) = default;
};

/// More tickets than this in one sale are a slip of the finger.
inline constexpr std::size_t kTicketsMax = 1000;

/// Reads "Adult=2,Child=1"; each text may hold several. Usage error bad_tickets, also for more than
/// kTicketsMax of them.
Result<std::vector<TicketWish>> readTicketWishes(const std::vector<std::string>& texts);

/// Reads "cash=100.00", "card=20.00:4711", "gift:CODE=12.00", "invoice=40.00", and what a provider
/// takes: "online", "online:stripe", "reader:stripe:tmr_1", also with an amount; without one it is
/// 0 and means what the others leave, see payTheRest(). Usage error bad_payment; bad_amount of
/// parseMoney.
Result<Tender> readTender(const std::string& text, Currency currency);

/// Puts into a tender without an amount what the other ones leave of a total.
void payTheRest(std::vector<Tender>& tenders, Money total);

/// Reads "name=…,email=…,phone=…,note=…"; a comma before no field's name belongs to the
/// value. Usage error bad_customer.
Result<CustomerDetails> readCustomer(const std::string& text);

/// Reads "name=…,address=…,tax=…,reference=…,days=14", all of it optional; lines of the address are
/// separated by semicolons. Usage error bad_invoice.
Result<InvoiceTerms> readInvoiceTerms(const std::string& text);

/// The parts of a list with commas between, without spaces around them; empty ones are left out.
std::vector<std::string> listed(const std::string& text);

} // namespace foyer::cli
