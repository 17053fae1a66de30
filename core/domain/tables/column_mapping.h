// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// Which column of somebody's table says what. A field of columns that a table can be read for.
struct TableField {
    std::string_view name;               ///< stable: "email"
    std::vector<std::string_view> known; ///< how headers call it, folded: "e-mail" is "email"
};

/// Where fields are found. Several columns may make up one field: their texts are joined, in the
/// order of the mapping.
struct ColumnMapping {
    struct Part {
        std::string field;
        std::size_t column = 0;
        friend bool operator==(const Part&, const Part&) = default;
    };
    std::vector<Part> parts;

    bool has(std::string_view field) const;
    /// What a row says of a field; trimmed, and without the apostrophe that an export put before
    /// what a spreadsheet would have taken for a formula (see csvText()). Nothing where the mapping
    /// has no such field.
    std::optional<std::string> valueOf(std::string_view field,
                                       const std::vector<std::string>& cells,
                                       std::string_view between = " ") const;
    friend bool operator==(const ColumnMapping&, const ColumnMapping&) = default;
};

/// A header as it is compared: lower case, umlauts as plain letters, letters and digits only.
std::string foldedHeader(std::string_view header);

/// What headers seem to say. Each column is taken once, by the field that comes first.
ColumnMapping proposeMapping(const std::vector<std::string>& headers,
                             std::span<const TableField> fields);

/// Reads "email=3", "name=Surname": a field and a column, by its number from 1 or its header; an
/// empty column takes the field out. Usage errors: bad_mapping, unknown_field, unknown_column.
Result<void> changeMapping(ColumnMapping& mapping, std::string_view said,
                           const std::vector<std::string>& headers,
                           std::span<const TableField> fields);

} // namespace foyer
