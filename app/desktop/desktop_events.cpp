// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"
#include "ui/common/main_window.h"
#include "ui/events/events_page.h"
#include "ui/orders/orders_page.h"
#include "ui/sell/sell_page.h"

namespace foyer::desktop {

void Desktop::addEvents()
{
    m_eventsPage = new ui::EventsPage{m_eventsPort, m_moneyBackPort};
    addWorkspace(tr("Events"), "theater", m_eventsPage, ui::EventsPage::keys(),
                 Permission::EditCatalogue, Scope::Events);
    connect(m_eventsPage, &ui::EventsPage::changed, m_sell, &ui::SellPage::refresh);
    connect(m_window.get(), &ui::MainWindow::paletteChanged, m_eventsPage,
            &ui::EventsPage::applyPalette);
    connect(m_eventsPage, &ui::EventsPage::orderAsked, this, [this](const QString& code) {
        m_window->showWorkspace(m_ordersPage);
        m_ordersPage->takeScan(code);
    });
}

} // namespace foyer::desktop
