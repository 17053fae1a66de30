// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"

#include "core/base/ensure.h"
#include "core/storage/connection.h"

namespace foyer {

std::unique_ptr<Database> Database::open(const std::string& path, Mode mode)
{
    return std::unique_ptr<Database>{
        new Database{isPostgresAddress(path) ? openPostgres(path, mode) : openSqlite(path, mode)}};
}

Database::Database(std::unique_ptr<Connection> connection) : m_connection{std::move(connection)} {}

Database::~Database() = default;

Database::Engine Database::engine() const
{
    return m_connection->engine();
}

std::int64_t Database::run(std::string_view sql, Params params)
{
    return m_connection->run(sql, params);
}

void Database::post(std::string_view sql, Params params)
{
    m_connection->post(sql, params, {});
}

void Database::post(std::string_view sql, Params params,
                    std::function<void(std::int64_t changed)> then)
{
    m_connection->post(sql, params, std::move(then));
}

void Database::addRow(std::string_view into, Params row)
{
    m_connection->addRow(into, row);
}

TransactionNote* Database::note(std::type_index type,
                                const std::function<std::unique_ptr<TransactionNote>()>& make)
{
    if (!m_inTransaction) {
        return nullptr;
    }
    auto& kept = m_notes[type];
    if (!kept) {
        kept = make();
    }
    return kept.get();
}

void Database::each(std::string_view sql, Params params,
                    const std::function<void(const DbRow&)>& take)
{
    m_connection->each(sql, params, take);
}

std::unique_ptr<Rows> Database::walk(const std::string& sql, Params params)
{
    return m_connection->walk(sql, params);
}

std::optional<std::int64_t> Database::integer(std::string_view sql, Params params)
{
    std::optional<std::int64_t> found;
    each(sql, params, [&](const DbRow& row) {
        if (!found) {
            found = row.optionalInteger(0);
        }
    });
    return found;
}

void Database::runScript(std::string_view sql)
{
    m_connection->runScript(sql);
}

void Database::lock(const Uuid& key)
{
    m_connection->lock(key);
}

void Database::notify(std::string_view channel, std::string_view payload)
{
    m_connection->notify(channel, payload);
}

const std::string& Database::path() const
{
    return m_connection->path();
}

void* Database::sqliteHandle() const
{
    return m_connection->sqliteHandle();
}

std::string rowInsert(std::string_view into, std::size_t columns, std::size_t rows)
{
    std::string row{"(?"};
    for (std::size_t column = 1; column < columns; ++column) {
        row += ", ?";
    }
    row += ')';
    std::string sql = "INSERT INTO " + std::string{into} + " VALUES " + row;
    for (std::size_t more = 1; more < rows; ++more) {
        sql += ", " + row;
    }
    return sql + " ON CONFLICT DO NOTHING";
}

bool isPostgresAddress(std::string_view path)
{
    return path.starts_with("postgresql://") || path.starts_with("postgres://");
}

bool mayRetry(const Error& error)
{
    return error.kind == ErrorKind::Storage && error.code == "transaction_conflict";
}

Transaction::Transaction(Database& database) : m_database{database}
{
    m_database.m_connection->begin();
    m_database.m_inTransaction = true;
}

Transaction::~Transaction()
{
    if (m_open) {
        m_database.m_connection->rollback();
    }
    m_database.m_inTransaction = false;
    m_database.m_notes.clear();
}

void Transaction::commit()
{
    ENSURE(m_open);
    for (bool again = true; again;) {
        again = false;
        m_database.m_connection->settle(); // what is told then may be noted
        for (const auto& [type, note] : m_database.m_notes) {
            again = note->beforeCommit(m_database) || again;
        }
    }
    m_database.m_connection->commit();
    m_open = false;
}

} // namespace foyer
