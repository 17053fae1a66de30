// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the printers page and the customer display into a folder: shots_printing DIR [LANGUAGE].

#include "tests/ui/shots_start.h"
#include "tests/ui/fake_printing_port.h"
#include "tests/ui/fake_sell_port.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/sell/customer_display.h"
#include "ui/sell/sell_presenter.h"
#include "ui/settings/printer_dialog.h"
#include "ui/settings/printers_page.h"

#include <QDir>
#include <QTranslator>

using namespace foyer;
using namespace foyer::test;

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    FakePrintingPort port;
    ui::MainWindow window;
    window.resize(1280, 800);
    auto* page = new ui::PrintersPage{port};
    window.addWorkspace(QStringLiteral("Printers"), QStringLiteral("printer"), page);
    QObject::connect(page, &ui::PrintersPage::waiting, &window, [&](int jobs, int needing) {
        window.setWorkspaceBadge(page, jobs, needing > 0);
    });
    window.show();
    shoot(window, window, folder, QStringLiteral("printers-none"));
    port.all = {{"Receipts", PrinterLanguage::EscPos, "tcp:10.0.0.7", PrinterPaper::Roll80, 6},
                {"Tickets", PrinterLanguage::Fgl, "tcp:10.0.0.8", PrinterPaper::Stock140x51, 1}};
    port.queue = {spoolJob(1, SpoolState::Unclear,
                           "This page may have come out. Look at the printer, then say whether it "
                           "did."),
                  spoolJob(2, SpoolState::Queued,
                           "The printer at 10.0.0.7 does not answer. Check its cable and power. "
                           "3 pages wait in the queue."),
                  spoolJob(3, SpoolState::Confirmed), spoolJob(4, SpoolState::Cancelled)};
    page->refresh();
    shoot(window, window, folder, QStringLiteral("printers"));
    ui::PrinterDialog dialog{port, std::nullopt, &window};
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    shoot(window, dialog, folder, QStringLiteral("printer-dialog"));
    dialog.close();

    FakeSellPort sell;
    ui::SellPresenter presenter{sell};
    ui::CustomerDisplay display{presenter};
    display.resize(800, 600);
    display.show();
    presenter.reload();
    settle();
    presenter.addTickets(2);
    settle();
    shoot(window, display, folder, QStringLiteral("display"));
    return 0;
}
