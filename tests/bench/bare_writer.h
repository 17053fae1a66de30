// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace foyer::bench {

/// The limit of a durable write: the same rows and bytes on the bare sqlite3 C API, prepared
/// statements, one transaction, the same pragmas, and no thought spent.
class BareWriter {
public:
    using Value =
        std::variant<std::monostate, std::int64_t, std::string, std::vector<std::uint8_t>>;
    struct Written {
        std::string table;
        std::vector<Value> values;
    };

    /// Opens a copy of a Foyer database.
    explicit BareWriter(const std::string& path);
    ~BareWriter();
    BareWriter(const BareWriter&) = delete;
    BareWriter& operator=(const BareWriter&) = delete;

    /// What was written to another database since the last call. `counts` are rows that were
    /// updated in place.
    std::vector<Written> newRowsOf(sqlite3* source);
    /// Remembers where a source stands, without taking its rows.
    void skip(sqlite3* source);
    /// Writes rows in one transaction, and raises the counts of as many quotas as the sale spent.
    void write(const std::vector<Written>& rows, std::int64_t number, int quotas);

private:
    sqlite3_stmt* prepared(const std::string& sql);
    void insert(const Written& row);

    sqlite3* m_database = nullptr;
    std::map<std::string, sqlite3_stmt*> m_statements;
    std::map<std::string, std::int64_t> m_seen;
};

} // namespace foyer::bench
