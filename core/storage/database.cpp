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

bool isPostgresAddress(std::string_view path)
{
    return path.starts_with("postgresql://") || path.starts_with("postgres://");
}

bool mayRetry(const Error& error)
{
    return error.kind == ErrorKind::Storage && error.code == "transaction_conflict";
}

Transaction::Transaction(Database& database) : m_connection{*database.m_connection}
{
    m_connection.begin();
}

Transaction::~Transaction()
{
    if (m_open) {
        m_connection.rollback();
    }
}

void Transaction::commit()
{
    ENSURE(m_open);
    m_connection.commit();
    m_open = false;
}

} // namespace foyer
