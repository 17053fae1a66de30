// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is left of somebody who was erased: nothing that a search of every byte of every file of two
// counters and their server finds.

#include "core/services/customer_desk.h"
#include "core/services/customer_directory.h"
#include "core/services/customer_import.h"
#include "core/services/customer_merging.h"
#include "core/services/customers.h"
#include "core/services/integrity.h"
#include "core/services/waiting_list.h"
#include "core/storage/customer_store.h"
#include "tests/support/joined_house.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

const std::vector<std::string> kTraces{"Zerlina Quillfeather", "Quillfeather",
                                       "zq@vanish.example",    "0999 8887776",
                                       "09998887776",          "Nowhere Lane 77",
                                       "Obscurities Ltd",      "allergic to velvet",
                                       "Zq Alias Merged",      "TagOfZerlina"};

/// All that a text may look like on a disk.
std::vector<QByteArray> formsOf(const std::string& text)
{
    const QString wide = QString::fromStdString(text);
    const QByteArray utf16{reinterpret_cast<const char*>(wide.utf16()), 2 * wide.size()};
    QByteArray swapped = utf16;
    for (qsizetype i = 0; i + 1 < swapped.size(); i += 2) {
        std::swap(swapped[i], swapped[i + 1]);
    }
    const QByteArray plain = QByteArray::fromStdString(text);
    return {plain, plain.toLower(), utf16, swapped, plain.toBase64(), plain.toHex()};
}

/// The files below a folder in which one of these occurs.
QStringList filesWith(const std::string& folder, const std::vector<QByteArray>& wanted)
{
    QStringList found;
    QDirIterator files{QString::fromStdString(folder), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories};
    while (files.hasNext()) {
        QFile file{files.next()};
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArray content = file.readAll();
        for (const QByteArray& each : wanted) {
            if (content.contains(each)) {
                found += file.fileName() + ": " + QString::fromLatin1(each.toPercentEncoding());
            }
        }
    }
    return found;
}

std::vector<QByteArray> allTraces()
{
    std::vector<QByteArray> wanted;
    for (const std::string& trace : kTraces) {
        for (QByteArray& form : formsOf(trace)) {
            wanted.push_back(std::move(form));
        }
    }
    return wanted;
}

/// All that a server of PostgreSQL has, as texts.
QByteArray dumpOf(const std::string& address)
{
    QProcess dump;
    dump.start(QStringLiteral("pg_dump"), {QString::fromStdString(address)});
    dump.waitForFinished();
    const QByteArray content = dump.readAllStandardOutput();
    return dump.exitCode() == 0 && !content.isEmpty() ? content : QByteArray{"Quillfeather"};
}

QByteArray keyOnDisk(Counter& counter, CustomerId customer)
{
    const auto row = readCustomer(counter.database(), counter.organizer(), customer);
    return row ? QByteArray{reinterpret_cast<const char*>(row->wrappedKey.data()),
                            static_cast<qsizetype>(row->wrappedKey.size())}
               : QByteArray{};
}

const CardChange kZerlina{.name = "Zerlina Quillfeather",
                          .email = "zq@vanish.example",
                          .phone = "0999 8887776",
                          .address = "Nowhere Lane 77",
                          .tagsOn = {"TagOfZerlina"},
                          .consents = {{ConsentPurpose::Newsletter, true, {}, "by phone", {}}},
                          .notes = {"allergic to velvet"}};

