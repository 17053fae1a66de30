// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/tables/table_row.h"

namespace foyer {

std::optional<Error> faultOf(const TableRow& row)
{
    if (row.fault.empty()) {
        return std::nullopt;
    }
    return row.fault == "bad_text"
        ? badInput("bad_text", "This row holds bytes that are no text.", "row")
        : badInput("row_too_long", "This row is too long, or a quote in it is never closed.",
                   "row");
}

} // namespace foyer
