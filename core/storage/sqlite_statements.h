// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3_stmt;

namespace foyer {

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const;
};
using SqliteStatement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// The statements of a connection, prepared once for each text.
class SqliteStatements {
public:
    using Prepare = std::function<SqliteStatement(std::string_view sql)>;

    explicit SqliteStatements(Prepare prepare) : m_prepare{std::move(prepare)} {}
    /// Throws what preparing throws.
    sqlite3_stmt* of(std::string_view sql);
    void clear();

private:
    /// Where a text was met, and which statement it was: most are literals, met at the same place
    /// again. To compare a text costs a tenth of hashing it.
    struct Met {
        const char* at = nullptr;
        std::string_view text; ///< ours
        sqlite3_stmt* statement = nullptr;
    };

    Prepare m_prepare;
    std::deque<std::string> m_texts;
    std::unordered_map<std::string_view, SqliteStatement> m_statements;
    std::array<Met, 512> m_met;
};

} // namespace foyer
