// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/imports/import_file.h"
#include "core/domain/imports/imported_order.h"
#include "core/domain/tables/column_mapping.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// Tables of tickets: one row is a ticket (or, by its quantity, several alike), and rows with the
/// same order number are one order, wherever they stand.

/// What a table of tickets can say, with what headers call it in English and German.
std::span<const TableField> orderTableFields();

/// Whose table it is: that decides about headers that others mean otherwise.
enum class OrderTableKind : std::uint8_t { Any, Pretix, Eventbrite, Alfio };
/// "csv", "pretix-csv", "eventbrite", "alfio".
std::string_view orderTableName(OrderTableKind kind);

/// A table, how it is written, and where in it things are.
struct OrderTable {
    ImportFile file;
    TableForm form;
    std::vector<std::string> headers;
    ColumnMapping mapping;       ///< as the headers propose; to be changed
    std::vector<TableRow> first; ///< a few rows after it, to be shown
};
/// Looks at a table. Errors: table_empty, and of the file.
Result<OrderTable> lookAtOrders(ImportFile file, OrderTableKind kind, std::size_t rowsShown = 5);

/// The orders in a table. It is read twice: first to see how many rows each order has, so that only
/// orders whose rows are scattered wait in memory. Errors: mapping_missing (neither a type nor an
/// event nor a code), of the file.
Result<OrderSource> ordersIn(OrderTable table, OrderTableKind kind, const OrderReading& reading);

} // namespace foyer
