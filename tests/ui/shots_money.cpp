// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the organizer's money into a folder: shots_money DIR [LANGUAGE]. Run with QT_SCALE_FACTOR=2
// for dense screens.

#include "tests/ui/fake_money_port.h"
#include "tests/ui/shots_start.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/money/money_page.h"

#include <QDir>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>

using namespace foyer;
using namespace foyer::test;

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    ui::MainWindow window;
    window.resize(1280, 720);
    window.show();
    FakeMoneyPort port;
    auto* page = new ui::MoneyPage{port};
    window.addWorkspace(QCoreApplication::translate("foyer::ui::MoneyPage", "Money"),
                        QStringLiteral("landmark"), page);
    window.showWorkspace(page);
    settle();
    auto& tabs = *page->findChild<QTabWidget*>();
    shoot(window, folder, QStringLiteral("money-fits"));
    tabs.setCurrentIndex(1);
    settle();
    shoot(window, folder, QStringLiteral("money-no-payouts"));
    tabs.setCurrentIndex(0);
    port.fill();
    port.payoutList[0].lines[1].event =
        "Die Verfolgung und Ermordung Jean Paul Marats, dargestellt durch die Schauspielgruppe";
    port.payoutList[0].lines.push_back(port.payoutList[0].lines[1]);
    port.payoutList[0].lines.back().event = "حكاية الشتاء";
    page->refresh();
    settle();
    window.setWorkspaceBadge(page, 3, false);
    shoot(window, folder, QStringLiteral("money-case"));
    QTest::keyClick(tabs.currentWidget()->findChild<QListWidget*>(), Qt::Key_F8);
    settle();
    shoot(window, folder, QStringLiteral("money-end"));
    QTest::keyClick(page, Qt::Key_Escape);
    settle();
    tabs.currentWidget()->findChild<QListWidget*>()->setCurrentRow(2);
    settle();
    shoot(window, folder, QStringLiteral("money-held"));
    tabs.setCurrentIndex(1);
    settle();
    shoot(window, folder, QStringLiteral("money-payout"));
    tabs.setCurrentIndex(0);
    settle();
    port.serverRefusal = storageError("offline", "x");
    page->refresh();
    settle();
    shoot(window, folder, QStringLiteral("money-offline"));
    return 0;
}
