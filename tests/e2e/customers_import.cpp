// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/customers_port.h"
#include "core/services/counter.h"
#include "core/services/customer_desk.h"
#include "core/services/sales.h"
#include "tests/support/opened_store.h"

#include <QFile>
#include <QTest>

#include <optional>
#include <string>

using namespace foyer;
using namespace foyer::test;

/// The window's way to a table of customers, with a real store thread.
class CustomersImportTest : public QObject {
    Q_OBJECT

private:
    static constexpr int kPatienceMs = 30'000;
    static constexpr std::size_t kRows = 5'000;

    static std::string tableIn(const std::string& folder)
    {
        const std::string path = folder + "/people.csv";
        QFile file{QString::fromStdString(path)};
        if (!file.open(QIODevice::WriteOnly)) {
            qFatal("no table");
        }
        QByteArray text{"Name,Email\n"};
        for (std::size_t i = 0; i < kRows; ++i) {
            const QByteArray number = QByteArray::number(static_cast<qulonglong>(i));
            text += "Person " + number + "," + number + "@example.org\n";
        }
        file.write(text);
        return path;
    }

    static ColumnMapping mapping() { return {{{"name", 0}, {"email", 1}}}; }

private Q_SLOTS:
    void aSaleDoesNotWaitForAnImport()
    {
        CounterFixture fixture;
        const std::string table = tableIn(fixture.folder());
        const SaleRequest request = fixture.request({fixture.standing()});
        fixture.close();
        desktop::StoreThread store;
        openOn(store, fixture);
        desktop::CounterCustomersPort port{store};
        std::optional<Result<ui::TableShown>> look;
        port.look(table, [&](Result<ui::TableShown> shown) { look = std::move(shown); });
        QTRY_VERIFY_WITH_TIMEOUT(look.has_value(), kPatienceMs);
        QCOMPARE((*look)->headers.size(), std::size_t{2});

        std::optional<Result<CustomerImportReport>> report;
        std::optional<Result<Order>> sold;
        bool isSoldBefore = false;
        bool isAsked = false;
        const auto progress = [&](std::size_t) {
            if (!isAsked) {
                isAsked = true;
                store.ask<Order>([&](Counter& counter) { return sell(counter, request); },
                                 [&](Result<Order> order) {
                                     isSoldBefore = !report;
                                     sold = std::move(order);
                                 });
            }
        };
        port.importTable(table, mapping(), false, progress,
                         [&](Result<CustomerImportReport> done) { report = std::move(done); });
        QTRY_VERIFY_WITH_TIMEOUT(report.has_value() && sold.has_value(), kPatienceMs);
        QVERIFY(sold->has_value());
        QVERIFY(isSoldBefore);
        QVERIFY(report->has_value());
        QCOMPARE((*report)->added, kRows);
        QVERIFY(!(*report)->isStopped);
    }

    void anImportThatIsCancelledKeepsWhatItHas()
    {
        CounterFixture fixture;
        const std::string table = tableIn(fixture.folder());
        fixture.close();
        desktop::StoreThread store;
        openOn(store, fixture);
        desktop::CounterCustomersPort port{store};
        std::optional<Result<CustomerImportReport>> report;
        port.importTable(
            table, mapping(), false, [&](std::size_t) { port.cancelImport(); },
            [&](Result<CustomerImportReport> done) { report = std::move(done); });
        QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), kPatienceMs);
        QVERIFY((*report)->isStopped);
        QVERIFY((*report)->added > 0 && (*report)->added < kRows);
        std::optional<std::size_t> known;
        port.list({}, [&](const Result<CustomerPage>& page) { known = page ? page->known : 0; });
        QTRY_COMPARE_WITH_TIMEOUT(known, std::optional{(*report)->added}, kPatienceMs);
    }

    void aFileThatIsNotThereIsSaid()
    {
        CounterFixture fixture;
        fixture.close();
        desktop::StoreThread store;
        openOn(store, fixture);
        desktop::CounterCustomersPort port{store};
        std::optional<Result<CustomerImportReport>> report;
        port.importTable(
            fixture.folder() + "/none.csv", mapping(), true, [](std::size_t) {},
            [&](Result<CustomerImportReport> done) { report = std::move(done); });
        QTRY_VERIFY_WITH_TIMEOUT(report.has_value(), kPatienceMs);
        QCOMPARE(report->error().code, std::string{"file_unreadable"});
    }
};

QTEST_GUILESS_MAIN(CustomersImportTest)
#include "customers_import.moc"
