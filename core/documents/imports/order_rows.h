// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/imports/imported_order.h"
#include "core/domain/tables/column_mapping.h"
#include "core/domain/tables/table_row.h"

#include <cstddef>
#include <string>
#include <vector>

namespace foyer {

/// What rows of a table of tickets say, by a mapping of orderTableFields().
class OrderRows {
public:
    OrderRows(ColumnMapping mapping, std::string file, OrderReading reading);

    /// The number of the order that a row belongs to; empty: it is an order by itself, or cannot be
    /// read.
    std::string orderOf(const TableRow& row) const;
    /// The id of an order that has none: the code of its ticket, or what stands in the row and
    /// which of several such rows it is.
    std::string idOf(const TableRow& row, std::size_t content, std::size_t number) const;
    std::size_t contentOf(const TableRow& row) const;
    ImportedOrder orderFrom(const std::vector<TableRow>& rows, const std::string& id) const;
    ImportedOrder unreadable(const TableRow& row) const;

private:
    std::string cell(const TableRow& row, const char* field, std::string_view between = " ") const;
    void readOrder(ImportedOrder& order, const TableRow& row) const;
    void readTickets(ImportedOrder& order, const TableRow& row, Currency currency,
                     ImportedOrder::State state, bool isCheckedIn) const;
    Result<void> readMoney(ImportedTicket& ticket, ImportedOrder& order, const TableRow& row,
                           Currency currency) const;
    std::string placeOf(const TableRow& row) const;

    ColumnMapping m_mapping;
    std::string m_file;
    OrderReading m_reading;
};

} // namespace foyer
