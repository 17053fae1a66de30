// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/imports/import_file.h"
#include "core/documents/imports/order_table.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// What a file of orders is by what stands in it, not by its name.
struct RecognisedOrders {
    /// Of a table, whose it is; nothing: JSON, as pretix writes it.
    std::optional<OrderTableKind> table;
};

/// Looks at the beginning of a file. A table that no system is known by is one of anybody. Errors:
/// file_empty, workbook (a spreadsheet's own format), not_a_table (neither text nor JSON), and of
/// the file.
Result<RecognisedOrders> recogniseOrders(const ImportFile& file);

/// Whose table it is by the names of its columns.
OrderTableKind kindByHeaders(const std::vector<std::string>& headers);

} // namespace foyer
