// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"
#include "ui/common/main_window.h"
#include "ui/events/events_page.h"
#include "ui/in_and_out/in_and_out_page.h"
#include "ui/orders/orders_page.h"
#include "ui/sell/sell_page.h"

#include <algorithm>

namespace foyer::desktop {

void Desktop::addInAndOut()
{
    m_inAndOutPage = new ui::InAndOutPage{m_importPort, m_exportPort};
    // Shown to whoever may do some of it; see showInAndOutOf().
    m_window->addWorkspace(tr("Import/export"), QStringLiteral("download"), m_inAndOutPage,
                           ui::InAndOutPage::keys());
    connect(m_inAndOutPage, &ui::InAndOutPage::changed, m_sell, &ui::SellPage::refresh);
    connect(m_inAndOutPage, &ui::InAndOutPage::changed, m_ordersPage, &ui::OrdersPage::refresh);
    connect(m_inAndOutPage, &ui::InAndOutPage::changed, m_eventsPage, &ui::EventsPage::heard);
}

void Desktop::showInAndOutOf(const ui::PeopleState& state)
{
    const auto mayAll = [&state](std::initializer_list<Permission> needed) {
        return std::ranges::all_of(needed, [&](Permission each) { return state.may(each); });
    };
    const bool mayImport =
        mayAll({Permission::Sell, Permission::EditCustomers, Permission::EditCatalogue});
    const bool mayExport = mayAll({Permission::ReadReports, Permission::ReadOrders});
    m_window->setWorkspaceShown(m_inAndOutPage, mayImport || mayExport);
    m_inAndOutPage->setAllowed(mayImport, mayExport, state.may(Permission::ReadCustomers));
}

} // namespace foyer::desktop
