// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/bare_writer.h"

#include "core/base/ensure.h"

#include <sqlite3.h>

#include <array>

namespace foyer::bench {
namespace {

constexpr std::array kTables{"entry",   "signed_head", "sale_order", "ticket",      "order_fee",
                             "payment", "scan",        "customer",   "customer_key"};

void run(sqlite3* database, const char* sql)
{
    ENSURE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
}

BareWriter::Value valueAt(sqlite3_stmt* row, int column)
{
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(row, column)};
    case SQLITE_NULL:
        return {};
    case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
        return std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
    }
    default: {
        const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(row, column));
        return std::vector<std::uint8_t>(bytes, bytes + sqlite3_column_bytes(row, column));
    }
    }
}

void readRows(sqlite3* source, const std::string& table, const std::string& where,
              std::vector<BareWriter::Written>& rows)
{
    sqlite3_stmt* statement = nullptr;
    const std::string sql = "SELECT * FROM " + table + " WHERE " + where;
    ENSURE(sqlite3_prepare_v2(source, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        BareWriter::Written row{table, {}};
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            row.values.push_back(valueAt(statement, column));
        }
        rows.push_back(std::move(row));
    }
    sqlite3_finalize(statement);
}

std::int64_t lastRow(sqlite3* source, const std::string& table)
{
    sqlite3_stmt* statement = nullptr;
    const std::string sql = "SELECT coalesce(max(rowid), 0) FROM " + table;
    ENSURE(sqlite3_prepare_v2(source, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    sqlite3_step(statement);
    const std::int64_t row = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return row;
}

} // namespace

BareWriter::BareWriter(const std::string& path)
{
    ENSURE(sqlite3_open(path.c_str(), &m_database) == SQLITE_OK);
    run(m_database, "PRAGMA journal_mode=WAL");
    run(m_database, "PRAGMA synchronous=FULL");
    run(m_database, "PRAGMA foreign_keys=ON");
    run(m_database, "PRAGMA temp_store=MEMORY");
    run(m_database, "PRAGMA cache_size=-32768");
}

BareWriter::~BareWriter()
{
    for (const auto& [sql, statement] : m_statements) {
        sqlite3_finalize(statement);
    }
    sqlite3_close(m_database);
}

void BareWriter::skip(sqlite3* source)
{
    for (const char* table : kTables) {
        m_seen[table] = lastRow(source, table);
    }
}

std::vector<BareWriter::Written> BareWriter::newRowsOf(sqlite3* source)
{
    std::vector<Written> rows;
    // The ledger has no row numbers: its lines are found by the new entries.
    readRows(source, "ledger_line",
             "(organizer, entry) IN (SELECT organizer, id FROM entry WHERE rowid > " +
                 std::to_string(m_seen["entry"]) + ")",
             rows);
    for (const char* table : kTables) {
        readRows(source, table, "rowid > " + std::to_string(m_seen[table]), rows);
    }
    skip(source);
    return rows;
}

sqlite3_stmt* BareWriter::prepared(const std::string& sql)
{
    sqlite3_stmt*& statement = m_statements[sql];
    if (statement == nullptr) {
        ENSURE(sqlite3_prepare_v3(m_database, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT,
                                  &statement, nullptr) == SQLITE_OK);
    }
    return statement;
}

void BareWriter::insert(const Written& row)
{
    std::string sql = "INSERT INTO " + row.table + " VALUES (?";
    for (std::size_t i = 1; i < row.values.size(); ++i) {
        sql += ", ?";
    }
    sqlite3_stmt* statement = prepared(sql + ")");
    int place = 1;
    for (const Value& value : row.values) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            sqlite3_bind_int64(statement, place, *number);
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            sqlite3_bind_text(statement, place, text->data(), static_cast<int>(text->size()),
                              SQLITE_STATIC);
        } else if (const auto* bytes = std::get_if<std::vector<std::uint8_t>>(&value)) {
            sqlite3_bind_blob(statement, place, bytes->data(), static_cast<int>(bytes->size()),
                              SQLITE_STATIC);
        } else {
            sqlite3_bind_null(statement, place);
        }
        ++place;
    }
    ENSURE(sqlite3_step(statement) == SQLITE_DONE);
    sqlite3_reset(statement);
}

void BareWriter::write(const std::vector<Written>& rows, std::int64_t number, int quotas)
{
    const auto step = [this](const char* sql) {
        sqlite3_stmt* statement = prepared(sql);
        ENSURE(sqlite3_step(statement) == SQLITE_DONE);
        sqlite3_reset(statement);
    };
    step("BEGIN IMMEDIATE");
    for (const Written& row : rows) {
        insert(row);
    }
    if (number > 0) {
        sqlite3_stmt* series = prepared("UPDATE order_series SET used = ?");
        sqlite3_bind_int64(series, 1, number);
        ENSURE(sqlite3_step(series) == SQLITE_DONE);
        sqlite3_reset(series);
    }
    for (int i = 0; i < quotas; ++i) {
        step("UPDATE allotment SET spent = spent + 3 WHERE rowid = 1");
    }
    step("COMMIT");
}

} // namespace foyer::bench