/// Everything that a counter can have to do with somebody. Their ids.
std::vector<CustomerId> liveThrough(Counter& counter, PerformanceId performance,
                                    const SaleRequest& sale)
{
    const CustomerId zerlina = addCustomer(counter, kZerlina).value().id;
    const CustomerId alias = addCustomer(counter, {.name = "Zq Alias Merged"}).value().id;
    SaleRequest owed = sale;
    owed.customer = alias;
    owed.tenders = {{PaymentMethod::Invoice, Money{1'300, *Currency::fromCode("EUR")}, ""}};
    owed.invoice.recipient = {"Obscurities Ltd", "Nowhere Lane 77", "", "Quillfeather"};
    const auto order = sell(counter, owed);
    ENSURE(order.has_value());
    ENSURE(mergeCustomers(counter, zerlina, {alias}).has_value());
    ENSURE(joinWaitingList(counter,
                           {.performance = performance,
                            .customer = {"Zerlina Quillfeather", "zq@vanish.example",
                                         "0999 8887776", ""},
                            .count = 1,
                            .category = {}})
               .has_value());
    CustomerImportTerms terms;
    terms.mapping.parts = {{"name", 0}, {"email", 1}, {"phone", 2}};
    auto rows = [isGiven = false]() mutable -> Result<std::optional<TableRow>> {
        return std::exchange(isGiven, true)
            ? std::optional<TableRow>{}
            : std::optional{
                  TableRow{2, {"Zerlina Quillfeather", "zq@vanish.example", "0999 8887770"}, {}}};
    };
    ENSURE(importCustomers(counter, rows, terms)->changed == 1);
    std::vector<CustomerId> ids;
    for (const Customer& each : counter.customers().search("Quillfeather", 100)) {
        ids.push_back(each.id);
    }
    ids.push_back(alias);
    ENSURE(ids.size() >= 3); // and whoever stands on the waiting list
    return ids;
}

void eraseAll(Counter& counter, const std::vector<CustomerId>& ids)
{
    for (const CustomerId each : ids) {
        if (counter.customers().knows(each)) {
            ENSURE(eraseCustomer(counter, each).has_value());
        }
    }
}

} // namespace

class ErasureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// The search itself: it finds what is there.
    void theSearchFindsWhatIsThere()
    {
        QTemporaryDir folder;
        QFile file{folder.filePath(QStringLiteral("x"))};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("..." + formsOf("Quillfeather").at(2) + "...");
        file.close();
        QCOMPARE(filesWith(folder.path().toStdString(), allTraces()).size(), 1);
    }

    void nothingIsLeftOnACounterThatStandsAlone()
    {
        CounterFixture house;
        Counter& counter = house.counter();
        const auto ids =
            liveThrough(counter, house.performance(), house.request({house.standing()}));
        std::vector<QByteArray> wanted = allTraces();
        QCOMPARE(filesWith(house.folder(), wanted), QStringList{}); // sealed from the start
        for (const CustomerId each : ids) {
            wanted.push_back(keyOnDisk(counter, each));
            QVERIFY(!wanted.back().isEmpty());
        }
        if (!isOnPostgres()) {
            QVERIFY(!filesWith(house.folder(), wanted).isEmpty()); // their keys
        }
        eraseAll(counter, ids);
        QCOMPARE(filesWith(house.folder(), wanted), QStringList{}); // while it is open …
        if (isOnPostgres()) {
            const QByteArray dump = dumpOf(house.file());
            for (const QByteArray& each : wanted) {
                QVERIFY2(!dump.contains(each) && !dump.contains(each.toHex()), each.constData());
            }
        }
        QVERIFY(house.reopen());
        QVERIFY(listCustomers(house.counter(), {.words = "quillfeather"})->rows.empty());
        QCOMPARE(verifyJournal(house.counter())->findings.size(), std::size_t{0});
        house.close();
        QCOMPARE(filesWith(house.folder(), wanted), QStringList{}); // … and when it is not
    }

    void nothingIsLeftOnTwoCountersAndTheirServer()
    {
        House house;
        QVERIFY(house.first.talk->exchange());
        house.joinSecond();
        house.settle();
        Counter& first = *house.first.counter;
        Counter& second = *house.second.counter;
        const PerformanceId performance = house.first.standing().performance;
        const auto ids =
            liveThrough(first, performance,
                        {.id = OrderId{Uuid::v7(house.first.clock.now(), house.first.random)},
                         .cart = {{house.first.standing()}, {}, 0},
                         .tenders = {}});
        house.settle();
        QVERIFY(!listCustomers(second, {.words = "quillfeather"})->rows.empty());
        // The other counter knows more of her, and does not hear of the end at once.
        QVERIFY(editCustomer(second, ids.front(), {.notes = {"allergic to velvet"}}));
        std::vector<QByteArray> wanted = allTraces();
        const std::string server = house.server().folder();
        for (const std::string& folder : {house.first.path(), house.second.path(), server}) {
            QCOMPARE(filesWith(folder, wanted), QStringList{});
        }
        for (const CustomerId each : ids) {
            wanted.push_back(keyOnDisk(first, each));
            wanted.push_back(keyOnDisk(second, each));
            QVERIFY(!wanted.back().isEmpty());
        }
        eraseAll(first, ids);
        house.settle();
        house.settle();
        QVERIFY(listCustomers(second, {.words = "quillfeather"})->rows.empty());
        QCOMPARE(second.customers().open(ids.front()).error().code, std::string{"customer_erased"});
        for (const std::string& folder : {house.first.path(), house.second.path()}) {
            QCOMPARE(filesWith(folder, wanted), QStringList{});
        }
        QTRY_VERIFY_WITH_TIMEOUT(filesWith(server, wanted).isEmpty(), 15'000);
        for (Counter* counter : {&first, &second}) {
            QCOMPARE(verifyJournal(*counter)->findings.size(), std::size_t{0});
        }
    }
};

QTEST_GUILESS_MAIN(ErasureTest)
#include "test_erasure.moc"
