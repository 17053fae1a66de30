// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/access_control.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/customers.h"
#include "core/services/gate.h"
#include "core/services/integrity.h"
#include "core/services/key_vault.h"
#include "core/services/printers.h"
#include "core/services/sales.h"
#include "core/services/spool.h"
#include "core/services/ticket_codes.h"
#include "core/services/till_reports.h"
#include "core/services/training.h"
#include "core/services/users.h"
#include "core/storage/integrity_checks.h"
#include "tests/support/counter_fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

QByteArray contentOf(const std::string& path)
{
    QFile file{QString::fromStdString(path)};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// The training of a house, opened.
struct Training {
    explicit Training(CounterFixture& house)
    {
        if (const auto begun = beginTraining(house.counter(), house.random()); !begun) {
            qFatal("begin: %s", begun.error().message.c_str());
        }
        const std::string folder = trainingFolder(house.folder());
        auto opened = openTrainingVault(folder, house.random());
        vault = *std::move(opened);
        auto started = Counter::open(folder, *vault, house.clock(), house.random());
        if (!started) {
            qFatal("open: %s", started.error().message.c_str());
        }
        counter = *std::move(started);
    }
    std::unique_ptr<KeyVault> vault;
    std::unique_ptr<Counter> counter;
};

Result<Order> sellIn(Counter& counter, CounterFixture& house, std::vector<CartItem> items)
{
    SaleRequest request = house.request(std::move(items));
    request.newCustomer = CustomerDetails{"Tra Inee", {}, {}, {}};
    return sell(counter, request);
}

} // namespace

class TestTraining : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_same_evenings_are_sold_and_the_real_house_does_not_change();
    void a_training_ticket_opens_no_real_door_and_a_real_one_none_of_training();
    void nobody_real_comes_along();
    void what_is_printed_is_a_specimen_and_no_drawer_opens();
    void a_new_training_begins_from_today_and_an_end_leaves_nothing();
    void a_training_that_is_open_is_not_taken_from_under_anybody();
    void a_folder_of_somebody_elses_is_left_alone();
};

void TestTraining::the_same_evenings_are_sold_and_the_real_house_does_not_change()
{
    CounterFixture house;
    QVERIFY(house.sell({house.seat(3)}));
    const JournalHead head = house.counter().journal().head();
    Training training{house};
    QVERIFY(isTraining(*training.counter));
    QVERIFY(!isTraining(house.counter()));
    const auto real = performances(house.counter(), Instant{0});
    const auto copied = performances(*training.counter, Instant{0});
    QCOMPARE(copied->size(), real->size());
    QCOMPARE(copied->front().event, real->front().event);
    // A seat that is sold in earnest is free here: it is another house.
    const auto sold = sellIn(*training.counter, house, {house.seat(3), house.standing("Child")});
    QVERIFY2(sold, sold ? "" : sold.error().message.c_str());
    QVERIFY(voidOrder(*training.counter, sold->code, "practice"));
    QCOMPARE(house.counter().journal().head(), head);
    QCOMPARE(house.counter().database().integer("SELECT count(*) FROM sale_order"),
             std::optional<std::int64_t>{1});
    QVERIFY(!findOrder(house.counter(), sold->id));
    QVERIFY(verifyJournal(*training.counter)->findings.empty());
    house.close();
    const QByteArray before = contentOf(house.file());
    QVERIFY(sellIn(*training.counter, house, {}).error().code == "empty_cart");
    QCOMPARE(contentOf(house.file()), before);
}

void TestTraining::a_training_ticket_opens_no_real_door_and_a_real_one_none_of_training()
{
    CounterFixture house;
    const auto real = house.sell({house.seat(3)});
    Training training{house};
    const auto practised = sellIn(*training.counter, house, {house.seat(4)});
    house.clock().pass(house.offer()->performance.startsAt.ms - house.clock().now().ms);
    const auto atDoor =
        scan(house.counter(), ticketCodes(*training.counter, *practised).front(), "North");
    QVERIFY(atDoor->colour != ScanVerdict::Colour::Green);
    const auto inTraining =
        scan(*training.counter, ticketCodes(house.counter(), *real).front(), "North");
    QVERIFY(inTraining->colour != ScanVerdict::Colour::Green);
    QCOMPARE(scan(house.counter(), ticketCodes(house.counter(), *real).front(), "North")->outcome,
             std::string{"admitted"});
}

