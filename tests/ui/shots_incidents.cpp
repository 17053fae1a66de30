// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the conflict desk into a folder: shots_incidents DIR [LANGUAGE]. Run with QT_SCALE_FACTOR=2
// for dense screens.

#include "tests/ui/fake_incidents_port.h"
#include "tests/ui/shots_start.h"
#include "ui/incidents/incidents_page.h"

#include <QPushButton>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

/// Presses the nth button of the second side, in the order of its card.
void press(ui::IncidentsPage& page, std::size_t nth)
{
    std::vector<QPushButton*> acts;
    for (auto* button : page.findChildren<QPushButton*>()) {
        if (button->isVisible() && button->accessibleName().contains(QStringLiteral("2)"))) {
            acts.push_back(button);
        }
    }
    acts.at(nth)->click();
    settle();
}

} // namespace

int main(int argc, char** argv)
{
    PageShots shots{argc, argv, {1280, 720}};
    FakeIncidentsPort port;
    auto* page = new ui::IncidentsPage{port};
    shots.show(page, QCoreApplication::translate("foyer::ui::IncidentsPage", "Incidents"),
               "git-compare");
    shots.shoot("incidents-empty");
    port.fill();
    page->refresh();
    settle();
    shots.window().setWorkspaceBadge(page, 2, false);
    shots.shoot("incidents-seat");
    press(*page, 0);
    shots.shoot("incidents-reseat");
    QTest::keyClick(page, Qt::Key_Escape);
    press(*page, 1);
    shots.shoot("incidents-refund");
    QTest::keyClick(page, Qt::Key_Escape);
    press(*page, 2);
    shots.shoot("incidents-letter");
    QTest::keyClick(page, Qt::Key_Escape);
    port.addActsAfterRevocation();
    page->refresh();
    settle();
    page->presenter().choose(2);
    shots.shoot("incidents-shut-out");
    page->presenter().choose(1);
    shots.shoot("incidents-field");
    page->presenter().accept("as printed on the tickets");
    settle();
    page->presenter().openTab(ui::IncidentsPresenter::Tab::Settled);
    shots.shoot("incidents-settled");
    port.refusal = storageError("read_failed", "The disk does not answer. Check it is connected.");
    page->presenter().refresh();
    shots.shoot("incidents-failed");
    return 0;
}
