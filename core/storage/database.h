// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/uuid.h"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace foyer {

/// The world around the store is broken: disk, file, another program. Thrown inside core/storage
/// and core/services, caught once at the boundary of a service, where it becomes an Error.
struct StorageFailure {
    Error error;
};

/// A value bound to a `?` of a statement. Texts and bytes are only looked at during the call.
class Param {
public:
    Param(std::nullptr_t) {}
    Param(std::int64_t value) : m_value{value} {}
    Param(std::int32_t value) : m_value{std::int64_t{value}} {}
    Param(std::uint32_t value) : m_value{std::int64_t{value}} {}
    Param(std::string_view value) : m_value{value} {}
    Param(const std::string& value) : m_value{std::string_view{value}} {}
    Param(const char* value) : m_value{std::string_view{value}} {}
    Param(ByteView value) : m_value{value} {}
    Param(const Bytes& value) : m_value{ByteView{value}} {}
    Param(const Uuid& value) : m_value{ByteView{value.bytes()}} {}
    template <typename Tag>
    Param(const Id<Tag>& value) : m_value{ByteView{value.uuid.bytes()}}
    {}
    template <typename T>
    Param(const std::optional<T>& value) : Param{nullptr}
    {
        if (value) {
            *this = Param{*value};
        }
    }

    using Variant = std::variant<std::monostate, std::int64_t, std::string_view, ByteView>;
    const Variant& value() const { return m_value; }

private:
    Variant m_value;
};
using Params = std::initializer_list<Param>;

/// The current row of a query. Columns count from 0; a NULL reads as 0, empty or nil.
class DbRow {
public:
    virtual bool isNull(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string text(int column) const = 0;
    virtual Bytes bytes(int column) const = 0;
    virtual Uuid uuid(int column) const = 0;

    template <typename IdType>
    IdType id(int column) const
    {
        return IdType{uuid(column)};
    }
    template <typename IdType>
    std::optional<IdType> optionalId(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional{IdType{uuid(column)}};
    }
    std::optional<std::int64_t> optionalInteger(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional{integer(column)};
    }

protected:
    DbRow() = default;
    ~DbRow() = default;
    DbRow(const DbRow&) = default;
    DbRow& operator=(const DbRow&) = default;
};

/// One connection to one database. Belongs to the thread that opened it. Statements are prepared
/// once per SQL text and kept: pass string literals, never text put together with values.
/// Every function throws StorageFailure when the database does; the message says what to do.
class Database {
public:
    enum class Mode : std::uint8_t {
        ReadWrite, ///< the store: WAL, synchronous=FULL, foreign keys on; created if absent
        ReadOnly,  ///< looks: touches no file, and makes none beside a database that nobody uses
        Scratch,   ///< a throw-away database for rebuilds: no durability, no journal
    };

    /// Opens without migrating. Codes: database_locked, database_read_only, database_damaged,
    /// not_a_database, disk_full, disk_error, no_such_folder.
    static std::unique_ptr<Database> open(const std::string& path, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs a statement that answers no rows. Returns how many rows it changed.
    std::int64_t run(std::string_view sql, Params params = {});
    /// Calls `take` for each row. The statement must not be run again inside.
    void each(std::string_view sql, Params params, const std::function<void(const DbRow&)>& take);
    /// The first column of the first row as an integer; nothing where there is no row or a NULL.
    std::optional<std::int64_t> integer(std::string_view sql, Params params = {});
    /// Runs a script of several statements without values, separated by semicolons at line ends.
    void runScript(std::string_view sql);

    const std::string& path() const;
    /// The sqlite3* behind the connection, for backup and the tests' fault injection; null
    /// elsewhere.
    void* sqliteHandle() const;

private:
    struct Private;
    explicit Database(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
    friend class Transaction;
};

/// A write transaction (BEGIN IMMEDIATE): all of it is on disk when commit() returns, or none.
/// Rolls back when it goes without commit().
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Returns when the change is durable. Throws StorageFailure, having rolled back, when it
    /// cannot be.
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace foyer
