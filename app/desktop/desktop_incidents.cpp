// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"

#include "ui/common/main_window.h"
#include "ui/incidents/incidents_page.h"
#include "ui/orders/orders_page.h"
#include "ui/sell/sell_page.h"

#include <QDesktopServices>
#include <QUrl>

namespace foyer::desktop {

void Desktop::addIncidents()
{
    m_incidentsPage = new ui::IncidentsPage{m_incidentsPort};
    addWorkspace(tr("Incidents"), "git-compare", m_incidentsPage, ui::IncidentsPage::keys(),
                 Permission::ResolveIncidents);
    ui::IncidentsPresenter& desk = m_incidentsPage->presenter();
    connect(m_incidentsPage, &ui::IncidentsPage::mailAsked, this,
            [](const QUrl& letter) { QDesktopServices::openUrl(letter); });
    connect(m_incidentsPage, &ui::IncidentsPage::orderAsked, this, [this](const QString& code) {
        m_window->showWorkspace(m_ordersPage);
        m_ordersPage->takeScan(code);
    });
    connect(&desk, &ui::IncidentsPresenter::placesChanged, m_sell, &ui::SellPage::refresh);
    connect(&desk, &ui::IncidentsPresenter::openCounted, this, [this](int incidents) {
        m_window->setWorkspaceBadge(m_incidentsPage, incidents, false);
    });
    m_incidentsPage->refresh();
}

} // namespace foyer::desktop
