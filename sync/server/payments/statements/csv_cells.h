// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::server {

/// A row of a CSV file, and the line that it begins on (from 1).
struct CsvRow {
    std::size_t line = 1;
    std::vector<std::string> cells;
};

/// Reads CSV (RFC 4180, with any separator): cells in quotes may hold separators, line ends and
/// doubled quotes. Rows with nothing in them are left out. Bad input bad_statement where a quote
/// does not end, or there are more than 200 cells in a row or 60,000 rows.
Result<std::vector<CsvRow>> readCsvRows(std::string_view text, char separator);
/// The one of ; , and tab that most rows have most of.
char separatorOf(std::string_view text);

} // namespace foyer::server
