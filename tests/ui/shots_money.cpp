// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the organizer's money into a folder: shots_money DIR [LANGUAGE]. Run with QT_SCALE_FACTOR=2
// for dense screens.

#include "tests/ui/fake_money_port.h"
#include "tests/ui/shots_start.h"
#include "ui/money/money_page.h"

#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

int main(int argc, char** argv)
{
    PageShots shots{argc, argv, {1280, 720}};
    FakeMoneyPort port;
    auto* page = new ui::MoneyPage{port};
    shots.show(page, QCoreApplication::translate("foyer::ui::MoneyPage", "Money"), "landmark");
    auto& tabs = *page->findChild<QTabWidget*>();
    shots.shoot("money-fits");
    tabs.setCurrentIndex(1);
    shots.shoot("money-no-payouts");
    tabs.setCurrentIndex(0);
    port.fill();
    port.payoutList[0].lines[1].event =
        "Die Verfolgung und Ermordung Jean Paul Marats, dargestellt durch die Schauspielgruppe";
    port.payoutList[0].lines.push_back(port.payoutList[0].lines[1]);
    port.payoutList[0].lines.back().event = "حكاية الشتاء";
    page->refresh();
    settle();
    shots.window().setWorkspaceBadge(page, 3, false);
    shots.shoot("money-case");
    QTest::keyClick(tabs.currentWidget()->findChild<QListWidget*>(), Qt::Key_F8);
    shots.shoot("money-end");
    QTest::keyClick(page, Qt::Key_Escape);
    settle();
    tabs.currentWidget()->findChild<QListWidget*>()->setCurrentRow(2);
    shots.shoot("money-held");
    tabs.setCurrentIndex(1);
    shots.shoot("money-payout");
    tabs.setCurrentIndex(0);
    settle();
    port.serverRefusal = storageError("offline", "x");
    page->refresh();
    shots.shoot("money-offline");
    return 0;
}
