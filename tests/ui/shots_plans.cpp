// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the seating plans and their editor into a folder: shots_plans DIR [LANGUAGE]. Run with
// QT_SCALE_FACTOR=2 for dense screens.

#include "tests/ui/fake_plans_port.h"
#include "tests/ui/shots_start.h"
#include "ui/common/main_window.h"
#include "ui/plans/plan_editor.h"
#include "ui/plans/plans_page.h"

#include <QListWidget>
#include <QTest>

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
    FakePlansPort port;
    auto* page = new ui::PlansPage{port};
    window.addWorkspace(QCoreApplication::translate("foyer::desktop::Desktop", "Plans"),
                        QStringLiteral("armchair"), page);
    window.showWorkspace(page);
    QObject::connect(&window, &ui::MainWindow::paletteChanged, page, &ui::PlansPage::applyPalette);
    settle();
    shoot(window, folder, QStringLiteral("plans-empty"));
    for (const char* name : {"Playhouse",
                             "Großer Saal der Kongreßhalle am Stadtpark, Parkett und "
                             "beide Ränge mit Bestuhlung für Bälle",
                             "قاعة المسرح"}) {
        SeatingPlan plan = theatrePlan();
        plan.name = name;
        port.store(std::move(plan));
    }
    page->refresh();
    settle();
    shoot(window, folder, QStringLiteral("plans-list"));
    QTest::keyClick(page->findChild<QListWidget*>(), Qt::Key_Return);
    settle();
    shoot(window, folder, QStringLiteral("plans-editor"));
    ui::PlanDesk& desk = page->editor().desk();
    desk.step(true);
    desk.step(true);
    desk.bend(30);
    settle();
    shoot(window, folder, QStringLiteral("plans-row"));
    page->editor().leave();
    settle();
    shoot(window, folder, QStringLiteral("plans-leave"));
    return 0;
}
