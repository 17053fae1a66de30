// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace foyer {

/// Rows that a transaction adds and nobody has asked for yet (Database::addRow), with values of
/// their own. A statement for each would cost a message there and an answer back.
class PostgresAddedRows {
public:
    using Send = std::function<void(std::string_view sql, std::span<const Param> values)>;

    /// Returns whether so many wait that they had better be sent.
    bool add(std::string_view into, Params row);
    /// Hands all of them over, many to a statement, table by table in the order of their first
    /// rows. None waits afterwards, even where `send` throws.
    void send(const Send& send);
    void clear() { m_tables.clear(); }

private:
    struct Table {
        std::string_view into;
        std::size_t columns = 0;
        std::vector<std::variant<std::monostate, std::int64_t, std::string, Bytes>> values;
    };
    void send(const Table& table, const Send& send);

    std::vector<Table> m_tables;
    std::map<std::pair<std::string_view, std::size_t>, std::string> m_inserts; ///< of so many rows
};

} // namespace foyer
