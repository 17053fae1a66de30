// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"

#include "core/base/ensure.h"
#include "core/storage/sqlite_failure.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <unordered_map>

namespace foyer {
namespace {

QByteArray rawBytes(ByteView bytes)
{
    return QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                   static_cast<qsizetype>(bytes.size()));
}

QVariant variantOf(const Param& param)
{
    struct Convert {
        QVariant operator()(std::monostate) const { return {}; }
        QVariant operator()(std::int64_t value) const { return QVariant::fromValue(qint64{value}); }
        QVariant operator()(std::string_view value) const
        {
            return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
        }
        QVariant operator()(ByteView value) const { return rawBytes(value); }
    };
    return std::visit(Convert{}, param.value());
}

class QueryRow final : public DbRow {
public:
    explicit QueryRow(const QSqlQuery& query) : m_query{query} {}
    bool isNull(int column) const override { return m_query.isNull(column); }
    std::int64_t integer(int column) const override { return m_query.value(column).toLongLong(); }
    std::string text(int column) const override
    {
        return m_query.value(column).toString().toStdString();
    }
    Bytes bytes(int column) const override
    {
        const QByteArray bytes = m_query.value(column).toByteArray();
        return {bytes.begin(), bytes.end()};
    }
    Uuid uuid(int column) const override
    {
        const QByteArray bytes = m_query.value(column).toByteArray();
        return Uuid::fromBytes({reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                                static_cast<std::size_t>(bytes.size())})
            .value_or(Uuid{});
    }

private:
    const QSqlQuery& m_query;
};

QString freshConnectionName()
{
    static std::atomic<int> count{0};
    return QStringLiteral("foyer-%1").arg(++count);
}

} // namespace

struct Database::Private {
    std::string path;
    QString name;
    QSqlDatabase connection;
    std::unordered_map<std::string_view, QSqlQuery> statements;

    sqlite3* handle() const
    {
        const QVariant handle = connection.driver()->handle();
        return handle.isValid() && qstrcmp(handle.typeName(), "sqlite3*") == 0
                   ? *static_cast<sqlite3* const*>(handle.constData())
                   : nullptr;
    }
    [[noreturn]] void fail() const
    {
        sqlite3* sqlite = handle();
        const int code = sqlite != nullptr ? sqlite3_extended_errcode(sqlite) : SQLITE_ERROR;
        const char* text = sqlite != nullptr ? sqlite3_errmsg(sqlite) : "not open";
        throw StorageFailure{sqliteFailure(code, text, path)};
    }
    QSqlQuery& prepared(std::string_view sql)
    {
        const auto known = statements.find(sql);
        if (known != statements.end()) {
            return known->second;
        }
        QSqlQuery query{connection};
        query.setForwardOnly(true);
        if (!query.prepare(QString::fromUtf8(sql.data(), static_cast<qsizetype>(sql.size())))) {
            fail();
        }
        return statements.emplace(sql, std::move(query)).first->second;
    }
    QSqlQuery& executed(std::string_view sql, Params params)
    {
        QSqlQuery& query = prepared(sql);
        int place = 0;
        for (const Param& param : params) {
            query.bindValue(place++, variantOf(param));
        }
        if (!query.exec()) {
            query.finish();
            fail();
        }
        return query;
    }
};

std::unique_ptr<Database> Database::open(const std::string& path, Mode mode)
{
    auto d = std::make_unique<Private>();
    d->path = path;
    d->name = freshConnectionName();
    d->connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), d->name);
    d->connection.setDatabaseName(QString::fromStdString(path));
    d->connection.setConnectOptions(mode == Mode::ReadOnly
                                        ? QStringLiteral("QSQLITE_OPEN_READONLY")
                                        : QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    std::unique_ptr<Database> database{new Database{std::move(d)}};
    if (!database->d->connection.open()) {
        const int code = database->d->connection.lastError().nativeErrorCode().toInt();
        throw StorageFailure{sqliteFailure(code != 0 ? code : SQLITE_CANTOPEN, "cannot open", path)};
    }
    switch (mode) {
    case Mode::ReadWrite:
        database->runScript("PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\n"
                            "PRAGMA foreign_keys=ON;\nPRAGMA temp_store=MEMORY;\n"
                            "PRAGMA cache_size=-32768;\nPRAGMA trusted_schema=OFF;\n");
        // SQLite opens a file it may not write all the same, and would only refuse the first sale.
        if (sqlite3_db_readonly(database->d->handle(), "main") == 1) {
            throw StorageFailure{sqliteFailure(SQLITE_READONLY, "read-only", path)};
        }
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
    QSqlQuery& query = d->executed(sql, params);
    const std::int64_t changed = query.numRowsAffected();
    query.finish();
    return changed;
}

void Database::each(std::string_view sql, Params params,
                    const std::function<void(const DbRow&)>& take)
{
    QSqlQuery& query = d->executed(sql, params);
    const QueryRow row{query};
    try {
        while (query.next()) {
            take(row);
        }
    } catch (...) {
        query.finish();
        throw;
    }
    if (query.lastError().isValid()) {
        query.finish();
        d->fail();
    }
    query.finish();
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
    std::size_t from = 0;
    while (from < sql.size()) {
        const std::size_t end = std::min(sql.find(";\n", from), sql.size());
        const std::string_view statement = sql.substr(from, end - from);
        from = end + 2;
        if (statement.find_first_not_of(" \n") == std::string_view::npos) {
            continue;
        }
        QSqlQuery query{d->connection};
        if (!query.exec(QString::fromUtf8(statement.data(),
                                          static_cast<qsizetype>(statement.size())))) {
            d->fail();
        }
        query.finish();
    }
}

const std::string& Database::path() const
{
    return d->path;
}

void* Database::sqliteHandle() const
{
    return d->handle();
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
