// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/tables/table_look.h"
#include "core/domain/tables/column_mapping.h"
#include "core/services/customer_import.h"

#include <string>
#include <vector>

namespace foyer::app {

/// A table of customers in a file, which may be of any size: it is read row by row.
struct CustomerTable {
    std::string path;
    TableForm form;
    std::vector<std::string> headers; ///< of the first row
    ColumnMapping proposed;
    std::vector<TableRow> first; ///< a few rows after it, to be shown
};

/// Looks at a file: how it is written, its headers and first rows. Errors: file_unreadable,
/// table_empty.
Result<CustomerTable> lookAtCustomers(const std::string& path, std::size_t rowsShown = 5);

/// The rows after the headers, once. Errors as those of lookAtCustomers(); then of its reading.
Result<NextRow> rowsOf(const CustomerTable& table);

} // namespace foyer::app
