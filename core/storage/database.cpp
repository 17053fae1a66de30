// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"

#include "core/base/ensure.h"
#include "core/storage/sqlite_failure.h"

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
int bind(sqlite3_stmt* statement, int place, const Param& param)
{
    struct Bind {
        sqlite3_stmt* statement;
        int place;
        int operator()(std::monostate) const { return sqlite3_bind_null(statement, place); }
        int operator()(std::int64_t value) const
        {
            return sqlite3_bind_int64(statement, place, value);
        }
        int operator()(std::string_view value) const
        {
            return sqlite3_bind_text64(statement, place, value.data(), value.size(), SQLITE_STATIC,
                                       SQLITE_UTF8);
        }
        int operator()(ByteView value) const
        {
            // A null pointer would bind NULL; an empty run of bytes is not that.
            const void* bytes = value.empty() ? "" : static_cast<const void*>(value.data());
            return sqlite3_bind_blob64(statement, place, bytes, value.size(), SQLITE_STATIC);
        }
    };
    return std::visit(Bind{statement, place}, param.value());
}

class StatementRow final : public DbRow {
public:
    explicit StatementRow(sqlite3_stmt* statement) : m_statement{statement} {}
    bool isNull(int column) const override
    {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
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

struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

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

} // namespace

/// Qt Sql opens and owns the connection. Its statements run through SQLite's own interface: binding
/// by QSqlQuery alone took a third of the time of a sale.
struct Database::Private {
    std::string path;
    QString name;
    QSqlDatabase connection;
    sqlite3* sqlite = nullptr;
    std::unordered_map<std::string_view, std::unique_ptr<sqlite3_stmt, Finalize>> statements;

    [[noreturn]] void fail() const
    {
        const int code = sqlite != nullptr ? sqlite3_extended_errcode(sqlite) : SQLITE_ERROR;
        const char* text = sqlite != nullptr ? sqlite3_errmsg(sqlite) : "not open";
        throw StorageFailure{sqliteFailure(code, text, path)};
    }
    void takeHandle()
    {
        const QVariant handle = connection.driver()->handle();
        ENSURE(handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0);
        sqlite = *static_cast<sqlite3* const*>(handle.constData());
    }
    sqlite3_stmt* prepared(std::string_view sql)
    {
        const auto known = statements.find(sql);
        if (known != statements.end()) {
            return known->second.get();
        }
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(sqlite, sql.data(), static_cast<int>(sql.size()),
                               SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
            fail();
        }
        return statements.emplace(sql, statement).first->second.get();
    }
    sqlite3_stmt* bound(std::string_view sql, Params params)
    {
        sqlite3_stmt* statement = prepared(sql);
        int place = 0;
        for (const Param& param : params) {
            if (bind(statement, ++place, param) != SQLITE_OK) {
                fail();
            }
        }
        return statement;
    }
    bool step(sqlite3_stmt* statement) const
    {
        const int code = sqlite3_step(statement);
        if (code != SQLITE_ROW && code != SQLITE_DONE) {
            fail();
        }
        return code == SQLITE_ROW;
    }
};

std::unique_ptr<Database> Database::open(const std::string& path, Mode mode)
{
    auto d = std::make_unique<Private>();
    d->path = path;
    d->name = freshConnectionName();
    d->connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), d->name);
    const bool settled = mode == Mode::ReadOnly && isSettled(path);
    d->connection.setDatabaseName(settled ? settledAddress(path) : QString::fromStdString(path));
    d->connection.setConnectOptions(
        settled                      ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI")
            : mode == Mode::ReadOnly ? QStringLiteral("QSQLITE_OPEN_READONLY")
                                     : QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    std::unique_ptr<Database> database{new Database{std::move(d)}};
    if (!database->d->connection.open()) {
        const int code = database->d->connection.lastError().nativeErrorCode().toInt();
        throw StorageFailure{
            sqliteFailure(code != 0 ? code : SQLITE_CANTOPEN, "cannot open", path)};
    }
    database->d->takeHandle();
    switch (mode) {
    case Mode::ReadWrite:
        // SQLite opens a file it may not write all the same, would only refuse the first sale, and
        // would leave a WAL beside it.
        if (sqlite3_db_readonly(database->d->sqlite, "main") == 1) {
            throw StorageFailure{sqliteFailure(SQLITE_READONLY, "read-only", path)};
        }
        database->runScript("PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\n"
                            "PRAGMA foreign_keys=ON;\nPRAGMA temp_store=MEMORY;\n"
                            "PRAGMA cache_size=-32768;\nPRAGMA trusted_schema=OFF;\n");
        break;
    case Mode::ReadOnly:
        database->runScript("PRAGMA query_only=ON;\nPRAGMA temp_store=MEMORY;\n");
        break;
    case Mode::Scratch:
        database->runScript("PRAGMA journal_mode=OFF;\nPRAGMA synchronous=OFF;\n"
                            "PRAGMA locking_mode=EXCLUSIVE;\nPRAGMA temp_store=MEMORY;\n"
                            "PRAGMA cache_size=-262144;\n");
        break;
    }
    return database;
}

Database::Database(std::unique_ptr<Private> priv) : d{std::move(priv)} {}

Database::~Database()
{
    d->statements.clear();
    d->connection.close();
    d->connection = {};
    QSqlDatabase::removeDatabase(d->name);
}

std::int64_t Database::run(std::string_view sql, Params params)
{
    sqlite3_stmt* statement = d->bound(sql, params);
    const Running running{statement};
    while (d->step(statement)) {}
    return sqlite3_changes64(d->sqlite);
}

void Database::each(std::string_view sql, Params params,
                    const std::function<void(const DbRow&)>& take)
{
    sqlite3_stmt* statement = d->bound(sql, params);
    const Running running{statement};
    const StatementRow row{statement};
    while (d->step(statement)) {
        take(row);
    }
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
    if (sqlite3_exec(d->sqlite, std::string{sql}.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        d->fail();
    }
}

const std::string& Database::path() const
{
    return d->path;
}

void* Database::sqliteHandle() const
{
    return d->sqlite;
}

Transaction::Transaction(Database& database) : m_database{database}
{
    m_database.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    if (!m_open) {
        return;
    }
    try {
        m_database.run("ROLLBACK");
    } catch (const StorageFailure&) {
        // SQLite has rolled back by itself after the failure that brought us here.
    }
}

void Transaction::commit()
{
    ENSURE(m_open);
    m_database.run("COMMIT");
    m_open = false;
}

} // namespace foyer
