// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the door and the orders workspaces into a folder: shots_door DIR [LANGUAGE].

#include "tests/ui/fake_door_port.h"
#include "tests/ui/fake_orders_port.h"
#include "tests/ui/shots_start.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/door/door_page.h"
#include "ui/orders/orders_page.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QTest>
#include <QTranslator>

using namespace foyer;
using namespace foyer::test;

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    FakeDoorPort port;
    port.event = "Die lange Nacht der kurzen Stücke und der Gespräche im Foyer";
    ui::MainWindow window;
    window.resize(1280, 800);
    auto* page = new ui::DoorPage{port};
    window.addWorkspace(QObject::tr("Door"), QStringLiteral("scan-line"), page);
    window.show();
    settle();
    shoot(window, folder, QStringLiteral("door-post"));
    QTest::keyClick(page->findChild<QComboBox*>()->lineEdit(), Qt::Key_Return);
    settle();
    shoot(window, folder, QStringLiteral("door-idle"));
    page->takeScan(QStringLiteral("T1"));
    shoot(window, folder, QStringLiteral("door-green"));
    page->takeScan(QStringLiteral("T1"));
    shoot(window, folder, QStringLiteral("door-red"));
    QTest::keyClick(page, Qt::Key_F9);
    shoot(window, folder, QStringLiteral("door-red-dim"));
    QTest::keyClick(page, Qt::Key_F3);
    settle();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ana"));
    shoot(window, folder, QStringLiteral("door-search"));

    FakeOrdersPort sold;
    auto* orders = new ui::OrdersPage{sold};
    window.addWorkspace(QObject::tr("Orders"), QStringLiteral("receipt"), orders);
    settle();
    window.showWorkspace(orders);
    settle();
    shoot(window, folder, QStringLiteral("orders-latest"));
    orders->takeScan(QStringLiteral("TICKET-2"));
    shoot(window, folder, QStringLiteral("orders-order"));
    QTest::keyClick(orders, Qt::Key_F4);
    shoot(window, folder, QStringLiteral("orders-refund"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("1"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    shoot(window, folder, QStringLiteral("orders-refunded"));
    QTest::keyClick(orders, Qt::Key_F5);
    shoot(window, folder, QStringLiteral("orders-exchange"));
    return 0;
}
