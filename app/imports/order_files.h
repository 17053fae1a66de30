// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/imports/order_table.h"
#include "core/domain/imports/imported_order.h"

#include <span>
#include <string>
#include <vector>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::app {

/// A file of this computer. Errors on opening and reading: file_unreadable.
ImportFile importFileAt(const std::string& path);

/// "pretix", "pretix-csv", "eventbrite", "alfio", "csv".
std::vector<std::string> orderFormats();

/// What is known of the house before files are read.
OrderReading orderReadingIn(Counter& counter);

/// Orders out of files in one of these formats; a table is one file, whose mapping is changed by
/// `map` ("price=Betrag"). Errors: one_table, and those of pretixOrders(), lookAtOrders(),
/// changeMapping(), ordersIn().
Result<OrderSource> ordersFrom(const std::vector<std::string>& files, const std::string& format,
                               const std::vector<std::string>& map, const OrderReading& reading);

} // namespace foyer::app
