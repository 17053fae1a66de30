// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/training_launcher.h"
#include "core/services/counter.h"
#include "core/services/training.h"
#include "tests/support/opened_store.h"
#include "ui/common/theme.h"
#include "ui/settings/training_page.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kPatienceMs = 30'000;

void press(const QWidget& in, const QString& words)
{
    for (QPushButton* button : in.findChildren<QPushButton*>()) {
        if (button->text().contains(words) && !button->isHidden()) {
            button->click();
            return;
        }
    }
    qFatal("no button says %s", qPrintable(words));
}

} // namespace

/// The way from the real house into its training.
class TrainingLauncherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::applyTheme(*qApp, ui::Palette::light()); }

    void theTrainingIsMadeOnceOpenedAgainAndBegunAnew()
    {
        CounterFixture house;
        house.close();
        desktop::StoreThread store;
        openOn(store, house);
        ui::TrainingPage page;
        desktop::TrainingLauncher launcher{store, page, house.folder(), house.random()};
        QSignalSpy launched{&launcher, &desktop::TrainingLauncher::launched};
        press(page, QStringLiteral("Open the training"));
        QTRY_COMPARE_WITH_TIMEOUT(launched.size(), 1, kPatienceMs);
        const QStringList arguments = launched.last().at(1).toStringList();
        QVERIFY(arguments.contains(QStringLiteral("--training")));
        QVERIFY(arguments.contains(QString::fromStdString(house.folder())));
        const std::string folder = trainingFolder(house.folder());
        QVERIFY(isTraining(folder));
        const auto firstId = idIn(folder, house);
        QVERIFY(!firstId.isNil());
        press(page, QStringLiteral("Open the training"));
        QTRY_COMPARE_WITH_TIMEOUT(launched.size(), 2, kPatienceMs);
        QCOMPARE(idIn(folder, house), firstId); // what was practised is there still
        press(page, QStringLiteral("Begin anew"));
        QTRY_COMPARE_WITH_TIMEOUT(launched.size(), 3, kPatienceMs);
        QVERIFY(idIn(folder, house) != firstId);
    }

private:
    /// Of the training's house; nil where it cannot be opened.
    static Uuid idIn(const std::string& folder, CounterFixture& house)
    {
        auto vault = openTrainingVault(folder, house.random());
        if (!vault) {
            return {};
        }
        const auto counter = Counter::open(folder, **vault, house.clock(), house.random());
        return counter ? (*counter)->organizer().uuid : Uuid{};
    }
};

QTEST_MAIN(TrainingLauncherTest)
#include "training_launcher.moc"
