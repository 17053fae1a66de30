// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/counter.h"
#include "core/services/customer_directory.h"
#include "core/services/integrity.h"
#include "core/services/sales.h"
#include "core/storage/customer_store.h"
#include "core/storage/order_store.h"
#include "tests/support/counter_fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

const CustomerDetails kAda{"Ada Lovelace", "ada@example.org", "+49 30 1234567", "needs a ramp"};
const CustomerDetails kRene{"René Müller-Größe", "rene@example.com", "", ""};
const CustomerDetails kZoe{"Zoë Łukasz", "zoe@example.net", "0171 555", ""};

/// The files of the folder in which a text occurs.
QStringList filesWith(CounterFixture& house, const QByteArray& text)
{
    QStringList found;
    const QDir dir{QString::fromStdString(house.folder())};
    for (const QString& name : dir.entryList(QDir::Files)) {
        QFile file{dir.filePath(name)};
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text)) {
            found += name;
        }
    }
    return found;
}

Order sellTo(CounterFixture& house, const CustomerDetails& details)
{
    SaleRequest request = house.request({house.standing()});
    request.newCustomer = details;
    const auto sold = sell(house.counter(), request);
    return sold.value();
}

std::vector<std::string> namesFound(CounterFixture& house, const std::string& words)
{
    std::vector<std::string> names;
    for (const Customer& customer : house.counter().customers().search(words)) {
        names.push_back(customer.details.name);
    }
    return names;
}

void erase(CounterFixture& house, CustomerId customer)
{
    Journal::Act act{house.counter().journal(), Permit::ofProgram()};
    house.counter().customers().erase(act, customer);
    act.commit();
    house.counter().noteHead();
    house.counter().customers().forget(customer);
}

} // namespace

class CustomersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingOfACustomerIsReadableOnDisk()
    {
        if (isOnPostgres()) {
            QSKIP("It reads the file of the database.");
        }
        CounterFixture house;
        sellTo(house, kAda);
        sellTo(house, kRene);
        const auto look = [&] {
            for (const char* text : {"Lovelace", "ada@example", "1234567", "ramp", "Ren\xc3\xa9",
                                     "rene@", "Gr\xc3\xb6\xc3\x9f"}) {
                QCOMPARE(filesWith(house, text), QStringList{});
            }
        };
        QVERIFY(QFile::exists(QString::fromStdString(house.file() + "-wal")));
        look();
        house.close();
        look();
    }

    void aCustomerIsFoundByAnyPartWithoutCaseOrAccents()
    {
        CounterFixture house;
        for (const auto& details : {kAda, kRene, kZoe}) {
            sellTo(house, details);
        }
        using Names = std::vector<std::string>;
        for (int round = 0; round < 2; ++round) {
            QVERIFY(namesFound(house, "lovelace") == Names{kAda.name});
            QVERIFY(namesFound(house, "LACE ada") == Names{kAda.name});
            QVERIFY(namesFound(house, "1234567") == Names{kAda.name});
            QVERIFY(namesFound(house, "rene") == Names{kRene.name});
            QVERIFY(namesFound(house, "muller") == Names{kRene.name});
            QVERIFY(namesFound(house, "GROSSE") == Names{kRene.name});
            QVERIFY(namesFound(house, "größe") == Names{kRene.name});
            QVERIFY(namesFound(house, "zoë") == Names{kZoe.name});
            QVERIFY(namesFound(house, "lukasz") == Names{kZoe.name});
            QVERIFY(namesFound(house, "example").size() == 3);
            QVERIFY(namesFound(house, "ada rene").empty());
            QVERIFY(namesFound(house, "   ").empty());
            QVERIFY(house.reopen()); // and again from what lies on disk
        }
    }

    void aCustomersIdBeginsWithTheCountersTime()
    {
        CounterFixture house;
        const Uuid id = sellTo(house, kAda).customer->uuid;
        std::int64_t ms = 0; // RFC 9562: the first 48 bits of a version 7 UUID
        for (std::size_t i = 0; i < 6; ++i) {
            ms = ms << 8 | id.bytes()[i];
        }
        QCOMPARE(ms, house.clock().now().ms);
    }

    void aKnownCustomerIsOnTheOrderAfterAReopening()
    {
        CounterFixture house;
        const Order first = sellTo(house, kAda);
        QVERIFY(house.reopen());
        SaleRequest request = house.request({house.standing()});
        request.customer = first.customer;
        const auto second = sell(house.counter(), request);
        QVERIFY(second && second->customer == first.customer);
        const auto opened = house.counter().customers().open(*first.customer);
        QVERIFY(opened && opened->details == kAda);
    }

    void anErasedCustomerIsNowhereAndTheSaleStays()
    {
        CounterFixture house;
        const Order order = sellTo(house, kAda);
        const auto sealed =
            readCustomer(house.counter().database(), house.counter().organizer(), *order.customer);
        const QByteArray key{reinterpret_cast<const char*>(sealed->wrappedKey.data()),
                             static_cast<qsizetype>(sealed->wrappedKey.size())};
        QVERIFY(!key.isEmpty());
        erase(house, *order.customer);
        QVERIFY(namesFound(house, "ada").empty());
        QCOMPARE(house.counter().customers().open(*order.customer).error().code,
                 std::string{"customer_erased"});
        SaleRequest request = house.request({house.standing()});
        request.customer = order.customer;
        QCOMPARE(sell(house.counter(), request).error().code, std::string{"unknown_customer"});
        QVERIFY(house.reopen());
        QVERIFY(namesFound(house, "ada").empty());
        QCOMPARE(verifyJournal(house.counter())->findings.size(), std::size_t{0});
        QCOMPARE(findOrder(house.counter(), order.code)->total.minor(), order.total.minor());
        house.close();
        // The key is gone from the disk, not only from the table: no page keeps it.
        QCOMPARE(filesWith(house, key), QStringList{});
    }

    void aKeyThatHasNotArrivedIsNotCalledAnErasure()
    {
        CounterFixture house;
        const CustomerId ada = *sellTo(house, kAda).customer;
        Database& database = house.counter().database();
        // As at a counter that has heard of her before the server could give it her key.
        database.run("DELETE FROM customer_key");
        QCOMPARE(house.counter().customers().open(ada).error().code,
                 std::string{"customer_key_missing"});
        QVERIFY(house.counter().customers().knows(ada));
        erase(house, ada);
        QCOMPARE(house.counter().customers().open(ada).error().code,
                 std::string{"customer_erased"});
    }

    void rebuildingBringsNoErasedCustomerBack()
    {
        CounterFixture house;
        const Order order = sellTo(house, kAda);
        sellTo(house, kRene);
        erase(house, *order.customer);
        QVERIFY(rebuildProjections(house.counter()));
        QVERIFY(house.reopen());
        QVERIFY(namesFound(house, "ada").empty());
        QCOMPARE(namesFound(house, "rene").size(), std::size_t{1});
    }

    void detailsThatCannotBeRightSellNothing()
    {
        CounterFixture house;
        const auto head = house.counter().journal().head();
        for (const auto& [details, code] :
             {std::pair{CustomerDetails{"Ada", "no address", "", ""}, "bad_email"},
              std::pair{CustomerDetails{std::string(201, 'a'), "", "", ""}, "bad_name"},
              std::pair{CustomerDetails{"Ada", "", "call me", ""}, "bad_phone"}}) {
            SaleRequest request = house.request({house.standing()});
            request.newCustomer = details;
            QCOMPARE(sell(house.counter(), request).error().code, std::string{code});
        }
        QVERIFY(house.counter().journal().head() == head);
    }

    void aSealedCustomerOfAnotherIsNotOpened()
    {
        CounterFixture house;
        const Order ada = sellTo(house, kAda);
        sellTo(house, kRene);
        house.close();
        // Swapping the sealed texts of two customers: each is bound to its own.
        tamper(house.file(),
               "CREATE TEMP TABLE old AS SELECT id, sealed FROM customer;"
               "UPDATE customer SET sealed = (SELECT sealed FROM old WHERE old.id <> "
               "customer.id)");
        QVERIFY(house.reopen());
        QCOMPARE(house.counter().customers().open(*ada.customer).error().code,
                 std::string{"cannot_open_seal"});
        QVERIFY(namesFound(house, "rene").empty());
    }
};

QTEST_GUILESS_MAIN(CustomersTest)
#include "test_customers.moc"
