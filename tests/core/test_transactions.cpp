// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/database.h"
#include "core/storage/watch_list.h"
#include "tests/support/store_place.h"

#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace foyer;
using foyer::projections::Question;
using foyer::projections::WatchList;

namespace {

constexpr const char* kInto = "thing (organizer, id, n, t, b)";

Uuid idOf(int number)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[6] = static_cast<std::uint8_t>(number >> 8);
    bytes[7] = static_cast<std::uint8_t>(number & 0xff);
    return *Uuid::fromBytes(bytes);
}

const OrganizerId kHouse{idOf(9'000)};

struct Things {
    Things()
    {
        database->runScript(
            database->engine() == Database::Engine::Postgres
                ? "CREATE TABLE thing (organizer BYTEA, id BYTEA, n BIGINT NOT NULL, t TEXT, "
                  "b BYTEA, PRIMARY KEY (organizer, id))"
                : "CREATE TABLE thing (organizer BLOB, id BLOB, n INTEGER NOT NULL, t TEXT, "
                  "b BLOB, PRIMARY KEY (organizer, id)) STRICT");
    }
    void add(int number, std::optional<std::string> text = {})
    {
        database->addRow(kInto,
                         {kHouse, idOf(number), std::int64_t{number}, text,
                          Bytes{static_cast<std::uint8_t>(number & 0xff)}});
    }
    std::int64_t count() { return database->integer("SELECT count(*) FROM thing").value(); }

    QTemporaryDir folder;
    test::StorePlace place;
    std::unique_ptr<Database> database =
        Database::open(test::isOnPostgres() ? place.address()
                                            : folder.filePath("things.db").toStdString(),
                       Database::Mode::ReadWrite);
};

std::vector<Uuid> told;

/// Asked of things by their ids: is its number above ten?
const Question& isLarge()
{
    static const Question kQuestion{
        {"thing", "id", "t", "n > 10",
         [](Database&, OrganizerId, const Uuid& id) { told.push_back(id); }}};
    return kQuestion;
}

} // namespace

class TransactionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { told.clear(); }

    void rowsThatAreAddedAreThereForTheNextReadAndAfterTheCommit()
    {
        QVERIFY(rc::check("rows that are added are there", [] {
            Things things;
            std::map<int, std::optional<std::string>> expected;
            Transaction transaction{*things.database};
            const int rows = *rc::gen::inRange(0, 300);
            for (int i = 0; i < rows; ++i) {
                const auto text = *rc::gen::arbitrary<bool>()
                    ? std::optional{"no. " + std::to_string(i)}
                    : std::nullopt;
                things.add(i, text);
                expected[i] = text;
                if (*rc::gen::inRange(0, 60) == 0) {
                    RC_ASSERT(things.count() == i + 1);
                }
            }
            transaction.commit();
            std::map<int, std::optional<std::string>> found;
            things.database->each("SELECT n, t, b FROM thing", {}, [&](const DbRow& row) {
                const auto number = static_cast<int>(row.integer(0));
                found[number] = row.isNull(1) ? std::nullopt : std::optional{row.text(1)};
                RC_ASSERT(row.bytes(2) == Bytes{static_cast<std::uint8_t>(number & 0xff)});
            });
            RC_ASSERT(found == expected);
        }));
    }

    void aRowWhoseKeyIsThereIsLeftAsItIs()
    {
        Things things;
        things.add(1, "first"); // outside of a transaction, too
        {
            Transaction transaction{*things.database};
            things.add(1, "second");
            things.add(2, "first");
            things.add(2, "second");
            transaction.commit();
        }
        std::vector<std::string> texts;
        things.database->each("SELECT t FROM thing", {},
                              [&](const DbRow& row) { texts.push_back(row.text(0)); });
        QCOMPARE(texts, (std::vector<std::string>{"first", "first"}));
    }

    void rowsGoWithATransactionThatDoesNotCommit()
    {
        Things things;
        {
            const Transaction transaction{*things.database};
            things.add(1);
        }
        {
            Transaction transaction{*things.database};
            things.add(2);
            transaction.commit();
        }
        QCOMPARE(things.count(), 1);
    }

    void aRowThatCannotBeKeepsTheWholeTransactionFromCommitting()
    {
        Things things;
        bool failed = false;
        try {
            Transaction transaction{*things.database};
            things.add(1);
            things.database->addRow(kInto, {kHouse, idOf(2), nullptr, nullptr, nullptr});
            things.add(3);
            transaction.commit();
        } catch (const StorageFailure&) {
            failed = true;
        }
        QVERIFY(failed);
        QCOMPARE(things.count(), 0);
    }

    void whatIsWatchedIsAskedOnceOfWhatIsThereInTheEnd()
    {
        Things things;
        {
            Transaction transaction{*things.database};
            for (int number = 0; number < 40; ++number) {
                things.add(number);
                WatchList::add(*things.database, isLarge(), kHouse, idOf(number));
                WatchList::add(*things.database, isLarge(), kHouse, idOf(number));
            }
            QVERIFY(told.empty());
            things.database->run("UPDATE thing SET n = 5 WHERE n = 30");
            transaction.commit();
        }
        std::vector<Uuid> expected;
        for (int number = 11; number < 40; ++number) {
            if (number != 30) {
                expected.push_back(idOf(number));
            }
        }
        std::ranges::sort(told);
        QCOMPARE(told, expected);
    }

    void whatIsNotedWhenCountsAreToldIsAskedToo()
    {
        Things things;
        {
            Transaction transaction{*things.database};
            things.database->post("INSERT INTO thing (organizer, id, n) VALUES (?, ?, 50)",
                                  {kHouse, idOf(50)}, [&](std::int64_t rows) {
                                      QCOMPARE(rows, 1);
                                      WatchList::add(*things.database, isLarge(), kHouse, idOf(50));
                                  });
            transaction.commit();
        }
        QCOMPARE(told, std::vector<Uuid>{idOf(50)});
    }

    void nothingIsAskedForATransactionThatDoesNotCommit()
    {
        Things things;
        {
            const Transaction transaction{*things.database};
            things.add(20);
            WatchList::add(*things.database, isLarge(), kHouse, idOf(20));
        }
        {
            Transaction transaction{*things.database};
            things.add(20);
            transaction.commit();
        }
        QVERIFY(told.empty());
    }

    void outsideOfATransactionItIsAskedAtOnce()
    {
        Things things;
        things.add(20);
        WatchList::add(*things.database, isLarge(), kHouse, idOf(20));
        QCOMPARE(told, std::vector<Uuid>{idOf(20)});
    }
};

QTEST_GUILESS_MAIN(TransactionsTest)
#include "test_transactions.moc"
