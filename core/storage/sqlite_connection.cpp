// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/ensure.h"
#include "core/storage/connection.h"
#include "core/storage/sqlite_failure.h"
#include "core/storage/sqlite_statements.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QString>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>
#include <unordered_map>

namespace foyer {
namespace {

/// Binds a value without copying it: the statement is reset before the caller's memory may go.
/// `Lifetime` where it may outlive them.
using Lifetime = void (*)(void*);
int bind(sqlite3_stmt* statement, int place, const Param& param, Lifetime keep = SQLITE_STATIC)
{
    struct Bind {
        sqlite3_stmt* statement;
        int place;
        Lifetime keep;
        int operator()(std::monostate) const { return sqlite3_bind_null(statement, place); }
        int operator()(std::int64_t value) const
        {
            return sqlite3_bind_int64(statement, place, value);
        }
        int operator()(std::string_view value) const
        {
            return sqlite3_bind_text64(statement, place, value.data(), value.size(), keep,
                                       SQLITE_UTF8);
        }
        int operator()(ByteView value) const
        {
            // A null pointer would bind NULL; an empty run of bytes is not that.
            const void* bytes = value.empty() ? "" : static_cast<const void*>(value.data());
            return sqlite3_bind_blob64(statement, place, bytes, value.size(), keep);
        }
    };
    return std::visit(Bind{statement, place, keep}, param.value());
}

class StatementRow final : public DbRow {
public:
    explicit StatementRow(sqlite3_stmt* statement) : m_statement{statement} {}
    ColumnType type(int column) const override
    {
        switch (sqlite3_column_type(m_statement, column)) {
        case SQLITE_NULL:
            return ColumnType::Null;
        case SQLITE_BLOB:
            return ColumnType::Blob;
        case SQLITE_TEXT:
            return ColumnType::Text;
        default:
            return ColumnType::Integer;
        }
    }
    std::int64_t integer(int column) const override
    {
        return sqlite3_column_int64(m_statement, column);
    }
    std::string text(int column) const override
    {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return text == nullptr ? std::string{} : std::string{text, size(column)};
    }
    Bytes bytes(int column) const override
    {
        const ByteView view = viewOf(column);
        return {view.begin(), view.end()};
    }
    Uuid uuid(int column) const override
    {
        return Uuid::fromBytes(viewOf(column)).value_or(Uuid{});
    }

private:
    std::size_t size(int column) const
    {
        return static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    }
    ByteView viewOf(int column) const
    {
        const auto* bytes =
            static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
        return {bytes, bytes == nullptr ? 0 : size(column)};
    }
    sqlite3_stmt* m_statement;
};

[[noreturn]] void fail(sqlite3* sqlite, const std::string& path)
{
    const int code = sqlite != nullptr ? sqlite3_extended_errcode(sqlite) : SQLITE_ERROR;
    const char* text = sqlite != nullptr ? sqlite3_errmsg(sqlite) : "not open";
    throw StorageFailure{sqliteFailure(code, text, path)};
}

/// Ends a run of a statement, however it ends, so that it holds no lock and no memory of the
/// caller.
class Running {
public:
    explicit Running(sqlite3_stmt* statement) : m_statement{statement} {}
    ~Running()
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

private:
    sqlite3_stmt* m_statement;
};

QString freshConnectionName()
{
    static std::atomic<int> count{0};
    return QStringLiteral("foyer-%1").arg(++count);
}

bool isEmptyOrAbsent(const QString& path)
{
    return QFileInfo{path}.size() == 0;
}

/// Whether all of a database is in its file, and nobody is writing there: a writer has a WAL or a
/// rollback journal beside it.
bool isSettled(const std::string& path)
{
    const QString file = QString::fromStdString(path);
    return isEmptyOrAbsent(file + QStringLiteral("-wal")) &&
        isEmptyOrAbsent(file + QStringLiteral("-journal"));
}

/// Opened as immutable, a file is read without locks; otherwise SQLite would put a WAL and its
/// index beside it, and as a reader could not take them away again.
QString settledAddress(const std::string& path)
{
    QUrl url = QUrl::fromLocalFile(QFileInfo{QString::fromStdString(path)}.absoluteFilePath());
    url.setQuery(QStringLiteral("immutable=1"));
    return url.toString(QUrl::FullyEncoded);
}

/// A statement of its own, so that it may be at one row while others run.
class StatementRows final : public Rows {
public:
    StatementRows(SqliteStatement statement, std::string path)
        : m_statement{std::move(statement)}, m_row{m_statement.get()}, m_path{std::move(path)}
    {}
    bool next() override
    {
        const int code = sqlite3_step(m_statement.get());
        if (code != SQLITE_ROW && code != SQLITE_DONE) {
            fail(sqlite3_db_handle(m_statement.get()), m_path);
        }
        return code == SQLITE_ROW;
    }
    const DbRow& row() const override { return m_row; }
    int columns() const override { return sqlite3_column_count(m_statement.get()); }
    std::string columnName(int column) const override
    {
        return sqlite3_column_name(m_statement.get(), column);
    }

private:
    SqliteStatement m_statement;
    StatementRow m_row;
    std::string m_path;
};

/// Qt Sql opens and owns the connection. Its statements run through SQLite's own interface: binding
/// by QSqlQuery alone took a third of the time of a sale.
class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::string& path, Database::Mode mode);
    ~SqliteConnection() override;
    void open(Database::Mode mode);

