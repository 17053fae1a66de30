// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/desktop.h"

#include "app/desktop/server_sync.h"
#include "ui/common/main_window.h"
#include "ui/common/parts.h"
#include "ui/money/bank_panel.h"
#include "ui/money/money_page.h"
#include "ui/orders/orders_page.h"
#include "ui/reports/reports_page.h"

namespace foyer::desktop {

AtServer Desktop::atServer()
{
    return [this](std::function<void(sync::DeviceSession&)> work) {
        return m_sync && m_sync->atServer(std::move(work));
    };
}

void Desktop::addMoney()
{
    m_moneyPage = new ui::MoneyPage{m_moneyPort};
    addWorkspace(tr("Money"), "landmark", m_moneyPage, ui::MoneyPage::keys(),
                 Permission::ReadReports);
    m_bankPanel = new ui::BankPanel{m_bankPort};
    m_moneyPage->addTab(ui::makeScroll(m_bankPanel, m_moneyPage), tr("Bank"));
    const auto showWaiting = [this] {
        m_window->setWorkspaceBadge(m_moneyPage, m_casesWaiting + m_transfersWaiting, false);
    };
    connect(m_moneyPage, &ui::MoneyPage::counted, this, [this, showWaiting](int waiting) {
        m_casesWaiting = waiting;
        showWaiting();
    });
    connect(m_bankPanel, &ui::BankPanel::counted, this, [this, showWaiting](int waiting) {
        m_transfersWaiting = waiting;
        showWaiting();
    });
    connect(m_moneyPage, &ui::MoneyPage::orderAsked, this, [this](const QString& code) {
        m_window->showWorkspace(m_ordersPage);
        m_ordersPage->takeScan(code);
    });
}

void Desktop::addReports()
{
    m_reportsPage = new ui::ReportsPage{m_reportsPort};
    addWorkspace(tr("Reports"), "chart-column", m_reportsPage, ui::ReportsPage::keys(),
                 Permission::ReadReports, Scope::Events);
}

void Desktop::connectMoney()
{
    connect(m_sync.get(), &ServerSync::heard, m_moneyPage, &ui::MoneyPage::heard);
}

} // namespace foyer::desktop
