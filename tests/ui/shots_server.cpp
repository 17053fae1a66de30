// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the server page, the diagnostics and the status pill into a folder:
// shots_server DIR [LANGUAGE].

#include "tests/ui/fake_diagnostics_port.h"
#include "tests/ui/fake_stock_port.h"
#include "tests/ui/shots_start.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/settings/diagnostics_page.h"
#include "ui/settings/server_page.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/status_popup.h"
#include "ui/settings/stock_dialog.h"

#include <QDir>
#include <QPushButton>
#include <QTranslator>

using namespace foyer;
using namespace foyer::test;

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    FakeStockPort stock;
    stock.all.push_back(
        {{idOf<EventId>(3), 200, 40},
         "The complete and unabridged history of the municipal orchestra, with all its conductors",
         Instant{1'795'809'600'000},
         "Europe/Berlin",
         0,
         120});
    FakeDiagnosticsPort diagnostics;
    ui::ServerState state = diagnostics.shown.server;
    ui::MainWindow window;
    window.resize(1280, 800);
    auto* settings = new ui::SettingsPage;
    auto* server = new ui::ServerPage{stock};
    auto* page = new ui::DiagnosticsPage{diagnostics};
    settings->addSection(QStringLiteral("Server"), server);
    settings->addSection(QStringLiteral("Diagnostics"), page);
    window.addWorkspace(QStringLiteral("Settings"), QStringLiteral("settings"), settings);
    window.setStatus(ui::serverWords(state), ui::serverMeaning(state));
    window.setCounterName(QStringLiteral("Counter 1"));
    window.show();
    shoot(window, window, folder, QStringLiteral("server-alone"));
    server->showState(state);
    shoot(window, window, folder, QStringLiteral("server-joined"));
    ui::StockDialog dialog{stock, stock.all.back(), &window};
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    shoot(window, dialog, folder, QStringLiteral("stock-dialog"));
    dialog.close();

    settings->showSection(page);
    shoot(window, window, folder, QStringLiteral("diagnostics"));
    for (auto* button : page->findChildren<QPushButton*>()) {
        if (button->text() == ui::DiagnosticsPage::tr("Check the journal")) {
            button->click();
        }
    }
    diagnostics.progress(0.4);
    shoot(window, window, folder, QStringLiteral("diagnostics-checking"));
    diagnostics.checked(ui::JournalChecked{1'204, 40, {}, false});
    state.isOnline = false;
    state.unsent = 14;
    state.here = ui::HeldHere{12, 20};
    diagnostics.shown.server = state;
    diagnostics.shown.stuck = ui::StuckShown{"chain_broken",
                                             "Entry 813 does not continue entry 812.",
                                             Instant{1'795'435'200'000},
                                             813,
                                             "order.placed",
                                             Instant{1'795'435'200'000}};
    page->refresh();
    window.setStatus(ui::serverWords(state), ui::serverMeaning(state));
    shoot(window, window, folder, QStringLiteral("diagnostics-stuck"));
    ui::StatusPopup popup{&window};
    popup.showState(state);
    popup.openBelow(window.statusPill(), true);
    shoot(window, popup, folder, QStringLiteral("status-popup"));
    return 0;
}