    Database::Engine engine() const override { return Database::Engine::Sqlite; }
    std::int64_t run(std::string_view sql, Params params) override;
    void post(std::string_view sql, Params params, Then then) override;
    void addRow(std::string_view into, Params row) override;
    void each(std::string_view sql, Params params, const Take& take) override;
    std::unique_ptr<Rows> walk(const std::string& sql, Params params) override;
    void runScript(std::string_view sql) override;
    void settle() override {}
    void begin() override { run("BEGIN IMMEDIATE", {}); }
    void commit() override { run("COMMIT", {}); }
    void rollback() noexcept override;
    void lock(const Uuid& /*key*/) override {}
    void notify(std::string_view /*channel*/, std::string_view /*payload*/) override {}
    void* sqliteHandle() const override { return m_sqlite; }

private:
    void takeHandle();
    void configure(Database::Mode mode);
    SqliteStatement prepare(std::string_view sql, unsigned flags) const;
    void bindAll(sqlite3_stmt* statement, Params params) const;
    bool step(sqlite3_stmt* statement) const;

    QString m_name = freshConnectionName();
    QSqlDatabase m_connection;
    sqlite3* m_sqlite = nullptr;
    SqliteStatements m_statements{
        [this](std::string_view sql) { return prepare(sql, SQLITE_PREPARE_PERSISTENT); }};
    std::unordered_map<std::string_view, std::string> m_inserts; ///< by their `into`
};

