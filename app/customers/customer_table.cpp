// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/customers/customer_table.h"

namespace foyer::app {

Result<CustomerTable> lookAtCustomers(const std::string& path, std::size_t rowsShown)
{
    auto look = lookAtTable([path] { return bytesOfFile(path); }, path, rowsShown);
    if (!look) {
        return std::move(look).error();
    }
    ColumnMapping proposed = proposeMapping(look->headers, customerTableFields());
    return CustomerTable{path, look->form, std::move(look->headers), std::move(proposed),
                         std::move(look->first)};
}

Result<NextRow> rowsOf(const CustomerTable& table)
{
    return rowsAfterHeaders([path = table.path] { return bytesOfFile(path); }, table.form);
}

} // namespace foyer::app
