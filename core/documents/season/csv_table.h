// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// A line of a table, which may go over several lines of the file.
struct CsvLine {
    std::size_t number = 0; ///< of the file's line it begins on, from 1
    std::vector<std::string> cells;
};

/// A table as it was written, without its first line, the names of the columns.
struct CsvTable {
    std::vector<std::string> columns;
    std::vector<CsvLine> lines; ///< without empty ones
};

/// Reads RFC 4180: cells in quotes may hold separators, line ends and doubled quotes; lines end
/// with LF or CR LF. The separator is the comma or, where the first line holds more of them outside
/// of quotes, the semicolon. A byte order mark is skipped. Blanks around unquoted cells do not
/// count. Bad input "bad_csv": not UTF-8, a quote that is not closed or stands inside a cell, a
/// line with more cells than columns, a column without a name or named twice. Error::where is "line
/// 3" or "line 3, column 2".
Result<CsvTable> readCsv(std::string_view text);

} // namespace foyer