SqliteConnection::SqliteConnection(const std::string& path, Database::Mode mode) : Connection{path}
{
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    const bool settled = mode == Database::Mode::ReadOnly && isSettled(path);
    m_connection.setDatabaseName(settled ? settledAddress(path) : QString::fromStdString(path));
    m_connection.setConnectOptions(
        settled ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI")
            : mode == Database::Mode::ReadOnly ? QStringLiteral("QSQLITE_OPEN_READONLY")
                                               : QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
}

/// Apart from the constructor, so that what was opened is closed when something is thrown.
void SqliteConnection::open(Database::Mode mode)
{
    if (!m_connection.open()) {
        const int code = m_connection.lastError().nativeErrorCode().toInt();
        throw StorageFailure{
            sqliteFailure(code != 0 ? code : SQLITE_CANTOPEN, "cannot open", path())};
    }
    takeHandle();
    configure(mode);
}

void SqliteConnection::configure(Database::Mode mode)
{
    switch (mode) {
    case Database::Mode::ReadWrite:
        // SQLite opens a file it may not write all the same, would only refuse the first sale, and
        // would leave a WAL beside it.
        if (sqlite3_db_readonly(m_sqlite, "main") == 1) {
            throw StorageFailure{sqliteFailure(SQLITE_READONLY, "read-only", path())};
        }
        runScript("PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\n"
                  "PRAGMA foreign_keys=ON;\nPRAGMA temp_store=MEMORY;\n"
                  "PRAGMA cache_size=-32768;\nPRAGMA trusted_schema=OFF;\n"
                  "PRAGMA secure_delete=ON;\n"); // a key that is deleted is overwritten
        break;
    case Database::Mode::ReadOnly:
        runScript("PRAGMA query_only=ON;\nPRAGMA temp_store=MEMORY;\n");
        break;
    case Database::Mode::Scratch:
        runScript("PRAGMA journal_mode=OFF;\nPRAGMA synchronous=OFF;\n"
                  "PRAGMA locking_mode=EXCLUSIVE;\nPRAGMA temp_store=MEMORY;\n"
                  "PRAGMA cache_size=-262144;\n");
        break;
    }
}

SqliteConnection::~SqliteConnection()
{
    m_statements.clear();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(m_name);
}

void SqliteConnection::takeHandle()
{
    const QVariant handle = m_connection.driver()->handle();
    ENSURE(handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0);
    m_sqlite = *static_cast<sqlite3* const*>(handle.constData());
}

SqliteStatement SqliteConnection::prepare(std::string_view sql, unsigned flags) const
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_sqlite, sql.data(), static_cast<int>(sql.size()), flags, &statement,
                           nullptr) != SQLITE_OK) {
        fail(m_sqlite, path());
    }
    return SqliteStatement{statement};
}

void SqliteConnection::bindAll(sqlite3_stmt* statement, Params params) const
{
    int place = 0;
    for (const Param& param : params) {
        if (bind(statement, ++place, param) != SQLITE_OK) {
            fail(m_sqlite, path());
        }
    }
}

bool SqliteConnection::step(sqlite3_stmt* statement) const
{
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        fail(m_sqlite, path());
    }
    return code == SQLITE_ROW;
}

std::int64_t SqliteConnection::run(std::string_view sql, Params params)
{
    sqlite3_stmt* statement = m_statements.of(sql);
    bindAll(statement, params);
    const Running running{statement};
    while (step(statement)) {}
    return sqlite3_changes64(m_sqlite);
}

void SqliteConnection::post(std::string_view sql, Params params, Then then)
{
    const std::int64_t changed = run(sql, params);
    if (then) {
        then(changed);
    }
}

void SqliteConnection::addRow(std::string_view into, Params row)
{
    std::string& sql = m_inserts[into];
    if (sql.empty()) {
        sql = rowInsert(into, row.size(), 1);
    }
    run(sql, row);
}

void SqliteConnection::each(std::string_view sql, Params params, const Take& take)
{
    sqlite3_stmt* statement = m_statements.of(sql);
    bindAll(statement, params);
    const Running running{statement};
    const StatementRow row{statement};
    while (step(statement)) {
        take(row);
    }
}

std::unique_ptr<Rows> SqliteConnection::walk(const std::string& sql, Params params)
{
    SqliteStatement statement = prepare(sql, 0);
    int place = 0;
    for (const Param& param : params) {
        if (bind(statement.get(), ++place, param, SQLITE_TRANSIENT) != SQLITE_OK) {
            fail(m_sqlite, path());
        }
    }
    return std::make_unique<StatementRows>(std::move(statement), path());
}

void SqliteConnection::runScript(std::string_view sql)
{
    if (sqlite3_exec(m_sqlite, std::string{sql}.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail(m_sqlite, path());
    }
}

void SqliteConnection::rollback() noexcept
{
    try {
        run("ROLLBACK", {});
    } catch (const StorageFailure&) {
        return; // SQLite has rolled back by itself after the failure that brought us here
    }
}

} // namespace

std::unique_ptr<Connection> openSqlite(const std::string& path, Database::Mode mode)
{
    auto connection = std::make_unique<SqliteConnection>(path, mode);
    connection->open(mode);
    return connection;
}

} // namespace foyer
