// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the conflict desk into a folder: shots_incidents DIR [LANGUAGE]. Run with QT_SCALE_FACTOR=2
// for dense screens.

#include "tests/ui/fake_incidents_port.h"
#include "tests/ui/shots_start.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/incidents/incidents_page.h"

#include <QDir>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

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
    QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    ui::MainWindow window;
    window.resize(1280, 720);
    window.show();
    FakeIncidentsPort port;
    auto* page = new ui::IncidentsPage{port};
    window.addWorkspace(QCoreApplication::translate("foyer::ui::IncidentsPage", "Incidents"),
                        QStringLiteral("git-compare"), page);
    window.showWorkspace(page);
    settle();
    shoot(window, folder, QStringLiteral("incidents-empty"));
    port.fill();
    page->refresh();
    settle();
    window.setWorkspaceBadge(page, 2, false);
    shoot(window, folder, QStringLiteral("incidents-seat"));
    press(*page, 0);
    shoot(window, folder, QStringLiteral("incidents-reseat"));
    QTest::keyClick(page, Qt::Key_Escape);
    press(*page, 1);
    shoot(window, folder, QStringLiteral("incidents-refund"));
    QTest::keyClick(page, Qt::Key_Escape);
    press(*page, 2);
    shoot(window, folder, QStringLiteral("incidents-letter"));
    QTest::keyClick(page, Qt::Key_Escape);
    port.addActsAfterRevocation();
    page->refresh();
    settle();
    page->presenter().choose(2);
    settle();
    shoot(window, folder, QStringLiteral("incidents-shut-out"));
    page->presenter().choose(1);
    settle();
    shoot(window, folder, QStringLiteral("incidents-field"));
    page->presenter().accept("as printed on the tickets");
    settle();
    page->presenter().openTab(ui::IncidentsPresenter::Tab::Settled);
    settle();
    shoot(window, folder, QStringLiteral("incidents-settled"));
    port.refusal = storageError("read_failed", "The disk does not answer. Check it is connected.");
    page->presenter().refresh();
    settle();
    shoot(window, folder, QStringLiteral("incidents-failed"));
    return 0;
}
