// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"

namespace foyer {

/// What Database promises, by one engine. For core/storage alone.
class Connection {
public:
    using Take = std::function<void(const DbRow&)>;
    using Then = std::function<void(std::int64_t changed)>;

    explicit Connection(std::string path) : m_path{std::move(path)} {}
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    virtual Database::Engine engine() const = 0;
    virtual std::int64_t run(std::string_view sql, Params params) = 0;
    virtual void post(std::string_view sql, Params params, Then then) = 0;
    virtual void addRow(std::string_view into, Params row) = 0;
    virtual void each(std::string_view sql, Params params, const Take& take) = 0;
    virtual std::unique_ptr<Rows> walk(const std::string& sql, Params params) = 0;
    virtual void runScript(std::string_view sql) = 0;
    /// Hands out the counts of all that was posted.
    virtual void settle() = 0;
    virtual void begin() = 0;
    virtual void commit() = 0;
    /// Never throws: what cannot be rolled back by us, the engine has rolled back already.
    virtual void rollback() noexcept = 0;
    virtual void lock(const Uuid& key) = 0;
    virtual void notify(std::string_view channel, std::string_view payload) = 0;
    virtual void* sqliteHandle() const { return nullptr; }

    const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

/// The statement of Database::addRow for so many rows of so many columns.
std::string rowInsert(std::string_view into, std::size_t columns, std::size_t rows);

std::unique_ptr<Connection> openSqlite(const std::string& path, Database::Mode mode);
std::unique_ptr<Connection> openPostgres(const std::string& url, Database::Mode mode);

} // namespace foyer
