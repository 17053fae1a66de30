// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/table_comparison.h"

#include "core/base/ensure.h"
#include "core/base/hex.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace foyer {
namespace {

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

/// Two tables are walked side by side, so the raw handle is used: Database::each reads one at a
/// time.
Statement rowsOf(Database& database, const std::string& sql)
{
    auto* handle = static_cast<sqlite3*>(database.sqliteHandle());
    ENSURE(handle != nullptr);
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
        throw StorageFailure{storageError("database_failed", sqlite3_errmsg(handle))};
    }
    return Statement{statement};
}

bool step(sqlite3_stmt* statement)
{
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        throw StorageFailure{
            storageError("database_failed", sqlite3_errmsg(sqlite3_db_handle(statement)))};
    }
    return code == SQLITE_ROW;
}

bool sameValue(sqlite3_stmt* a, sqlite3_stmt* b, int column)
{
    const int type = sqlite3_column_type(a, column);
    if (type != sqlite3_column_type(b, column)) {
        return false;
    }
    if (type == SQLITE_INTEGER) {
        return sqlite3_column_int64(a, column) == sqlite3_column_int64(b, column);
    }
    const int size = sqlite3_column_bytes(a, column);
    if (size != sqlite3_column_bytes(b, column)) {
        return false;
    }
    return size == 0 ||
        std::memcmp(sqlite3_column_blob(a, column), sqlite3_column_blob(b, column),
                    static_cast<std::size_t>(size)) == 0;
}

/// The key of a row, to find it again: its blobs in hexadecimal.
std::string keyOf(sqlite3_stmt* statement, int columns)
{
    std::string key;
    for (int i = 0; i < columns; ++i) {
        const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement, i));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
        const bool isBlob = sqlite3_column_type(statement, i) == SQLITE_BLOB;
        key += i > 0 ? " " : "";
        key += isBlob ? toHex({bytes, std::min<std::size_t>(size, 16)})
                      : std::string{reinterpret_cast<const char*>(bytes), size};
    }
    return key;
}

} // namespace

std::optional<std::string> firstDifference(Database& a, Database& b, const ProjectionTable& table)
{
    const std::string sql =
        std::string{"SELECT * FROM "} + table.name + " ORDER BY " + table.orderBy;
    const Statement mine = rowsOf(a, sql);
    const Statement theirs = rowsOf(b, sql);
    constexpr int kKeyColumns = 3;
    for (;;) {
        const bool more = step(mine.get());
        const bool moreThere = step(theirs.get());
        if (!more && !moreThere) {
            return std::nullopt;
        }
        const int columns = sqlite3_column_count(mine.get());
        const int keys = std::min(columns, kKeyColumns);
        if (more != moreThere) {
            return more ? "there is a row too many, " + keyOf(mine.get(), keys)
                        : "the row " + keyOf(theirs.get(), keys) + " is missing";
        }
        for (int column = 0; column < columns; ++column) {
            if (!sameValue(mine.get(), theirs.get(), column)) {
                return std::string{"column "} + sqlite3_column_name(mine.get(), column) +
                    " of the row " + keyOf(mine.get(), keys);
            }
        }
    }
}

void emptyTables(Database& database, const std::vector<ProjectionTable>& tables)
{
    for (const ProjectionTable& table : tables) {
        database.runScript(std::string{"DELETE FROM "} + table.name);
    }
}

} // namespace foyer
