// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the sell screen waits for a provider; the rest: see sell_page.cpp.

#include "ui/sell/awaited_panel.h"
#include "ui/sell/awaited_presenter.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/payment_panel.h"
#include "ui/sell/provider_buttons.h"
#include "ui/sell/sell_page.h"

namespace foyer::ui {

void SellPage::connectAwaited()
{
    connect(&m_presenter, &SellPresenter::awaiting, this,
            [this](const Order& order) { watchPayment(order.id); });
    connect(m_awaited, &AwaitedPresenter::changed, this, &SellPage::showStage);
    connect(m_awaited, &AwaitedPresenter::paid, &m_presenter, &SellPresenter::paidLater);
    connect(m_awaitedPanel, &AwaitedPanel::left, this, [this] {
        m_awaited->leave();
        setFocus();
    });
    connect(m_payment, &PaymentPanel::providersChanged, m_cart->providers(), &QWidget::setVisible);
}

void SellPage::refreshProviders()
{
    m_payment->refreshProviders();
}

void SellPage::watchPayment(OrderId order)
{
    m_awaited->watch(order);
    m_awaitedPanel->setFocus();
}

} // namespace foyer::ui
