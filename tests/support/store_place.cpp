// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/store_place.h"

#include "core/storage/database.h"

#include <QCoreApplication>
#include <QFile>
#include <QtGlobal>

namespace foyer::test {
namespace {

Database& server()
{
    static const auto database = Database::open(serverAddress(), Database::Mode::ReadWrite);
    return *database;
}

} // namespace

bool isOnPostgres()
{
    return qEnvironmentVariableIsSet("FOYER_TEST_POSTGRES");
}

std::string serverAddress()
{
    if (!isOnPostgres()) {
        return {};
    }
    QFile file{qEnvironmentVariable("FOYER_TEST_POSTGRES") + QStringLiteral("/address")};
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no server: %s cannot be read", qPrintable(file.fileName()));
    }
    return file.readAll().trimmed().toStdString();
}

std::string serverAddressWith(const std::string& parameter)
{
    return serverAddress() + "&" + parameter;
}

std::string scratchAddress()
{
    return isOnPostgres() ? serverAddress() : ":memory:";
}

StorePlace::StorePlace()
{
    if (isOnPostgres()) {
        static int count = 0;
        m_schema = "test_" + std::to_string(QCoreApplication::applicationPid()) + "_" +
            std::to_string(++count);
        server().runScript("CREATE SCHEMA " + m_schema);
        m_address = serverAddressWith("options=-csearch_path%3D" + m_schema);
    }
}

StorePlace::~StorePlace()
{
    if (!m_schema.empty()) {
        try {
            server().runScript("DROP SCHEMA " + m_schema + " CASCADE");
        } catch (const StorageFailure& failure) {
            qWarning("%s", failure.error.message.c_str());
        }
    }
}

std::string bytesLiteral(const std::string& hex)
{
    return isOnPostgres() ? "'\\x" + hex + "'::bytea" : "x'" + hex + "'";
}

std::string zeroBytes(std::size_t size)
{
    return bytesLiteral(std::string(2 * size, '0'));
}

} // namespace foyer::test
