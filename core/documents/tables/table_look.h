// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/tables/table_reader.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace foyer {

/// Opens a table from its beginning, as often as somebody asks.
using OpenTable = std::function<Result<ReadBytes>()>;

/// What is seen of a table before it is read.
struct TableLook {
    TableForm form;
    std::vector<std::string> headers; ///< of its first row
    std::vector<TableRow> first;      ///< a few rows after it, to be shown
};

/// Looks at a table; `name` is what people call it. Errors: table_empty, and of the source.
Result<TableLook> lookAtTable(const OpenTable& open, const std::string& name,
                              std::size_t rowsShown);

/// The rows after the headers, once. Errors of the source.
Result<NextRow> rowsAfterHeaders(const OpenTable& open, const TableForm& form);

/// The bytes of a file of this computer. Errors on opening and reading: file_unreadable.
Result<ReadBytes> bytesOfFile(const std::string& path);

} // namespace foyer
