// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the held workspace, and what keeps a cart in the sell workspace, into a folder:
// shots_held DIR [LANGUAGE]. Run with QT_SCALE_FACTOR=2 for dense screens.

#include "tests/ui/fake_held_port.h"
#include "tests/ui/shots_start.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/held/held_page.h"
#include "ui/sell/hold_dialog.h"
#include "ui/sell/parked_dialog.h"
#include "ui/sell/reserve_dialog.h"
#include "ui/sell/seat_map/seat_map_view.h"
#include "ui/sell/sell_page.h"
#include "ui/sell/waiting_dialog.h"

#include <QDir>
#include <QListWidget>
#include <QTest>
#include <QThread>
#include <QTranslator>

using namespace foyer;
using namespace foyer::test;

namespace {

void shootHeld(ui::MainWindow& window, const QString& folder)
{
    FakeHeldPort port;
    port.waits = true;
    auto* page = new ui::HeldPage{port};
    window.addWorkspace(QObject::tr("Held"), QStringLiteral("bookmark"), page);
    window.showWorkspace(page);
    settle();
    QThread::msleep(200);
    shoot(window, folder, QStringLiteral("held-loading"));
    port.waits = false;
    port.answer();
    settle();
    shoot(window, folder, QStringLiteral("held-empty"));
    port.fill();
    page->presenter().refresh();
    settle();
    page->presenter().choose(1);
    shoot(window, folder, QStringLiteral("held-will-call"));
    QTest::keyClick(page, Qt::Key_F8);
    shoot(window, folder, QStringLiteral("held-cancel"));
    QTest::keyClick(page, Qt::Key_Escape);
    page->presenter().openTab(ui::HeldTab::Holds);
    for (auto* list : page->findChildren<QListWidget*>()) {
        if (list->count() == 3 && (list->item(1)->flags() & Qt::ItemIsUserCheckable) != 0) {
            list->item(1)->setCheckState(Qt::Checked);
        }
    }
    shoot(window, folder, QStringLiteral("held-holds"));
    QTest::keyClick(page, Qt::Key_F6);
    shoot(window, folder, QStringLiteral("held-longer"));
    QTest::keyClick(page, Qt::Key_Escape);
    page->presenter().choose(1);
    shoot(window, folder, QStringLiteral("held-quantity"));
    page->presenter().openTab(ui::HeldTab::Parked);
    shoot(window, folder, QStringLiteral("held-parked"));
    page->presenter().openTab(ui::HeldTab::Waiting);
    page->presenter().choose(1);
    shoot(window, folder, QStringLiteral("held-waiting"));
    QTest::keyClick(page, Qt::Key_F10);
    shoot(window, folder, QStringLiteral("held-offer"));
    QTest::keyClick(page, Qt::Key_Return);
    settle();
    shoot(window, folder, QStringLiteral("held-offered"));
    port.readFault =
        storageError("read_failed", "The disk does not answer. Check that it is connected.");
    page->presenter().refresh();
    settle();
    shoot(window, folder, QStringLiteral("held-failed"));
}

template <typename Dialog>
void shootDialog(ui::MainWindow& window, ui::SellPage& page, const QString& folder,
                 const QString& name)
{
    settle();
    auto* dialog = page.findChild<Dialog*>();
    shoot(window, *dialog, folder, name);
    dialog->reject();
    settle();
}

void shootSell(ui::MainWindow& window, const QString& folder)
{
    FakeSellPort port;
    FixedClock clock;
    FakeHeldPort held;
    held.fill();
    port.back = held.snapshot.back;
    auto* page = new ui::SellPage{port, clock};
    window.addWorkspace(QObject::tr("Sell"), QStringLiteral("ticket"), page);
    settle();
    window.showWorkspace(page);
    QObject::connect(&window, &ui::MainWindow::paletteChanged, page, &ui::SellPage::applyPalette);
    settle();
    page->presenter().addTickets(2);
    settle();
    shoot(window, folder, QStringLiteral("sell-cart"));
    page->reserveCart();
    shootDialog<ui::ReserveDialog>(window, *page, folder, QStringLiteral("sell-reserve"));
    page->holdCart();
    shootDialog<ui::HoldDialog>(window, *page, folder, QStringLiteral("sell-hold"));
    page->presenter().clearCart();
    page->joinWaitingList();
    shootDialog<ui::WaitingDialog>(window, *page, folder, QStringLiteral("sell-waiting"));
    page->parkOrResume();
    shootDialog<ui::ParkedDialog>(window, *page, folder, QStringLiteral("sell-parked"));
    auto* map = page->findChild<ui::SeatMapView*>();
    map->zoomToSeat(11);
    map->pressSeat(11);
    settle();
    shoot(window, folder, QStringLiteral("sell-held-seat"));
    page->presenter().resume({idOf<HoldId>(1)});
    settle();
    shoot(window, folder, QStringLiteral("sell-resumed"));
    page->presenter().clearCart();
    port.left = 0;
    page->refresh();
    settle();
    shoot(window, folder, QStringLiteral("sell-sold-out"));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    ui::MainWindow window;
    window.resize(1280, 720);
    window.show();
    shootHeld(window, folder);
    shootSell(window, folder);
    return 0;
}
