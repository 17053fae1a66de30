// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the customers into a folder: shots_customers DIR [LANGUAGE]. Run with QT_SCALE_FACTOR=2 for
// dense screens.

#include "tests/ui/fake_customers_port.h"
#include "tests/ui/shots_start.h"
#include "ui/customers/customers_page.h"
#include "ui/customers/import_panel.h"

#include <QListWidget>
#include <QTabWidget>

using namespace foyer;
using namespace foyer::test;

int main(int argc, char** argv)
{
    PageShots shots{argc, argv, {1280, 800}};
    FakeCustomersPort port;
    auto* page = new ui::CustomersPage{port};
    shots.show(page, QCoreApplication::translate("foyer::ui::CustomersPage", "Customers"), "user");
    shots.shoot("customers-none");
    port.fill();
    page->refresh();
    shots.shoot("customers-list");
    page->findChild<QListWidget*>(QStringLiteral("customers"))->setCurrentRow(0);
    shots.shoot("customers-person");
    auto& tabs = *page->findChild<QTabWidget*>();
    tabs.setCurrentIndex(1);
    shots.shoot("customers-duplicates");
    tabs.setCurrentIndex(2);
    page->imports().take(QStringLiteral("kunden.csv"));
    shots.shoot("customers-import");
    tabs.setCurrentIndex(0);
    settle();
    port.refusal = storageError("database_locked", "The database is used by another program.");
    page->startOver();
    shots.shoot("customers-failed");
    return 0;
}
