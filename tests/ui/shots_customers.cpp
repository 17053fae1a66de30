// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the customers into a folder: shots_customers DIR [LANGUAGE]. Run with QT_SCALE_FACTOR=2 for
// dense screens.

#include "tests/ui/fake_customers_port.h"
#include "tests/ui/shots_start.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/customers/customers_page.h"
#include "ui/customers/import_panel.h"

#include <QListWidget>
#include <QTabWidget>

using namespace foyer;
using namespace foyer::test;

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    ui::MainWindow window;
    window.resize(1280, 800);
    window.show();
    FakeCustomersPort port;
    auto* page = new ui::CustomersPage{port};
    window.addWorkspace(QCoreApplication::translate("foyer::ui::CustomersPage", "Customers"),
                        QStringLiteral("user"), page);
    window.showWorkspace(page);
    settle();
    shoot(window, folder, QStringLiteral("customers-none"));
    port.fill();
    page->refresh();
    settle();
    shoot(window, folder, QStringLiteral("customers-list"));
    page->findChild<QListWidget*>(QStringLiteral("customers"))->setCurrentRow(0);
    settle();
    shoot(window, folder, QStringLiteral("customers-person"));
    auto& tabs = *page->findChild<QTabWidget*>();
    tabs.setCurrentIndex(1);
    settle();
    shoot(window, folder, QStringLiteral("customers-duplicates"));
    tabs.setCurrentIndex(2);
    page->imports().take(QStringLiteral("kunden.csv"));
    settle();
    shoot(window, folder, QStringLiteral("customers-import"));
    tabs.setCurrentIndex(0);
    settle();
    port.refusal = storageError("database_locked", "The database is used by another program.");
    page->startOver();
    settle();
    shoot(window, folder, QStringLiteral("customers-failed"));
    return 0;
}
