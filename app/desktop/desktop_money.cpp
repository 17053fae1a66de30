// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"

#include "app/desktop/server_sync.h"
#include "ui/common/main_window.h"
#include "ui/money/money_page.h"
#include "ui/orders/orders_page.h"

namespace foyer::desktop {

void Desktop::addMoney()
{
    m_moneyPage = new ui::MoneyPage{m_moneyPort};
    addWorkspace(tr("Money"), "landmark", m_moneyPage, ui::MoneyPage::keys(),
                 Permission::ReadReports);
    connect(m_moneyPage, &ui::MoneyPage::counted, this,
            [this](int waiting) { m_window->setWorkspaceBadge(m_moneyPage, waiting, false); });
    connect(m_moneyPage, &ui::MoneyPage::orderAsked, this, [this](const QString& code) {
        m_window->showWorkspace(m_ordersPage);
        m_ordersPage->takeScan(code);
    });
}

void Desktop::connectMoney()
{
    m_moneyPort.setServer(m_sync.get());
    connect(m_sync.get(), &ServerSync::heard, m_moneyPage, &ui::MoneyPage::heard);
}

} // namespace foyer::desktop
