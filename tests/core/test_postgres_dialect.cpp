// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "core/storage/migrator.h"
#include "core/storage/postgres_address.h"
#include "core/storage/postgres_dialect.h"
#include "core/storage/postgres_failure.h"

#include <QTest>

#include <string>

using namespace foyer;

class PostgresDialectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parametersAreNumberedOutsideOfQuotesOnly()
    {
        QCOMPARE(withNumberedParameters("SELECT ? FROM \"a?\" WHERE b = '?''?' AND c > ? -- ?\n"),
                 std::string{"SELECT $1 FROM \"a?\" WHERE b = '?''?' AND c > $2 -- ?\n"});
        QCOMPARE(withNumberedParameters("SELECT 'not closed ?"),
                 std::string{"SELECT 'not closed ?"});
        QCOMPARE(withNumberedParameters(""), std::string{});
    }

    void typesAreTranslatedAndCommentsAreNot()
    {
        QCOMPARE(postgresSchema("-- A BLOB of INTEGER\nCREATE TABLE t (\n    a BLOB NOT NULL,\n"
                                "    text TEXT NOT NULL DEFAULT 'TEXT',\n    n INTEGER\n) STRICT, "
                                "WITHOUT ROWID;\nCREATE TABLE s (a TEXT COLLATE NOCASE) STRICT;\n"),
                 std::string{"-- A BLOB of INTEGER\nCREATE TABLE t (\n    a BYTEA NOT NULL,\n"
                             "    text TEXT COLLATE \"C\" NOT NULL DEFAULT 'TEXT',\n    n BIGINT\n"
                             ");\nCREATE TABLE s (a TEXT COLLATE \"C\");\n"});
    }

    void everyPrimaryKeyOfTheBusinessBeginsWithItsOrganizer()
    {
        // So that a database can be spread over servers by organizer. What is about this computer
        // alone has none.
        for (const Migration& migration : migrations()) {
            const std::string_view sql = migration.sql;
            for (auto at = sql.find("PRIMARY KEY ("); at != std::string_view::npos;
                 at = sql.find("PRIMARY KEY (", at + 1)) {
                const std::string_view key = sql.substr(at + 13, sql.find(')', at) - at - 13);
                QVERIFY2(key.starts_with("organizer") || key == "job, number",
                         (std::string{migration.name} + ": " + std::string{key}).c_str());
            }
        }
    }

    void anAddressIsShownWithoutItsPassword()
    {
        const auto address = PostgresAddress::parse(
            "postgresql://box:se%3Bcret@db.example:5433/foyer?sslmode=require");
        QCOMPARE(address.shown, std::string{"postgresql://box@db.example:5433/foyer"});
        QCOMPARE(address.get("password"), std::string{"se;cret"});
        QCOMPARE(address.get("sslmode"), std::string{"require"});
        QCOMPARE(address.get("client_encoding"), std::string{"UTF8"});
        try {
            PostgresAddress::parse("postgresql://box:secret@[db/foyer?what=1");
            QFAIL("the address was taken");
        } catch (const StorageFailure& failure) {
            QCOMPARE(failure.error.code, std::string{"bad_database_address"});
            QVERIFY(failure.error.message.find("secret") == std::string::npos);
        }
    }

    void everyStateOfTheServerHasItsCode_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("code");
        QTest::newRow("serialization") << "40001"
                                       << "transaction_conflict";
        QTest::newRow("deadlock") << "40P01"
                                  << "transaction_conflict";
        QTest::newRow("lock timeout") << "55P03"
                                      << "transaction_conflict";
        QTest::newRow("disk full") << "53100"
                                   << "disk_full";
        QTest::newRow("disk error") << "58030"
                                    << "disk_error";
        QTest::newRow("damaged") << "XX001"
                                 << "database_damaged";
        QTest::newRow("read only") << "25006"
                                   << "database_read_only";
        QTest::newRow("not permitted") << "42501"
                                       << "database_not_permitted";
        QTest::newRow("shut down") << "57P01"
                                   << "database_connection_lost";
        QTest::newRow("nothing said") << ""
                                      << "database_connection_lost";
        QTest::newRow("anything else") << "22012"
                                       << "database_failed";
    }
    void everyStateOfTheServerHasItsCode()
    {
        QFETCH(QString, state);
        QFETCH(QString, code);
        const Error error = postgresFailure(state.toStdString(), "why", "postgresql://there");
        QCOMPARE(QString::fromStdString(error.code), code);
        QCOMPARE(error.kind, ErrorKind::Storage);
        QVERIFY(error.message.find("postgresql://there") != std::string::npos ||
                code == "database_failed");
        QCOMPARE(mayRetry(error), code == QLatin1String{"transaction_conflict"});
    }
};

QTEST_GUILESS_MAIN(PostgresDialectTest)
#include "test_postgres_dialect.moc"
