// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/postgres_added_rows.h"

#include "core/storage/connection.h"

#include <algorithm>
#include <array>
#include <type_traits>

namespace foyer {
namespace {

/// How many rows a statement takes: a few sizes, so that each is prepared once.
constexpr std::array<std::size_t, 4> kTogether{64, 16, 4, 1};

} // namespace

bool PostgresAddedRows::add(std::string_view into, Params row)
{
    auto table = std::ranges::find(m_tables, into, &Table::into);
    if (table == m_tables.end()) {
        table = m_tables.insert(table, {into, row.size(), {}});
    }
    for (const Param& param : row) {
        std::visit(
            [&values = table->values]<typename T>(const T& value) {
                if constexpr (std::is_same_v<T, std::string_view>) {
                    values.emplace_back(std::string{value});
                } else if constexpr (std::is_same_v<T, ByteView>) {
                    values.emplace_back(Bytes{value.begin(), value.end()});
                } else {
                    values.emplace_back(value);
                }
            },
            param.value());
    }
    return table->values.size() >= kTogether.front() * table->columns;
}

void PostgresAddedRows::send(const Send& send)
{
    for (const Table& table : std::exchange(m_tables, {})) {
        this->send(table, send);
    }
}

void PostgresAddedRows::send(const Table& table, const Send& send)
{
    std::vector<Param> values;
    values.reserve(table.values.size());
    for (const auto& value : table.values) {
        values.push_back(std::visit(
            []<typename T>(const T& own) {
                if constexpr (std::is_same_v<T, std::monostate>) {
                    return Param{nullptr};
                } else {
                    return Param{own};
                }
            },
            value));
    }
    std::size_t at = 0;
    for (const std::size_t rows : kTogether) {
        for (; (values.size() - at) / table.columns >= rows; at += rows * table.columns) {
            std::string& sql = m_inserts[{table.into, rows}];
            if (sql.empty()) {
                sql = rowInsert(table.into, table.columns, rows);
            }
            send(sql, std::span{values}.subspan(at, rows * table.columns));
        }
    }
}

} // namespace foyer
