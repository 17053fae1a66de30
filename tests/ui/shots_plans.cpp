// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the seating plans and their editor into a folder: shots_plans DIR [LANGUAGE]. Run with
// QT_SCALE_FACTOR=2 for dense screens.

#include "tests/ui/fake_plans_port.h"
#include "tests/ui/shots_start.h"
#include "ui/plans/plan_editor.h"
#include "ui/plans/plan_picture_fields.h"
#include "ui/plans/plans_page.h"

#include <QBuffer>
#include <QImage>
#include <QListWidget>
#include <QPainter>
#include <QScrollArea>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Paper with the lines of a hall, as an architect drew it.
std::string scanOfARoom()
{
    QImage scan{1600, 1000, QImage::Format_RGB32};
    scan.fill(QColor{0xFB, 0xF7, 0xEC});
    QPainter painter{&scan};
    painter.setPen(QPen{QColor{0x40, 0x38, 0x30}, 5});
    painter.drawRect(60, 60, 1480, 880);
    painter.drawRect(500, 60, 600, 160);
    for (int row = 0; row < 12; ++row) {
        painter.drawArc(200, 200 + row * 50, 1200, 260, 200 * 16, 140 * 16);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer{&bytes};
    scan.save(&buffer, "PNG");
    return bytes.toStdString();
}

} // namespace

int main(int argc, char** argv)
{
    FakePlansPort port; // outlives the page, which keeps its draft as it goes
    PageShots shots{argc, argv, {1280, 720}};
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
    desk.select({});
    desk.drawOutlineAround();
    desk.stepCorner(true);
    shots.shoot("plans-outline");
    port.scan = scanOfARoom();
    page->editor().drawOver(QStringLiteral("hall.png"));
    desk.select({});
    page->editor().canvas().setTool(ui::PlanTool::Picture);
    page->editor().canvas().zoomToFit();
    settle();
    if (auto* fields = page->findChild<ui::PlanPictureFields*>()) {
        page->findChild<QScrollArea*>()->ensureWidgetVisible(fields, 0, 0);
    }
    shots.shoot("plans-picture");
    page->editor().leave();
    shots.shoot("plans-leave");
    return 0;
}
