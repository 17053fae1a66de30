// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the seating plans and their editor into a folder: shots_plans DIR [LANGUAGE]. Run with
// QT_SCALE_FACTOR=2 for dense screens.

#include "tests/ui/fake_plans_port.h"
#include "tests/ui/shots_start.h"
#include "ui/plans/plan_editor.h"
#include "ui/plans/plans_page.h"

#include <QListWidget>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

int main(int argc, char** argv)
{
    PageShots shots{argc, argv, {1280, 720}};
    FakePlansPort port;
    auto* page = new ui::PlansPage{port};
    shots.show(page, QCoreApplication::translate("foyer::desktop::Desktop", "Plans"), "armchair");
    QObject::connect(&shots.window(), &ui::MainWindow::paletteChanged, page,
                     &ui::PlansPage::applyPalette);
    shots.shoot("plans-empty");
    for (const char* name : {"Playhouse",
                             "Großer Saal der Kongreßhalle am Stadtpark, Parkett und "
                             "beide Ränge mit Bestuhlung für Bälle",
                             "قاعة المسرح"}) {
        SeatingPlan plan = theatrePlan();
        plan.name = name;
        port.store(std::move(plan));
    }
    page->refresh();
    shots.shoot("plans-list");
    QTest::keyClick(page->findChild<QListWidget*>(), Qt::Key_Return);
    shots.shoot("plans-editor");
    ui::PlanDesk& desk = page->editor().desk();
    desk.step(true);
    desk.step(true);
    desk.bend(30);
    shots.shoot("plans-row");
    page->editor().leave();
    shots.shoot("plans-leave");
    return 0;
}
