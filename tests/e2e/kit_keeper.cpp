// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/kit_keeper.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/customers.h"
#include "core/services/gates.h"
#include "core/services/sales.h"
#include "core/services/show_night.h"
#include "core/services/users.h"
#include "tests/support/opened_store.h"
#include "ui/common/theme.h"
#include "ui/settings/kit_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kPatienceMs = 30'000;

bool says(const QWidget& in, const QString& words)
{
    for (const QLabel* label : in.findChildren<QLabel*>()) {
        if (label->text().contains(words)) {
            return true;
        }
    }
    return false;
}

QByteArray contentOf(const QString& folder, const QString& filter)
{
    const QStringList found = QDir{folder}.entryList({filter}, QDir::Files);
    QFile file{found.isEmpty() ? QString{} : QDir{folder}.filePath(found.front())};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

/// The papers for a night without the computer, kept by the real store thread.
class KitKeeperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void thePapersAreWrittenAndFreshAfterASale()
    {
        CounterFixture house;
        const std::int64_t start = house.offer()->performance.startsAt.ms;
        house.clock().pass(start - house.clock().now().ms - 3'600'000); // an hour before it
        const SaleRequest request = house.request({house.seat(3)});
        house.close();
        desktop::StoreThread store;
        openOn(store, house);
        ui::KitPage page;
        desktop::KitKeeper keeper{store, page, house.folder()};
        QSignalSpy written{&keeper, &desktop::KitKeeper::written};
        const QTemporaryDir folder;
        auto* path = page.findChild<QLineEdit*>();
        auto* on = page.findChild<QCheckBox*>();
        on->click();
        QVERIFY(!on->isChecked()); // not without a folder
        path->setText(folder.filePath(QStringLiteral("kit")));
        on->click();
        QVERIFY(on->isChecked());
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, kPatienceMs);
        const QString kit = path->text();
        const QByteArray before = contentOf(kit, QStringLiteral("*door*"));
        QVERIFY(before.startsWith("%PDF"));
        keeper.lookNow();
        QTest::qWait(200);
        QCOMPARE(written.size(), 1); // nothing changed
        bool sold = false;
        store.ask<Order>([request](Counter& counter) { return sell(counter, request); },
                         [&](const Result<Order>& order) { sold = order.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(sold, kPatienceMs);
        keeper.lookNow();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 2, kPatienceMs);
        QVERIFY(contentOf(kit, QStringLiteral("*door*")) != before);
    }

    void theyStayFreshBehindALockAndWithTheirNames()
    {
        CounterFixture house;
        const std::int64_t start = house.offer()->performance.startsAt.ms;
        house.clock().pass(start - house.clock().now().ms - 3'600'000);
        SaleRequest request = house.request({house.seat(3)});
        request.newCustomer = CustomerDetails{"Ana Lima", {}, {}, {}};
        QVERIFY(sell(house.counter(), request));
        const PerformanceId performance = house.performance();
        house.counter().access().setPasswordCost({1, 8});
        QVERIFY(addUser(house.counter(), {"Ada", "administrator", "Ada has 482915 words", ""}));
        house.close();
        desktop::StoreThread store;
        ui::KitPage page;
        const auto done = [&store](const std::function<bool(Counter&)>& act) {
            int answer = -1;
            store.ask<bool>([act](Counter& counter) -> Result<bool> { return act(counter); },
                            [&answer](const Result<bool>& result) { answer = result && *result; });
            return QTest::qWaitFor([&answer] { return answer >= 0; }, kPatienceMs) && answer == 1;
        };
        openOn(store, house);
        desktop::KitKeeper keeper{store, page, house.folder()};
        QSignalSpy written{&keeper, &desktop::KitKeeper::written};
        const QTemporaryDir folder;
        page.findChild<QLineEdit*>()->setText(folder.filePath(QStringLiteral("kit")));
        auto* on = page.findChild<QCheckBox*>();
        on->click(); // nobody is signed in: nobody may have papers with names written
        QTRY_VERIFY_WITH_TIMEOUT(!on->isChecked(), kPatienceMs);
        QVERIFY(done([](Counter& counter) {
            return counter.access().signIn("Ada", "Ada has 482915 words").has_value();
        }));
        page.findChild<QLineEdit*>()->setText(folder.filePath(QStringLiteral("kit")));
        on->click();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, kPatienceMs);
        QVERIFY(done([](Counter& counter) {
            const bool changed = setGate(counter, {.name = "North"}).has_value();
            counter.access().signOut("asked");
            return changed;
        }));
        keeper.lookNow();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 2, kPatienceMs);
        QVERIFY(done([performance](Counter& counter) {
            const auto night = keptShowNight(counter, performance);
            return !showNight(counter, performance) && night && night->guests.size() == 1 &&
                night->guests.front().name == "Ana Lima";
        }));
    }

    void aNewDayBringsItsPapersThoughNothingIsSold()
    {
        CounterFixture house; // two evenings
        const std::int64_t start = house.offer()->performance.startsAt.ms;
        house.clock().pass(start - house.clock().now().ms - 20 * 3'600'000LL);
        house.close();
        desktop::StoreThread store;
        openOn(store, house);
        ui::KitPage page;
        desktop::KitKeeper keeper{store, page, house.folder()};
        QSignalSpy written{&keeper, &desktop::KitKeeper::written};
        const QTemporaryDir folder;
        page.findChild<QLineEdit*>()->setText(folder.filePath(QStringLiteral("kit")));
        page.findChild<QCheckBox*>()->click();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, kPatienceMs);
        QCOMPARE(written.last().at(0).toInt(), 1);
        house.clock().pass(19 * 3'600'000LL); // the second evening is tomorrow now
        keeper.lookNow();
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 2, kPatienceMs);
        QCOMPARE(written.last().at(0).toInt(), 2);
    }

    void aFolderThatCannotBeWrittenIsSaid()
    {
        CounterFixture house;
        const std::int64_t start = house.offer()->performance.startsAt.ms;
        house.clock().pass(start - house.clock().now().ms - 3'600'000);
        house.close();
        desktop::StoreThread store;
        openOn(store, house);
        ui::KitPage page;
        desktop::KitKeeper keeper{store, page, house.folder()};
        page.findChild<QLineEdit*>()->setText(QStringLiteral("/proc/no/such/place"));
        page.findChild<QCheckBox*>()->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(page, QStringLiteral("/proc/no/such/place")), kPatienceMs);
    }
};

QTEST_MAIN(KitKeeperTest)
#include "kit_keeper.moc"
