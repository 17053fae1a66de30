// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/customers/customer.h"
#include "core/domain/sales/order.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace foyer::cli {

/// Lines of cells, each column as wide as its widest cell; two spaces between, none at the end.
std::string columns(const std::vector<std::vector<std::string>>& lines);

/// "Sat 2026-11-28 19:30" in an IANA time zone; in UTC, and saying so, where the zone is not known
/// here.
std::string localTime(Instant instant, const std::string& timeZone);

/// Whether this computer knows an IANA time zone.
bool isTimeZone(const std::string& name);

/// The end of an id: its random part, enough to name it on the command line.
std::string shortId(const std::string& id);

/// "45.00 EUR".
std::string moneyText(Money amount);

/// What a quote or an order is made of, and its total.
std::string quoteText(const std::vector<QuoteLine>& lines, Money total);

/// An order for people, with the code of each ticket.
std::string orderText(const Order& order, const std::map<TicketId, std::string>& codes,
                      const std::optional<Customer>& customer);

} // namespace foyer::cli
