// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/postgres_session.h"

#include "core/base/ensure.h"
#include "core/storage/database.h"
#include "core/storage/postgres_failure.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <atomic>
#include <cstdlib>
#include <libpq-fe.h>
#include <vector>

namespace foyer {
namespace {

QString qt(const std::string& text)
{
    return QString::fromStdString(text);
}

/// One of libpq's `name='value'` settings, as Qt's list of them takes it.
QString setting(const std::string& name, const std::string& value)
{
    QString quoted = qt(value);
    quoted.replace(QLatin1Char{'\\'}, QLatin1String{"\\\\"});
    quoted.replace(QLatin1Char{'\''}, QLatin1String{"\\'"});
    return qt(name) + QStringLiteral("='") + quoted + QLatin1Char{'\''};
}

QString otherSettings(const PostgresAddress& address)
{
    QStringList settings;
    for (const auto& [name, value] : address.parameters) {
        const bool isQts = name == "host" || name == "port" || name == "dbname" || name == "user" ||
            name == "password";
        if (!isQts) {
            settings.append(setting(name, value));
        }
    }
    return settings.join(QLatin1Char{' '});
}

void sayNothing(void* /*argument*/, const PGresult* /*notice*/) {}

/// Why a connection was not made: whether nobody answers, or somebody does and refuses.
Error notConnected(const PostgresAddress& address, const std::string& detail)
{
    std::vector<const char*> names;
    std::vector<const char*> values;
    for (const auto& [name, value] : address.parameters) {
        names.push_back(name.c_str());
        values.push_back(value.c_str());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    const PGPing answer = PQpingParams(names.data(), values.data(), 0);
    return answer == PQPING_OK ? serverRefused(detail, address.shown)
                               : serverUnreachable(detail, address.shown);
}

std::string freshName()
{
    static std::atomic<int> count{0};
    return "foyer-postgres-" + std::to_string(++count);
}

void closeConnection(const std::string& name)
{
    QSqlDatabase::database(qt(name), false).close();
    QSqlDatabase::removeDatabase(qt(name));
}

} // namespace

std::string oneLine(const char* text)
{
    std::string line = text != nullptr ? text : "";
    line.erase(line.find_last_not_of("\n ") + 1);
    for (std::size_t at = line.find('\n'); at != std::string::npos; at = line.find('\n', at)) {
        line.replace(at, 1, " ");
    }
    return line;
}

PostgresSession::PostgresSession(PostgresAddress address)
    : m_address{std::move(address)}, m_name{freshName()}
{
    try {
        open();
    } catch (const StorageFailure&) {
        closeConnection(m_name);
        throw;
    }
}

PostgresSession::~PostgresSession()
{
    closeConnection(m_name);
}

void PostgresSession::open()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), qt(m_name));
    if (!database.isValid()) {
        throw StorageFailure{
            storageError("driver_missing",
                         "Qt's driver for PostgreSQL is not installed on this computer. Install "
                         "it (on Debian the package libqt6sql6-psql) and start Foyer again.",
                         m_address.shown)};
    }
    database.setHostName(qt(m_address.get("host")));
    database.setDatabaseName(qt(m_address.get("dbname")));
    database.setUserName(qt(m_address.get("user")));
    database.setPassword(qt(m_address.get("password")));
    if (!m_address.get("port").empty()) {
        database.setPort(std::atoi(m_address.get("port").c_str()));
    }
    database.setConnectOptions(otherSettings(m_address));
    if (!database.open()) {
        throw StorageFailure{
            notConnected(m_address,
                         oneLine(database.lastError().databaseText().toUtf8().constData()))};
    }
    const QVariant handle = database.driver()->handle();
    ENSURE(handle.isValid() && qstrcmp(handle.typeName(), "pg_conn*") == 0);
    m_handle = *static_cast<pg_conn* const*>(handle.constData());
    PQsetNoticeReceiver(m_handle, sayNothing, nullptr);
}

bool PostgresSession::reconnect()
{
    PQreset(m_handle);
    return PQstatus(m_handle) == CONNECTION_OK;
}

} // namespace foyer
