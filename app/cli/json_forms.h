// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/customers/customer.h"
#include "core/domain/sales/order.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <optional>
#include <string>

namespace foyer {
struct Error;
} // namespace foyer

namespace foyer::cli {

/// Objects in the order in which they are written here, so that people find their way in them, too.
using Json = nlohmann::ordered_json;

/// An object as one line of text. Bytes that are not UTF-8 become U+FFFD.
std::string line(const Json& object);

/// {"code", "message", "where"}, and "facts" where there are some.
Json errorForm(const Error& error);
/// {"id", "name", "email", "phone", "note"}, without what is empty.
Json customerForm(const Customer& customer);
/// Amounts are decimal texts of the currency, exact.
Json quoteLinesForm(const std::vector<QuoteLine>& lines);
/// An order with its lines, payments and tickets. `codes`: the signed code of each ticket.
Json orderForm(const Order& order, const std::map<TicketId, std::string>& codes,
               const std::optional<Customer>& customer);
Json ticketForm(const Ticket& ticket);

/// "sold", "admitted", "voided".
std::string stateName(TicketState state);

} // namespace foyer::cli
