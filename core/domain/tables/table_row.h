// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// A row of a table that somebody else wrote.
struct TableRow {
    std::size_t line = 0; ///< of the file's line it begins on, from 1
    std::vector<std::string> cells;
    std::string fault; ///< why it cannot be read: "row_too_long", "bad_text"; empty: it can
    friend bool operator==(const TableRow&, const TableRow&) = default;
};

/// Why a row cannot be read, as people are told: bad_text, row_too_long; nothing: it can.
std::optional<Error> faultOf(const TableRow& row);

/// Gives the rows of a table one after the other, and nothing after the last.
using NextRow = std::function<Result<std::optional<TableRow>>()>;

} // namespace foyer
