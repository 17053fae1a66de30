// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/entity.h"
#include "core/services/counter.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "core/storage/identity_store.h"
#include "core/storage/migrator.h"
#include "core/storage/table_comparison.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/earlier_rows.h"
#include "tests/support/failing_vfs.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <memory>

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace foyer;
using namespace foyer::test;

namespace {

QByteArray bytesOfFile(const std::string& path)
{
    QFile file{QString::fromStdString(path)};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

void writeFile(const std::string& path, const QByteArray& bytes)
{
    QFile file{QString::fromStdString(path)};
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

std::string codeOf(const Result<void>& answer)
{
    return answer ? std::string{"opened"} : answer.error().code;
}

std::string codeOf(const Result<Order>& answer)
{
    return answer ? std::string{"sold"} : answer.error().code;
}

/// The next entry of a writer: somebody is shut out.
Entry shuttingOut(const Entry& before)
{
    SeededRandom random{41};
    Entry entry = before;
    entry.id = EntryId{Uuid::v7(Instant{4}, random)};
    entry.sequence = before.sequence + 1;
    entry.at = HlcTime{before.at.value + 1};
    entry.kind = kind::kUserEdited;
    entry.body = encode(EntityEdited{Uuid::v7(Instant{5}, random), {{"active", false}}});
    entry.previous = before.hash;
    entry.hash = hashOf(entry);
    return entry;
}

/// Another program's connection to the file.
class Intruder {
public:
    explicit Intruder(const std::string& path) { sqlite3_open(path.c_str(), &m_database); }
    ~Intruder() { sqlite3_close(m_database); }
    Intruder(const Intruder&) = delete;
    Intruder& operator=(const Intruder&) = delete;
    void run(const char* sql)
    {
        QCOMPARE(sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    }

private:
    sqlite3* m_database = nullptr;
};

/// Goes on as a user without special rights, so that permissions count even where root runs the
/// tests.
class AsNobody {
public:
    static constexpr uid_t kNobody = 65534;
    AsNobody() { m_changed = ::geteuid() == 0 && ::seteuid(kNobody) == 0; }
    ~AsNobody()
    {
        if (m_changed) {
            (void)!::seteuid(0);
        }
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    bool m_changed = false;
};

/// Everything of the folder but one file belongs to whom AsNobody is, that one is read-only.
void makeReadOnly(const std::string& folder, const QString& readOnly)
{
    const QDir dir{QString::fromStdString(folder)};
    for (const QString& name : dir.entryList(QDir::Files)) {
        if (name != readOnly && ::geteuid() == 0) {
            QCOMPARE(::chown(dir.filePath(name).toUtf8().constData(), AsNobody::kNobody,
                             AsNobody::kNobody),
                     0);
        }
    }
    QCOMPARE(::chmod(dir.filePath(readOnly).toUtf8().constData(), 0444), 0);
    if (::geteuid() == 0) {
        QCOMPARE(::chown(folder.c_str(), AsNobody::kNobody, AsNobody::kNobody), 0);
    }
}

std::string schemaOf(Database& database)
{
    std::string schema;
    database.each("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema "
                  "ORDER BY type, name",
                  {}, [&](const DbRow& row) {
                      for (int column = 0; column < 4; ++column) {
                          schema += row.text(column) + "\n";
                      }
                  });
    return schema;
}

} // namespace

class StoreFaultsTest : public QObject {
    Q_OBJECT

private:
    /// Opens the closed counter, expecting a refusal that leaves the file as it was, byte for byte.
    static void refusesUntouched(CounterFixture& house, const std::string& code)
    {
        const QByteArray before = bytesOfFile(house.file());
        const QStringList files = databaseFiles(house);
        const auto answer = house.reopen();
        QCOMPARE(codeOf(answer), code);
        QCOMPARE(answer.error().kind, ErrorKind::Storage);
        QVERIFY(answer.error().where.find(house.folder()) != std::string::npos);
        QVERIFY(bytesOfFile(house.file()) == before);
        QCOMPARE(databaseFiles(house), files);
    }

    /// The database, and what SQLite may have put beside it.
    static QStringList databaseFiles(CounterFixture& house)
    {
        return QDir{QString::fromStdString(house.folder())}.entryList({QStringLiteral("foyer.db*")},
                                                                      QDir::Files, QDir::Name);
    }

private Q_SLOTS:
    void initTestCase() { failing_disk::install(); }

    void aDatabaseOfANewerFoyerIsRefusedUntouched()
    {
        CounterFixture house;
        house.close();
        tamper(house.file(), "PRAGMA user_version=99");
        refusesUntouched(house, "database_newer");
    }

    void aDatabaseIsLookedAtWhateverItsFolderIsCalled()
    {
        const QTemporaryDir parent;
        const QDir folder{parent.path() + QStringLiteral("/a b?c#d%20&=ü")};
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        const std::string path = folder.filePath(QStringLiteral("foyer.db")).toStdString();
        Database::open(path, Database::Mode::ReadWrite)->run("CREATE TABLE one AS SELECT 1 AS x");
        const auto looked = Database::open(path, Database::Mode::ReadOnly);
        QCOMPARE(looked->integer("SELECT x FROM one"), std::optional<std::int64_t>{1});
        QCOMPARE(folder.entryList(QDir::Files), QStringList{QStringLiteral("foyer.db")});
    }

    void aDatabaseOfANewerFoyerThatWasKilledIsRefusedWithItsWal()
    {
        CounterFixture house;
        tamper(house.file(), "PRAGMA user_version=99"); // into the WAL, which a kill leaves behind
        const QByteArray database = bytesOfFile(house.file());
        const QByteArray wal = bytesOfFile(house.file() + "-wal");
        QVERIFY(!wal.isEmpty());
        house.close();
        writeFile(house.file(), database);
        writeFile(house.file() + "-wal", wal);
        QCOMPARE(codeOf(house.reopen()), std::string{"database_newer"});
        QVERIFY(bytesOfFile(house.file()) == database);
        QVERIFY(bytesOfFile(house.file() + "-wal") == wal);
    }

    void aFileThatIsNoDatabaseIsRefusedUntouched()
    {
        CounterFixture house;
        house.close();
        writeFile(house.file(), QByteArray{"These are the minutes of the meeting. "}.repeated(300));
        refusesUntouched(house, "not_a_database");
    }

    void theDatabaseOfAnotherProgramIsRefusedUntouched()
    {
        CounterFixture house;
        house.close();
        QVERIFY(QFile::remove(QString::fromStdString(house.file())));
        tamper(house.file(), "CREATE TABLE bookmarks (url TEXT)");
        refusesUntouched(house, "not_a_database");
    }

    void aDamagedPageIsRefusedUntouched()
    {
        CounterFixture house;
        house.sellStanding(5);
        house.close();
        constexpr qsizetype kPage = 4096;
        QByteArray bytes = bytesOfFile(house.file());
        const qsizetype pages = bytes.size() / kPage;
        int noticed = 0;
        for (qsizetype page = 0; page < pages; page += 3) {
            QByteArray damaged = bytes;
            damaged.replace(page * kPage + 100, 200, QByteArray(200, '\xff'));
            writeFile(house.file(), damaged);
            const auto answer = house.reopen();
            if (answer) { // content of a row, not structure: for verify, not for a quick check
                const auto report = verifyJournal(house.counter());
                noticed += !report || !report->findings.empty() ? 1 : 0;
                house.close();
                continue;
            }
            QCOMPARE(codeOf(answer), std::string{"database_damaged"});
            QVERIFY(bytesOfFile(house.file()) == damaged);
            ++noticed;
        }
        QVERIFY(noticed > 0);
        writeFile(house.file(), bytes);
        QVERIFY(house.reopen());
    }

    void aTruncatedFileIsRefusedUntouched()
    {
        CounterFixture house;
        house.sellStanding(5);
        house.close();
        const QByteArray bytes = bytesOfFile(house.file());
        writeFile(house.file(), bytes.left(bytes.size() / 2));
        refusesUntouched(house, "database_damaged");
    }

    void aFolderInUseIsRefused()
    {
        CounterFixture house;
        SystemClock clock;
        SystemRandom random;
        const auto second = Counter::open(house.folder(), house.vault(), clock, random);
        QVERIFY(!second);
        QCOMPARE(second.error().code, std::string{"folder_in_use"});
        QCOMPARE(codeOf(house.sell({house.standing()})), std::string{"sold"});
    }

    void aFileThatAnotherProgramHoldsIsRefusedAndOpensLater()
    {
        CounterFixture house;
        house.close();
        {
            Intruder intruder{house.file()};
            intruder.run("PRAGMA locking_mode=EXCLUSIVE");
            intruder.run("BEGIN EXCLUSIVE");
            refusesUntouched(house, "database_locked");
            intruder.run("ROLLBACK");
        }
        QVERIFY(house.reopen());
    }

    void aSaleWhileAnotherProgramWritesIsRefusedWholeAndSucceedsLater()
    {
        CounterFixture house;
        const auto head = house.counter().journal().head();
        const SaleRequest request = house.request({house.standing()});
        Intruder intruder{house.file()};
        intruder.run("BEGIN IMMEDIATE");
        QCOMPARE(codeOf(sell(house.counter(), request)), std::string{"database_locked"});
        QVERIFY(house.counter().journal().head() == head);
        intruder.run("ROLLBACK");
        QCOMPARE(codeOf(sell(house.counter(), request)), std::string{"sold"});
    }

    void aFileWithoutWritePermissionIsRefusedUntouched()
    {
        CounterFixture house;
        house.close();
        makeReadOnly(house.folder(), QStringLiteral("foyer.db"));
        const AsNobody nobody;
        refusesUntouched(house, "database_read_only");
    }

    void aFolderWithoutWritePermissionIsRefusedUntouched()
    {
        CounterFixture house;
        house.close();
        const QString lock = QString::fromStdString(house.folder() + "/foyer.lock");
        QVERIFY(QFile::remove(lock));
        makeReadOnly(house.folder(), QStringLiteral("foyer.head"));
        QCOMPARE(::chmod(house.folder().c_str(), 0555), 0);
        {
            const AsNobody nobody;
            refusesUntouched(house, "folder_not_writable");
        }
        QCOMPARE(::chmod(house.folder().c_str(), 0700), 0);
    }

    void aDatabaseWithoutItsKeysIsRefusedUntouched()
    {
        CounterFixture house;
        house.close();
        MemoryVault empty;
        SystemRandom random;
        const QByteArray before = bytesOfFile(house.file());
        const auto answer = Counter::open(house.folder(), empty, house.clock(), random);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, std::string{"keys_missing"});
        QVERIFY(bytesOfFile(house.file()) == before);
    }

    void everyOlderFormatBecomesTheNewestWithItsRows()
    {
        const QTemporaryDir folder;
        const auto fresh = Database::open(folder.filePath(QStringLiteral("fresh.db")).toStdString(),
                                          Database::Mode::ReadWrite);
        migrate(*fresh);
        const int newest = migrations().back().version;
        QCOMPARE(schemaVersion(*fresh), newest);
        SeededRandom random{5};
        const Identity identity{OrganizerId{Uuid::v7(Instant{1}, random)},
                                ReplicaId{Uuid::v7(Instant{2}, random)}, 1};
        for (int version = 1; version < newest; ++version) {
            const QString name = QStringLiteral("from-%1.db").arg(version);
            const auto old =
                Database::open(folder.filePath(name).toStdString(), Database::Mode::ReadWrite);
            migrate(*old, version);
            QCOMPARE(schemaVersion(*old), version);
            storeIdentity(*old, identity);
            Entry entry{.id = EntryId{Uuid::v7(Instant{3}, random)},
                        .organizer = identity.organizer,
                        .replica = identity.replica,
                        .sequence = 1,
                        .kind = "old.fact",
                        .body = {0xa0}};
            entry.hash = hashOf(entry);
            QVERIFY(storeEntry(*old, entry));
            constexpr int kCatalogue = 2;
            constexpr int kIncidents = 23; // what these are found by was not kept before
            const bool hasQuota = version >= kCatalogue && version < kIncidents;
            if (hasQuota) {
                addQuotaOf40(*old);
            }
            if (version < kIncidents) {
                QVERIFY(storeEntry(*old, shuttingOut(entry)));
            }
            migrate(*old);
            QCOMPARE(old->integer("SELECT capacity FROM quota_capacity"),
                     hasQuota ? std::optional<std::int64_t>{40} : std::nullopt);
            QCOMPARE(old->integer("SELECT is_out FROM user_standing"),
                     version < kIncidents ? std::optional<std::int64_t>{1} : std::nullopt);
            QCOMPARE(schemaVersion(*old), newest);
            QCOMPARE(schemaOf(*old), schemaOf(*fresh));
            QVERIFY(readIdentity(*old) == std::optional{identity});
            int rows = 0;
            readEntries(*old, identity.organizer, [&](const Entry& read) {
                rows += read == entry ? 1 : 0;
                return true;
            });
            QCOMPARE(rows, 1);
        }
    }

    void aSaleOnAFailingDiskIsThereWholeOrNotAtAll_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("disk full") << static_cast<int>(failing_disk::Fault::Full);
        QTest::newRow("disk error") << static_cast<int>(failing_disk::Fault::Error);
        QTest::newRow("disk full once") << static_cast<int>(failing_disk::Fault::FullOnce);
        QTest::newRow("disk error once") << static_cast<int>(failing_disk::Fault::ErrorOnce);
        QTest::newRow("sync fails") << static_cast<int>(failing_disk::Fault::SyncOnce);
    }
    void aSaleOnAFailingDiskIsThereWholeOrNotAtAll()
    {
        QFETCH(int, fault);
        const bool full = fault == static_cast<int>(failing_disk::Fault::Full) ||
            fault == static_cast<int>(failing_disk::Fault::FullOnce);
        CounterFixture house{smallSeason(1, 100'000)};
        int failures = 0;
        for (int nth = 1; nth < 500; ++nth) {
            // So that the WAL is written back within the sale, too.
            house.counter().database().runScript("PRAGMA wal_autocheckpoint=4");
            const SaleRequest request =
                house.request({house.standing(), house.standing("Child"), house.standing()});
            failing_disk::failAt(nth, static_cast<failing_disk::Fault>(fault));
            const auto answer = sell(house.counter(), request);
            const bool failed = failing_disk::repair();
            if (!answer) {
                ++failures;
                QCOMPARE(answer.error().code, std::string{full ? "disk_full" : "disk_error"});
                QCOMPARE(codeOf(findOrder(house.counter(), request.id)),
                         std::string{"unknown_order"});
                // The same request, now that the disk is well again, sells without a new start.
                if (nth % 2 == 0) {
                    QCOMPARE(codeOf(sell(house.counter(), request)), std::string{"sold"});
                }
            }
            QVERIFY(house.reopen());
            QCOMPARE(house.counter().entriesMissing(), 0);
            const auto found = findOrder(house.counter(), request.id);
            QCOMPARE(found.has_value(), answer.has_value() || nth % 2 == 0);
            if (found) {
                QCOMPARE(found->tickets.size(), std::size_t{3});
                QCOMPARE(found->payments.size(), std::size_t{1});
            }
            const auto report = verifyJournal(house.counter());
            QVERIFY(report);
            QCOMPARE(report->findings.size(), std::size_t{0});
            if (!failed) {
                QVERIFY(failures > 0);
                return;
            }
        }
        QFAIL("the sale never came to an end");
    }
};

QTEST_GUILESS_MAIN(StoreFaultsTest)
#include "test_store_faults.moc"
