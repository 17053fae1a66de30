// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/kit_keeper.h"
#include "app/desktop/store_thread.h"
#include "core/services/counter.h"
#include "core/services/sales.h"
#include "tests/support/counter_fixture.h"
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
        bool opened = false;
        store.open(
            [&] {
                return Counter::open(house.folder(), house.vault(), house.clock(), house.random());
            },
            [&](const Result<void>& done) { opened = done.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(opened, kPatienceMs);
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

    void aFolderThatCannotBeWrittenIsSaid()
    {
        CounterFixture house;
        const std::int64_t start = house.offer()->performance.startsAt.ms;
        house.clock().pass(start - house.clock().now().ms - 3'600'000);
        house.close();
        desktop::StoreThread store;
        store.open(
            [&] {
                return Counter::open(house.folder(), house.vault(), house.clock(), house.random());
            },
            [](const Result<void>&) {});
        ui::KitPage page;
        desktop::KitKeeper keeper{store, page, house.folder()};
        page.findChild<QLineEdit*>()->setText(QStringLiteral("/proc/no/such/place"));
        page.findChild<QCheckBox*>()->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(page, QStringLiteral("/proc/no/such/place")), kPatienceMs);
    }
};

QTEST_MAIN(KitKeeperTest)
#include "kit_keeper.moc"
