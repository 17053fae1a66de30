// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the import and the export into a folder: shots_in_and_out DIR [LANGUAGE]. Run with
// QT_SCALE_FACTOR=2 for dense screens.

#include "tests/ui/fake_import_port.h"
#include "tests/ui/shots_start.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/in_and_out/export_panel.h"
#include "ui/in_and_out/in_and_out_page.h"
#include "ui/in_and_out/order_import_panel.h"

#include <QCheckBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>

using namespace foyer;
using namespace foyer::test;

namespace {

QPushButton& primary(ui::InAndOutPage& page, int number)
{
    QList<QPushButton*> found;
    for (QPushButton* each : page.findChildren<QPushButton*>()) {
        if (each->property("role").toString() == QStringLiteral("primary") && each->isVisible()) {
            found += each;
        }
    }
    return *found.at(number);
}

void scrollDown(ui::InAndOutPage& page, bool isDown)
{
    for (QScrollArea* each : page.findChildren<QScrollArea*>()) {
        each->verticalScrollBar()->setValue(isDown ? each->verticalScrollBar()->maximum() : 0);
    }
    settle();
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    ui::MainWindow window;
    window.resize(1280, 800);
    window.show();
    FakeImportPort imports;
    FakeExportPort exports;
    auto* page = new ui::InAndOutPage{imports, exports};
    page->setAllowed(true, true, true);
    window.addWorkspace(QCoreApplication::translate("foyer::desktop::Desktop", "Import/export"),
                        QStringLiteral("download"), page);
    window.showWorkspace(page);
    settle();
    shoot(window, folder, QStringLiteral("import-none"));
    imports.fill();
    page->imports().refresh();
    page->imports().take({QStringLiteral("/tmp/bestellungen.csv")});
    settle();
    scrollDown(*page, false);
    shoot(window, folder, QStringLiteral("import-table"));
    primary(*page, 1).click();
    settle();
    scrollDown(*page, true);
    shoot(window, folder, QStringLiteral("import-done"));
    imports.isHeld = true;
    primary(*page, 1).click();
    imports.told({350, 42});
    settle();
    shoot(window, folder, QStringLiteral("import-running"));
    imports.letGo();
    settle();
    page->imports().take({QStringLiteral("/tmp/pretix.json")});
    settle();
    scrollDown(*page, false);
    shoot(window, folder, QStringLiteral("import-json"));
    page->findChild<QTabWidget*>()->setCurrentIndex(1);
    page->exports().setFolder(QStringLiteral("/home/ada/Export"));
    settle();
    shoot(window, folder, QStringLiteral("export"));
    page->exports().findChild<QCheckBox*>()->setChecked(true);
    primary(*page, 0).click();
    settle();
    shoot(window, folder, QStringLiteral("export-asked"));
    page->exports().findChild<QCheckBox*>()->setChecked(false);
    primary(*page, 0).click();
    settle();
    shoot(window, folder, QStringLiteral("export-done"));
    return 0;
}
