// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"
#include "ui/common/main_window.h"
#include "ui/customers/customers_page.h"
#include "ui/orders/orders_page.h"

namespace foyer::desktop {

void Desktop::addCustomers()
{
    m_customersPage = new ui::CustomersPage{m_customersPort};
    addWorkspace(tr("Customers"), "user", m_customersPage, ui::CustomersPage::keys(),
                 Permission::ReadCustomers);
    connect(m_customersPage, &ui::CustomersPage::orderAsked, this, [this](const QString& code) {
        m_window->showWorkspace(m_ordersPage);
        m_ordersPage->takeScan(code);
    });
}

} // namespace foyer::desktop
