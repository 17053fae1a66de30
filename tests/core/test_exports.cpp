// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/after_sale.h"
#include "core/services/counter.h"
#include "core/services/event_editing.h"
#include "core/services/exports.h"
#include "core/services/sales.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/imported_orders.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace foyer;
using namespace foyer::test;

class TestExports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTableGoesOutWithTheSumsOfTheDatabase()
    {
        CounterFixture house;
        QVERIFY(house.sell({house.seat(2), house.standing("Child")}).has_value());
        mustImport(house, sourceOf(manyStanding(house, 3)));
        std::map<std::string, std::vector<ExportRow>> tables;
        std::map<std::string, ExportTable> columns;
        std::string now;
        const ExportSink sink{[&](const ExportTable& table) {
                                  now = table.name;
                                  columns[now] = table;
                                  tables[now];
                                  return Result<void>{};
                              },
                              [&](const ExportRow& row) {
                                  tables[now].push_back(row);
                                  return Result<void>{};
                              },
                              [] { return Result<void>{}; }};
        QCOMPARE(codeOf(exportHouse(house.counter(), {.tables = {"customers"}}, sink)).c_str(),
                 "persons_not_meant");
        QCOMPARE(codeOf(exportHouse(house.counter(), {.tables = {"x"}}, sink)).c_str(),
                 "unknown_export");
        QCOMPARE(
            codeOf(exportHouse(house.counter(), {.tables = {}, .hasPersons = true}, sink)).c_str(),
            "done");
        QCOMPARE(tables.size(), exportTables().size());
        const auto sum = [&](const std::string& table, const std::string& column) {
            const auto& names = columns[table].columns;
            const auto at = static_cast<std::size_t>(
                std::ranges::find(names, column, &ExportColumn::name) - names.begin());
            std::int64_t total = 0;
            for (const ExportRow& row : tables[table]) {
                total += row.at(at) ? parseMoney(*row[at], *Currency::fromCode("EUR"))->minor() : 0;
            }
            return total;
        };
        QCOMPARE(sum("orders", "total"),
                 numberOf(house, "SELECT sum(total) FROM sale_order WHERE organizer = ?"));
        QCOMPARE(sum("tickets", "net"),
                 numberOf(house, "SELECT sum(net) FROM ticket WHERE organizer = ?"));
        QCOMPARE(sum("payments", "amount"),
                 numberOf(house, "SELECT sum(amount) FROM payment WHERE organizer = ?"));
        QCOMPARE(sum("ledger", "amount"), std::int64_t{0});
        QCOMPARE(tables["customers"].size(), std::size_t{3});
        QCOMPARE(tables["dates"].size(), std::size_t{2});
        QCOMPARE(codeOf(exportJournal(house.counter(), {}, house.clock().now(), sink)).c_str(),
                 "done");
        QVERIFY(!tables["journal"].empty());
        QCOMPARE(sum("journal", "debit"), sum("journal", "credit"));
        // A sink that cannot go on ends it with its error.
        ExportSink full = sink;
        full.row = [](const ExportRow&) {
            return Result<void>{storageError("disk_full", "Full.")};
        };
        QCOMPARE(codeOf(exportHouse(house.counter(), {}, full)).c_str(), "disk_full");
    }

    void ordersGoOutWithWhomTheyBelongToNow()
    {
        CounterFixture house;
        SaleRequest request = house.request({house.standing()});
        request.newCustomer = CustomerDetails{"Ana Lima", "ana@example.org", {}, {}, {}};
        const auto order = sell(house.counter(), request);
        QVERIFY(order.has_value());
        const CustomerDetails other{"Bo Chen", "bo@example.org", {}, {}, {}};
        const auto given = setOrderCustomer(house.counter(), order->id, {{}, other});
        QVERIFY(given && given->customer && given->customer != order->customer);
        std::size_t at = 0;
        std::vector<std::optional<std::string>> named;
        const ExportSink sink{[&](const ExportTable& table) {
                                  at = static_cast<std::size_t>(
                                      std::ranges::find(table.columns, std::string{"customer"},
                                                        &ExportColumn::name) -
                                      table.columns.begin());
                                  return Result<void>{};
                              },
                              [&](const ExportRow& row) {
                                  named.push_back(row.at(at));
                                  return Result<void>{};
                              },
                              [] { return Result<void>{}; }};
        QCOMPARE(codeOf(exportHouse(house.counter(), {.tables = {"orders"}}, sink)).c_str(),
                 "done");
        QCOMPARE(named.size(), std::size_t{1});
        QVERIFY(named.front() == std::optional{given->customer->text()});
    }

    void aCalendarEntryGetsANewNumberWithEveryEdit()
    {
        CounterFixture house;
        const auto before = publicDates(house.counter());
        QVERIFY(before && before->size() == 2);
        house.clock().pass(60'000);
        QVERIFY(
            editEvent(house.counter(), before->front().event, {.subtitle = "Anew"}).has_value());
        const auto after = publicDates(house.counter());
        QVERIFY(after && after->front().sequence > before->front().sequence);
        QVERIFY(after->front().changedAt == house.clock().now());
        QVERIFY(publicDates(house.counter(), VenueId{})->empty());
    }
};

QTEST_GUILESS_MAIN(TestExports)
#include "test_exports.moc"
