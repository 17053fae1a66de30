// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/imports/order_table.h"
#include "core/domain/imports/imported_order.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::app {

/// A file of this computer. Errors on opening and reading: file_unreadable.
ImportFile importFileAt(const std::string& path);

/// What is read of a file is told to `read`, for whoever shows how far it is; where that answers
/// false, reading ends with the error cancelled.
ImportFile withReadTold(ImportFile file, std::function<bool(std::size_t bytes)> read);

/// "pretix", "pretix-csv", "eventbrite", "alfio", "csv".
std::vector<std::string> orderFormats();

/// Which of these a file is, by what stands in it. Errors of recogniseOrders().
Result<std::string> recognisedFormat(const ImportFile& file);
/// Whether files of this format are tables, which have columns to be mapped.
bool isTableFormat(const std::string& format);
/// A table in one of these formats. Errors of lookAtOrders().
Result<OrderTable> orderTable(ImportFile file, const std::string& format,
                              std::size_t rowsShown = 5);

/// What is known of the house before files are read.
OrderReading orderReadingIn(Counter& counter);

/// Orders out of files in one of these formats; a table is one file, whose mapping is changed by
/// `map` ("price=Betrag"). Errors: one_table, and those of pretixOrders(), lookAtOrders(),
/// changeMapping(), ordersIn().
Result<OrderSource> ordersFrom(const std::vector<std::string>& files, const std::string& format,
                               const std::vector<std::string>& map, const OrderReading& reading);

/// The same with files that are opened already, and a mapping as it was made on a screen; without
/// one, tables are read as their headers propose.
Result<OrderSource> ordersFrom(std::vector<ImportFile> files, const std::string& format,
                               const std::optional<ColumnMapping>& mapping,
                               const OrderReading& reading);

} // namespace foyer::app
