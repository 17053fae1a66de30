// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/entity.h"
#include "core/domain/journal/bodies.h"
#include "core/domain/journal/cbor.h"

#include "core/services/counter.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/journal.h"
#include "core/storage/listener.h"
#include "core/storage/migrator.h"
#include "core/storage/table_statistics.h"
#include "core/storage/projection.h"
#include "core/storage/table_comparison.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/earlier_rows.h"
#include "tests/support/journal_tables.h"

#include <QTest>

#include <array>
#include <atomic>
#include <chrono>
#include <limits>
#include <rapidcheck.h>
#include <thread>

using namespace foyer;
using namespace foyer::test;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<Database> opened(const std::string& address,
                                 Database::Mode mode = Database::Mode::ReadWrite)
{
    return Database::open(address, mode);
}

/// As an earlier Foyer wrote it that did not look at who was shut out when.
void addSomebodyShutOut(Database& database)
{
    SeededRandom random{41};
    const auto id = [&random] { return Uuid::v7(Instant{1'790'000'000'000}, random); };
    Entry entry{.id = EntryId{id()},
                .organizer = OrganizerId{id()},
                .replica = ReplicaId{id()},
                .sequence = 1,
                .at = HlcTime{1},
                .kind = kind::kUserEdited,
                .body = encode(EntityEdited{id(), {{"active", false}}})};
    entry.hash = hashOf(entry);
    QVERIFY(storeEntry(database, entry));
}

std::unique_ptr<Database> migrated(const std::string& address)
{
    auto database = opened(address);
    migrate(*database);
    return database;
}

/// The code of what something throws; "nothing" where it does not.
template <typename Act>
std::string codeOf(Act act)
{
    try {
        act();
    } catch (const StorageFailure& failure) {
        return failure.error.code;
    }
    return "nothing";
}

/// Ends another connection as an administrator does.
void terminate(Database& victim, const std::string& address)
{
    const auto pid = victim.integer("SELECT pg_backend_pid()").value();
    const auto administrator = opened(address);
    (void)administrator->integer("SELECT 1 WHERE pg_terminate_backend(?::int)", {pid});
    for (int i = 0; i < 200; ++i) { // it is told to end, and ends a moment later
        if (!administrator->integer("SELECT 1 FROM pg_stat_activity WHERE pid = ?", {pid})) {
            std::this_thread::sleep_for(100ms); // its socket closes a little later
            return;
        }
        std::this_thread::sleep_for(10ms);
    }
    QFAIL("the connection did not end");
}

std::int64_t count(Database& database, const char* table)
{
    return database.integer(std::string{"SELECT count(*) FROM "} + table).value();
}

void insertNumber(Database& database, std::int64_t number)
{
    database.post("INSERT INTO number (n) VALUES (?)", {number});
}

/// A table of numbers, each once, that a test may do anything with.
struct Numbers {
    Numbers()
    {
        database->runScript("CREATE TABLE number (n BIGINT PRIMARY KEY, t TEXT, b BYTEA)");
    }
    StorePlace place;
    std::unique_ptr<Database> database = opened(place.address());
};

} // namespace

class PostgresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!isOnPostgres()) {
            QSKIP("FOYER_TEST_POSTGRES names no server; ctest -L postgres starts one.");
        }
    }

    void valuesComeBackAsTheyWere()
    {
        Numbers numbers;
        Database& database = *numbers.database;
        constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
        const Bytes bytes{0, 255, 1};
        database.run("INSERT INTO number VALUES (?, ?, ?)", {kLeast, "ü'\\", bytes});
        database.run("INSERT INTO number VALUES (?, ?, ?)", {std::int64_t{-1}, "", Bytes{}});
        database.run("INSERT INTO number VALUES (?, ?, ?)", {std::int64_t{3}, nullptr, nullptr});
        int row = 0;
        database.each("SELECT n, t, b FROM number ORDER BY n", {}, [&](const DbRow& r) {
            QCOMPARE(r.integer(0), (std::array{kLeast, std::int64_t{-1}, std::int64_t{3}})[row]);
            QCOMPARE(r.isNull(1), row == 2);
            QCOMPARE(r.text(1),
                     (std::array{std::string{"ü'\\"}, std::string{}, std::string{}})[row]);
            QCOMPARE(r.bytes(2), row == 0 ? bytes : Bytes{});
            QCOMPARE(r.integer(1), 0); // no number is 0
            QVERIFY(r.uuid(2).isNil());
            ++row;
        });
        QCOMPARE(row, 3);
    }

    void sumsOfAnySizeAreRead()
    {
        Numbers numbers;
        QVERIFY(rc::check("a sum of integers is an integer", [&] {
            const auto value = *rc::gen::arbitrary<std::int64_t>();
            RC_ASSERT(numbers.database->integer("SELECT sum(CAST(? AS BIGINT))", {value}) == value);
            RC_ASSERT(numbers.database->integer("SELECT sum(CAST(? AS BIGINT) * 10000)",
                                                {value / 10'000}) == value / 10'000 * 10'000);
        }));
    }

    void aTextWithANulIsKeptWithoutIt()
    {
        Numbers numbers;
        numbers.database->run("INSERT INTO number VALUES (1, ?, NULL)",
                              {std::string_view{"a\0b", 3}});
        numbers.database->each("SELECT t FROM number", {}, [](const DbRow& row) {
            QCOMPARE(row.text(0), std::string{"a\uFFFDb"});
        });
    }

    void whatIsPostedIsThereForTheNextReadAndAfterTheCommit()
    {
        Numbers numbers;
        Database& database = *numbers.database;
        {
            Transaction transaction{database};
            for (int i = 0; i < 5'000; ++i) {
                insertNumber(database, i);
            }
            QCOMPARE(count(database, "number"), 5'000);
            insertNumber(database, 5'000);
            transaction.commit();
        }
        QCOMPARE(count(*opened(numbers.place.address()), "number"), 5'001);
    }

    void countsOfPostsAreToldBeforeTheNextReadInTheirOrder()
    {
        Numbers numbers;
        Database& database = *numbers.database;
        Transaction transaction{database};
        std::vector<std::int64_t> told;
        for (int i = 0; i < 3; ++i) {
            database.post("INSERT INTO number (n) VALUES (?) ON CONFLICT DO NOTHING",
                          {std::int64_t{i / 2}}, [&, i](std::int64_t changed) {
                              told.push_back(changed);
                              // What follows from a count is there for the read that asked.
                              insertNumber(database, 100 + i);
                              if (i == 1) {
                                  QCOMPARE(database.integer("SELECT count(*) FROM number"), 4);
                              }
                          });
        }
        QCOMPARE(count(database, "number"), 5);
        QCOMPARE(told, (std::vector<std::int64_t>{1, 0, 1}));
        transaction.commit();
    }

    void aPostThatFailsIsHeardOfAtTheCommitAndNothingIsKept()
    {
        Numbers numbers;
        Database& database = *numbers.database;
        QCOMPARE(codeOf([&] {
                     Transaction transaction{database};
                     insertNumber(database, 1);
                     insertNumber(database, 1);
                     insertNumber(database, 2);
                     transaction.commit();
                 }),
                 std::string{"database_failed"});
        QCOMPARE(count(database, "number"), 0);
        QCOMPARE(codeOf([&] {
                     Transaction transaction{database};
                     insertNumber(database, 1);
                     database.post("INSERT INTO number (n) VALUES (1/(n-n))", {});
                     count(database, "number");
                     transaction.commit();
                 }),
                 std::string{"database_failed"});
        insertNumber(database, 7); // the connection works on
        QCOMPARE(count(database, "number"), 1);
    }

    void aTransactionThatGoesWithoutCommitKeepsNothing()
    {
        Numbers numbers;
        bool told = false;
        {
            Transaction transaction{*numbers.database};
            numbers.database->post("INSERT INTO number (n) VALUES (1)", {},
                                   [&](std::int64_t) { told = true; });
        }
        QVERIFY(!told);
        QCOMPARE(count(*numbers.database, "number"), 0);
    }

    void rowsAreWalkedByPagesWhileOtherStatementsRun()
    {
        Numbers numbers;
        Database& database = *numbers.database;
        database.run("INSERT INTO number (n) SELECT generate_series(1, 3000)");
        const auto rows = database.walk("SELECT n FROM number WHERE n > ? ORDER BY n", {500});
        std::int64_t sum = 0;
        int read = 0;
        while (rows->next()) {
            sum += rows->row().integer(0);
            if (++read % 500 == 0) {
                QCOMPARE(count(database, "number"), 3'000);
            }
        }
        QCOMPARE(read, 2'500);
        QCOMPARE(sum, std::int64_t{3000} * 3001 / 2 - 500 * 501 / 2);
        QVERIFY(!rows->next());
        QCOMPARE(rows->columnName(0), std::string{"n"});
    }

    void aConnectionKilledMidTransactionKeepsWhatWasConfirmedAndSaysSo()
    {
        Numbers numbers;
        Database& database = *numbers.database;
        {
            Transaction confirmed{database};
            insertNumber(database, 1);
            confirmed.commit();
        }
        const std::string code = codeOf([&] {
            Transaction lost{database};
            insertNumber(database, 2);
            terminate(database, serverAddress());
            insertNumber(database, 3);
            lost.commit();
        });
        QCOMPARE(code, std::string{"database_connection_lost"});
        // The next act connects again, and finds what was confirmed and no more.
        QCOMPARE(count(database, "number"), 1);
        Transaction next{database};
        insertNumber(database, 4);
        next.commit();
        QCOMPARE(count(*opened(numbers.place.address()), "number"), 2);
    }

    void aConnectionLostWhileTheServerSavesLeavesItOpenWhetherItDid()
    {
        Numbers numbers;
        Database& database = *numbers.database;
        // What this commit does takes a while.
        database.runScript(
            "CREATE FUNCTION think() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM "
            "pg_sleep(30); RETURN NULL; END $$;\n"
            "CREATE CONSTRAINT TRIGGER thinking AFTER INSERT ON number DEFERRABLE INITIALLY "
            "DEFERRED FOR EACH ROW EXECUTE FUNCTION think();\n");
        const auto pid = database.integer("SELECT pg_backend_pid()").value();
        std::thread administrator{[&] {
            const auto mine = opened(serverAddress());
            while (!mine->integer("SELECT 1 FROM pg_stat_activity WHERE pid = ? AND "
                                  "wait_event = 'PgSleep'",
                                  {pid})) {
                std::this_thread::sleep_for(10ms);
            }
            (void)mine->integer("SELECT 1 WHERE pg_terminate_backend(?::int)", {pid});
        }};
        const std::string code = codeOf([&] {
            Transaction transaction{database};
            insertNumber(database, 1);
            transaction.commit();
        });
        administrator.join();
        QCOMPARE(code, std::string{"commit_unknown"});
        QCOMPARE(count(database, "number"), 0);
    }

    void aSaleOnALostConnectionIsRefusedAndTheNextOneIsMade()
    {
        CounterFixture house;
        house.sellStanding(2);
        terminate(house.counter().database(), serverAddress());
        house.sellStanding(1); // between two sales nobody notices
        Database& database = house.counter().database();
        {
            Journal::Act act{house.counter().journal(), Permit::ofProgram()};
            act.append("voucher.issued", CborWriter{}.map(1).field("amount", 5).take());
            terminate(database, serverAddress());
            QCOMPARE(codeOf([&] { act.commit(); }), std::string{"database_connection_lost"});
        }
        QCOMPARE(database.integer("SELECT count(*) FROM entry WHERE kind = 'voucher.issued'"), 0);
        house.sellStanding(1);
        const auto fresh = projected(entriesOf(house.counter()));
        QCOMPARE(difference(database, *fresh), std::string{});
        QCOMPARE(count(database, "sale_order"), 4);
    }

    void aJournalThatAnotherProcessWroteInIsReadAgainBeforeTheNextAct()
    {
        CounterFixture house;
        const auto write = [&](Journal& journal) {
            return codeOf([&] {
                Journal::Act act{journal, Permit::ofProgram()};
                act.append("voucher.issued", CborWriter{}.map(1).field("amount", 5).take());
                act.commit();
            });
        };
        const auto theirs = opened(house.file());
        Journal other{*theirs, house.counter().identity(), house.clock(), house.random()};
        QCOMPARE(write(other), std::string{"nothing"});
        QCOMPARE(write(house.counter().journal()), std::string{"journal_moved"});
        QCOMPARE(write(house.counter().journal()), std::string{"nothing"});
        QCOMPARE(write(other), std::string{"journal_moved"});
        QCOMPARE(write(other), std::string{"nothing"});
        house.counter().noteHead();
        const auto report = verifyJournal(house.counter());
        QVERIFY(report && report->findings.empty());
        QCOMPARE(theirs->integer("SELECT count(*) FROM entry WHERE kind = 'voucher.issued'"), 3);
    }

    void tablesAreThoseThatSqliteMakesOfTheSameEntries()
    {
        CounterFixture house;
        house.sellStanding(3);
        QVERIFY(house.sell({house.seat(3), house.seat(4, "Child")}));
        const auto entries = shuffled(entriesOf(house.counter()), 3);
        const auto sqlite = Database::open(":memory:", Database::Mode::Scratch);
        migrate(*sqlite);
        Transaction transaction{*sqlite};
        for (const Entry& entry : entries) {
            project(*sqlite, entry);
        }
        transaction.commit();
        QCOMPARE(difference(house.counter().database(), *sqlite), std::string{});
    }

    void entriesProjectedByTwoConnectionsAtOnceGiveTheSameTables()
    {
        CounterFixture house;
        house.sellStanding(6);
        QVERIFY(voidOrder(house.counter(), house.sellStanding(1).front().code, "asked for"));
        const auto entries = entriesOf(house.counter());
        StorePlace place;
        const auto database = migrated(place.address());
        // Each of two processes gets all of them, in an order of its own, one transaction each; an
        // entry is projected by whoever stores it.
        const auto work = [&](std::uint64_t seed) {
            const auto mine = opened(place.address());
            for (const Entry& entry : shuffled(entries, seed)) {
                for (bool done = false; !done;) {
                    try {
                        Transaction transaction{*mine};
                        postEntry(*mine, entry, [&](bool isNew) {
                            if (isNew) {
                                project(*mine, entry);
                            }
                        });
                        transaction.commit();
                        done = true;
                    } catch (const StorageFailure& failure) {
                        if (!mayRetry(failure.error)) {
                            throw;
                        }
                    }
                }
            }
        };
        std::thread other{work, 1};
        work(2);
        other.join();
        QCOMPARE(difference(house.counter().database(), *database), std::string{});
    }

    void editsOfOneThingByTwoConnectionsAtOnceAreBothKept()
    {
        StorePlace place;
        const auto database = migrated(place.address());
        const OrganizerId organizer{Uuid{Uuid::Bytes{1}}};
        const Uuid event{Uuid::Bytes{2}};
        constexpr int kEdits = 60;
        const auto edit = [&](std::uint8_t who) {
            const auto mine = opened(place.address());
            for (int i = 0; i < kEdits; ++i) {
                Entry entry;
                entry.organizer = organizer;
                entry.replica = ReplicaId{Uuid{Uuid::Bytes{who}}};
                entry.at = HlcTime{1'000 + i};
                entry.kind = kind::kEventEdited;
                EntityEdited edited{event, {}};
                edited.fields["field_" + std::to_string(who) + "_" + std::to_string(i)] =
                    std::string{"x"};
                entry.body = encode(edited);
                Transaction transaction{*mine};
                project(*mine, entry);
                transaction.commit();
            }
        };
        std::thread other{edit, std::uint8_t{3}};
        edit(4);
        other.join();
        const auto merged = readEntity(*database, organizer, "event", event);
        QVERIFY(merged);
        for (const int who : {3, 4}) {
            for (int i = 0; i < kEdits; ++i) {
                QVERIFY(merged->has("field_" + std::to_string(who) + "_" + std::to_string(i)));
            }
        }
    }

    void aDeadlockIsAnsweredByWhatMayBeTriedAgain()
    {
        Numbers numbers;
        numbers.database->run("INSERT INTO number (n) VALUES (1), (2)");
        std::atomic<int> conflicts = 0;
        std::atomic<int> holding = 0;
        const auto lockBoth = [&](std::int64_t first, std::int64_t second) {
            const auto mine = opened(numbers.place.address());
            const std::string code = codeOf([&] {
                Transaction transaction{*mine};
                mine->run("UPDATE number SET t = 'x' WHERE n = ?", {first});
                ++holding;
                while (holding < 2) {
                    std::this_thread::sleep_for(1ms);
                }
                mine->run("UPDATE number SET t = 'y' WHERE n = ?", {second});
                transaction.commit();
            });
            conflicts += code == "transaction_conflict" ? 1 : 0;
        };
        std::thread other{lockBoth, 1, 2};
        lockBoth(2, 1);
        other.join();
        QCOMPARE(conflicts.load(), 1);
    }

    void ofSeveralProcessesThatStartAtOnceOneMigrates()
    {
        StorePlace place;
        std::atomic<int> failures = 0;
        std::vector<std::thread> processes;
        for (int i = 0; i < 4; ++i) {
            processes.emplace_back([&] {
                failures += codeOf([&] { migrated(place.address()); }) == "nothing" ? 0 : 1;
            });
        }
        for (std::thread& process : processes) {
            process.join();
        }
        QCOMPARE(failures.load(), 0);
        const auto database = opened(place.address());
        QCOMPARE(schemaVersion(*database), migrations().back().version);
        QCOMPARE(count(*database, "foyer_schema"), 1);
    }

    void everyVersionBecomesTheNewest()
    {
        for (const Migration& step : migrations()) {
            StorePlace place;
            const auto database = opened(place.address());
            migrate(*database, step.version);
            QCOMPARE(schemaVersion(*database), step.version);
            constexpr int kCatalogue = 2;
            constexpr int kIncidents = 23; // what these are found by was not kept before
            const bool isBefore = step.version < kIncidents;
            const bool hasQuota = step.version >= kCatalogue && isBefore;
            if (hasQuota) {
                addQuotaOf40(*database);
            }
            if (isBefore) {
                addSomebodyShutOut(*database);
            }
            migrate(*database);
            QCOMPARE(database->integer("SELECT is_out FROM user_standing"),
                     isBefore ? std::optional<std::int64_t>{1} : std::nullopt);
            QCOMPARE(schemaVersion(*database), migrations().back().version);
            QCOMPARE(database->integer("SELECT capacity FROM quota_capacity"),
                     hasQuota ? std::optional<std::int64_t>{40} : std::nullopt);
        }
    }

    void aNewerSchemaAndSomeoneElsesAreLeftAsTheyAre()
    {
        StorePlace place;
        const auto newer = migrated(place.address());
        newer->run("UPDATE foyer_schema SET version = version + 1");
        QCOMPARE(codeOf([&] { migrate(*newer); }), std::string{"database_newer"});
        QCOMPARE(codeOf([&] { checkCompatible(*newer); }), std::string{"database_newer"});
        Numbers numbers;
        QCOMPARE(codeOf([&] { migrate(*numbers.database); }), std::string{"not_a_database"});
        QCOMPARE(codeOf([&] { checkCompatible(*numbers.database); }),
                 std::string{"not_a_database"});
        QCOMPARE(numbers.database->integer("SELECT 1 WHERE to_regclass('entry') IS NULL"), 1);
    }

    void whoLooksChangesNothing()
    {
        Numbers numbers;
        const auto looking = opened(numbers.place.address(), Database::Mode::ReadOnly);
        QCOMPARE(count(*looking, "number"), 0);
        QCOMPARE(codeOf([&] { insertNumber(*looking, 1); }), std::string{"database_read_only"});
    }

    void theReasonForNoConnectionIsSaid()
    {
        QCOMPARE(codeOf([] { opened("postgresql://foyer@127.0.0.1:1/foyer"); }),
                 std::string{"database_unreachable"});
        QCOMPARE(codeOf([] { opened(serverAddressWith("dbname=nothing_of_that_name")); }),
                 std::string{"database_refused"});
        QCOMPARE(codeOf([] { opened(serverAddressWith("user=locked&password=wrong")); }),
                 std::string{"database_refused"});
        QCOMPARE(codeOf([] { opened(serverAddressWith("user=locked&password=right")); }),
                 std::string{"nothing"});
        QCOMPARE(codeOf([] { migrated(serverAddressWith("user=locked&password=right")); }),
                 std::string{"database_not_permitted"});
    }

    void notificationsArriveWithTheirCommitAndNotWithoutOne()
    {
        StorePlace place;
        const auto database = opened(place.address());
        const auto listener = Listener::open(place.address(), {"foyer_entries", "a \"b\""});
        {
            Transaction transaction{*database};
            database->notify("foyer_entries", "lost");
        }
        QVERIFY(listener->wait(50ms).notifications.empty());
        {
            Transaction transaction{*database};
            database->notify("foyer_entries", "organizer 1");
            QVERIFY(listener->wait(50ms).notifications.empty());
            transaction.commit();
        }
        database->notify("a \"b\"");
        std::vector<Notification> heard = listener->wait(5s).notifications;
        while (heard.size() < 2) {
            const auto more = listener->wait(5s).notifications;
            QVERIFY(!more.empty());
            heard.insert(heard.end(), more.begin(), more.end());
        }
        QVERIFY((heard ==
                 std::vector<Notification>{{"foyer_entries", "organizer 1"}, {"a \"b\"", ""}}));
    }

    void whatAnotherSchemaOfTheSameDatabaseSaysIsNotHeard()
    {
        StorePlace place;
        StorePlace other;
        const auto database = opened(place.address());
        const auto stranger = opened(other.address());
        const auto listener = Listener::open(place.address(), {"foyer_entries"});
        stranger->notify("foyer_entries", "not for you");
        database->notify("foyer_entries", "for you");
        const auto heard = listener->wait(5s).notifications;
        QVERIFY((heard == std::vector<Notification>{{"foyer_entries", "for you"}}));
    }

    void aListenerIsWokenByAnotherThreadAndHearsAgainAfterALostConnection()
    {
        StorePlace place;
        const auto database = opened(place.address());
        const auto listener =
            Listener::open(place.address() + "&application_name=listening", {"foyer_entries"});
        std::thread other{[&] {
            std::this_thread::sleep_for(50ms);
            listener->wake();
        }};
        const auto began = std::chrono::steady_clock::now();
        QVERIFY(listener->wait(20s).notifications.empty());
        QVERIFY(std::chrono::steady_clock::now() - began < 10s);
        other.join();
        (void)database->integer("SELECT 1 WHERE (SELECT bool_and(pg_terminate_backend(pid)) FROM "
                                "pg_stat_activity WHERE application_name = 'listening')");
        (void)listener->wait(5s); // notices
        QVERIFY(listener->wait(5s).mayHaveMissed);
        database->notify("foyer_entries", "again");
        const auto heard = listener->wait(5s).notifications;
        QCOMPARE(heard.size(), std::size_t{1});
        QCOMPARE(heard.front().payload, std::string{"again"});
    }

    void aNewDatabaseIsCountedWhileItFills()
    {
        StorePlace place;
        const auto database = Database::open(place.address(), Database::Mode::ReadWrite);
        migrate(*database);
        const auto counted = [&] {
            return database
                ->integer("SELECT reltuples::bigint FROM pg_class WHERE oid = to_regclass('entry')")
                .value_or(-2);
        };
        QCOMPARE(counted(), std::int64_t{-1}); // never
        countTablesWhileNew(*database, 0, 63);
        QCOMPARE(counted(), std::int64_t{-1});
        countTablesWhileNew(*database, 63, 64);
        QCOMPARE(counted(), std::int64_t{0});
    }
};

QTEST_GUILESS_MAIN(PostgresTest)
#include "test_postgres.moc"