void TestTraining::nobody_real_comes_along()
{
    CounterFixture house;
    SaleRequest request = house.request({house.seat(3)});
    request.newCustomer = CustomerDetails{"Zoë Müller", "zoe@example.org", {}, {}};
    QVERIFY(sell(house.counter(), request));
    house.counter().access().setPasswordCost({1, 8});
    QVERIFY(addUser(house.counter(), {"Ada", "administrator", "Ada has 482915 words", ""}));
    Training training{house}; // nobody has signed in, and need not
    QVERIFY(training.counter->access().isOpenHouse());
    QVERIFY(findCustomers(*training.counter, "zoe")->empty());
    QVERIFY(!contentOf(trainingFolder(house.folder()) + "/foyer.db").contains("zoe@example.org"));
    QCOMPARE(training.counter->database().integer("SELECT count(*) FROM customer"),
             std::optional<std::int64_t>{0});
}

void TestTraining::what_is_printed_is_a_specimen_and_no_drawer_opens()
{
    CounterFixture house;
    Training training{house};
    const Printer printer{"Bar", PrinterLanguage::EscPos, "tcp:10.0.0.7", PrinterPaper::Roll80, 31};
    QVERIFY(setPrinter(*training.counter, printer));
    QVERIFY(setPrinter(house.counter(), printer));
    const auto practised = sellIn(*training.counter, house, {house.seat(4)});
    const auto real = house.sell({house.seat(4)});
    QVERIFY(spoolTickets(*training.counter, *practised, "Bar"));
    QVERIFY(spoolReceipt(*training.counter, *practised, "Bar"));
    QVERIFY(spoolTickets(house.counter(), *real, "Bar"));
    const auto practice = spoolJobs(*training.counter);
    QCOMPARE(practice->size(), 2U);
    for (const SpoolJob& job : *practice) {
        QVERIFY(job.specimen);
    }
    QVERIFY(!spoolJobs(house.counter())->front().specimen);
    QVERIFY(printingAfterSale(*training.counter, *practised)->drawers.empty());
    QVERIFY(drawersToOpen(*training.counter)->empty());
    QCOMPARE(printingAfterSale(house.counter(), *real)->drawers.size(), 1U);
}

void TestTraining::a_new_training_begins_from_today_and_an_end_leaves_nothing()
{
    CounterFixture house;
    {
        Training first{house};
        QVERIFY(sellIn(*first.counter, house, {house.seat(4)}));
    }
    {
        Training second{house};
        QCOMPARE(second.counter->database().integer("SELECT count(*) FROM sale_order"),
                 std::optional<std::int64_t>{0});
    }
    QVERIFY(endTraining(house.folder()));
    QVERIFY(!QFile::exists(QString::fromStdString(trainingFolder(house.folder()))));
    QVERIFY(endTraining(house.folder())); // that there is none is no fault
    QVERIFY(house.sell({house.seat(4)}));
}

void TestTraining::a_training_that_is_open_is_not_taken_from_under_anybody()
{
    CounterFixture house;
    {
        Training training{house};
        QCOMPARE(beginTraining(house.counter(), house.random()).error().code,
                 std::string{"training_in_use"});
        QCOMPARE(endTraining(house.folder()).error().code, std::string{"training_in_use"});
        QVERIFY(sellIn(*training.counter, house, {house.seat(4)}));
    }
    QVERIFY(endTraining(house.folder()));
}

void TestTraining::a_folder_of_somebody_elses_is_left_alone()
{
    CounterFixture house;
    const QString folder = QString::fromStdString(trainingFolder(house.folder()));
    QVERIFY(QDir{}.mkpath(folder));
    QFile file{folder + QStringLiteral("/recipes.txt")};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("bread");
    file.close();
    QCOMPARE(beginTraining(house.counter(), house.random()).error().code,
             std::string{"training_in_use"});
    QVERIFY(QFile::exists(file.fileName()));
}

QTEST_GUILESS_MAIN(TestTraining)
#include "test_training.moc"
