// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/uuid.h"

#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <typeindex>
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

/// What a column of a row holds.
enum class ColumnType : std::uint8_t { Null, Integer, Text, Blob };

/// The current row of a query. Columns count from 0; a NULL reads as 0, empty or nil.
class DbRow {
public:
    virtual ColumnType type(int column) const = 0;
    bool isNull(int column) const { return type(column) == ColumnType::Null; }
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

/// The rows of a query, one at a time, whatever their number.
class Rows {
public:
    virtual ~Rows() = default;
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    /// Goes to the next row; false where there is none. Throws StorageFailure.
    virtual bool next() = 0;
    virtual const DbRow& row() const = 0;
    virtual int columns() const = 0;
    virtual std::string columnName(int column) const = 0;

protected:
    Rows() = default;
};

class Connection;
class Database;

/// What a transaction puts off until it knows all that it does.
class TransactionNote {
public:
    TransactionNote() = default;
    virtual ~TransactionNote() = default;
    TransactionNote(const TransactionNote&) = delete;
    TransactionNote& operator=(const TransactionNote&) = delete;
    /// Called when the transaction is about to commit, once more after it did something. Returns
    /// whether it did. What it throws the commit throws.
    virtual bool beforeCommit(Database& database) = 0;
};

/// One connection to one database: a file of SQLite, or a PostgreSQL server. Belongs to the thread
/// that opened it. Statements are prepared once per SQL text and kept: pass string literals, never
/// text put together with values.
/// Every function throws StorageFailure when the database does; the message says what to do. Of a
/// server the codes are database_connection_lost (nothing of the transaction is kept; the next one
/// connects again), commit_unknown, transaction_conflict (see mayRetry), disk_full, disk_error,
/// database_read_only, database_not_permitted, database_damaged, database_failed.
class Database {
public:
    enum class Engine : std::uint8_t { Sqlite, Postgres };
    enum class Mode : std::uint8_t {
        ReadWrite, ///< the store: what commits is on disk, foreign keys on; a file is created if
                   ///< absent
        ReadOnly,  ///< looks: touches no file, and makes none beside a database that nobody uses
        Scratch,   ///< a throw-away database for rebuilds: no durability. On PostgreSQL its tables
                   ///< are temporary ones of this connection
    };

    /// Opens without migrating. `path` is a file, or `postgresql://user@host/database` in libpq's
    /// form, parameters included
    /// (https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING).
    /// Codes of a file: database_locked, database_read_only, database_damaged, not_a_database,
    /// disk_full, disk_error, no_such_folder. Of a server: bad_database_address,
    /// database_unreachable, database_refused (user, password, name), driver_missing.
    static std::unique_ptr<Database> open(const std::string& path, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Engine engine() const;

    /// Runs a statement that answers no rows. Returns how many rows it changed.
    std::int64_t run(std::string_view sql, Params params = {});
    /// The same where nobody waits for the count. On PostgreSQL a post within a transaction is sent
    /// together with what follows, so that many cost one round trip: what it throws comes from the
    /// next run, each, walk or commit, and then nothing of the transaction is kept.
    void post(std::string_view sql, Params params = {});
    /// Posts, and hands `then` the count of rows as soon as it is known: at the latest before the
    /// next run, each, walk or commit of this transaction. What `then` does must not depend on
    /// whether it comes before or after what is posted meanwhile.
    void post(std::string_view sql, Params params, std::function<void(std::int64_t changed)> then);
    /// Adds a row, unless one of its key is there. `into` is a literal: the table and its columns,
    /// "payment (organizer, id, …)". Rows that nobody asks for before the next run, each, walk or
    /// commit: on PostgreSQL those of a transaction are sent many in one statement, after what was
    /// posted meanwhile, and what it throws comes then.
    void addRow(std::string_view into, Params row);
    /// Calls `take` for each row. The statement must not be run again inside. All rows may be in
    /// memory at once: for those of a whole journal there is walk().
    void each(std::string_view sql, Params params, const std::function<void(const DbRow&)>& take);
    /// The rows of a statement, which is not kept, one at a time. Other statements may run
    /// meanwhile; on PostgreSQL no transaction may begin or end.
    std::unique_ptr<Rows> walk(const std::string& sql, Params params = {});
    /// The first column of the first row as an integer; nothing where there is no row or a NULL.
    std::optional<std::int64_t> integer(std::string_view sql, Params params = {});
    /// Runs a script of several statements without values, separated by semicolons at line ends.
    void runScript(std::string_view sql);

    /// What is kept for the transaction under way, made when it is asked for first; null outside of
    /// one. Each type is kept once.
    template <std::derived_from<TransactionNote> Note>
    Note* noteOf()
    {
        const auto make = [] { return std::make_unique<Note>(); };
        return static_cast<Note*>(note(typeid(Note), make));
    }

    /// Waits until no other transaction holds this key, and holds it until this one ends. For what
    /// reads rows and then writes what follows from them. On SQLite transactions write one after
    /// the other anyway, and it does nothing.
    void lock(const Uuid& key);
    /// Tells whoever listens (storage/listener.h), when this transaction commits. `payload` up to
    /// 7,999 bytes. On SQLite nobody else has the database open, and it does nothing.
    void notify(std::string_view channel, std::string_view payload = {});

    /// Where the database is, as messages may show it: without a password.
    const std::string& path() const;
    /// The sqlite3* behind the connection, for backup and the tests' fault injection; null
    /// elsewhere.
    void* sqliteHandle() const;

private:
    explicit Database(std::unique_ptr<Connection> connection);
    TransactionNote* note(std::type_index type,
                          const std::function<std::unique_ptr<TransactionNote>()>& make);
    std::unique_ptr<Connection> m_connection;
    std::map<std::type_index, std::unique_ptr<TransactionNote>> m_notes;
    bool m_inTransaction = false;
    friend class Transaction;
};

/// Whether `path` names a PostgreSQL server rather than a file.
bool isPostgresAddress(std::string_view path);

/// Whether the same act, done again from its beginning, may well succeed: another one was in the
/// way (code transaction_conflict).
bool mayRetry(const Error& error);

/// A write transaction: all of it is on disk when commit() returns, or none. Rolls back when it
/// goes without commit(). On SQLite they write one after the other (BEGIN IMMEDIATE). On PostgreSQL
/// they run side by side at READ COMMITTED: what only one may do is decided by unique keys, by
/// updates that add to what they find, and by lock(); a higher level would only add failures, for
/// every transaction that ends by taking the organizer's next positions would conflict.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Returns when the change is durable. Throws StorageFailure, having rolled back, when it
    /// cannot be; but with code commit_unknown where the connection was lost while the server was
    /// saving: then look before doing it again.
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace foyer
