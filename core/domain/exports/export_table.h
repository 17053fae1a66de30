// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// One kind of thing that is exported, and its columns in their order. What a column is called and
/// means never changes; new ones come at the end. resources/export/FORMAT.md says it to others.
struct ExportColumn {
    enum class Kind : std::uint8_t {
        Text,
        Id,     ///< a UUID
        Number, ///< whole
        Amount, ///< of money, with a point and the decimals of the row's currency
        Rate,   ///< per cent, with three decimals
        Time,   ///< RFC 3339, in UTC
    };
    std::string name;
    Kind kind = Kind::Text;
};
struct ExportTable {
    std::string name; ///< "orders": also of its file
    std::vector<ExportColumn> columns;
};

/// A row as it is written, each cell as text; nothing: there is none.
using ExportRow = std::vector<std::optional<std::string>>;

/// Where exports go: one table after the other, row by row.
struct ExportSink {
    std::function<Result<void>(const ExportTable& table)> begin;
    std::function<Result<void>(const ExportRow& row)> row;
    std::function<Result<void>()> end;
};

} // namespace foyer
