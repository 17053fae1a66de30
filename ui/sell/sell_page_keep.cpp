// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/parts.h"
#include "ui/sell/cart_panel.h"
#include "ui/sell/hold_dialog.h"
#include "ui/sell/offer_panel.h"
#include "ui/sell/parked_dialog.h"
#include "ui/sell/reserve_dialog.h"
#include "ui/sell/sell_page.h"
#include "ui/sell/waiting_dialog.h"

namespace foyer::ui {

void SellPage::connectKeeping()
{
    connect(m_cart, &CartPanel::parkAsked, this, &SellPage::parkOrResume);
    connect(m_cart, &CartPanel::reserveAsked, this, &SellPage::reserveCart);
    connect(m_cart, &CartPanel::holdAsked, this, &SellPage::holdCart);
    connect(m_cart, &CartPanel::waitAsked, this, &SellPage::joinWaitingList);
    connect(m_offer, &OfferPanel::showHeldAsked, this, &SellPage::showHeldAsked);
    connect(&m_presenter, &SellPresenter::kept, this, [this](const QString& sentence) {
        m_toast->say(sentence);
        Q_EMIT heldChanged();
        setFocus(); // the next customer
    });
    connect(&m_presenter, &SellPresenter::sold, this, &SellPage::heldChanged);
    connect(&m_presenter, &SellPresenter::resumed, this, [this] { setFocus(); });
}

void SellPage::refresh()
{
    m_presenter.reload();
    if (m_presenter.current() && m_presenter.stage() == SellPresenter::Stage::Choosing) {
        m_presenter.openPerformance(m_presenter.current()->offer->performance.id);
    }
}

void SellPage::parkOrResume()
{
    if (m_presenter.stage() != SellPresenter::Stage::Choosing) {
        return;
    }
    if (!m_presenter.cart().items.empty()) {
        m_presenter.park();
        return;
    }
    auto* dialog = new ParkedDialog{m_port, this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ParkedDialog::chosen, &m_presenter,
            [this](const std::vector<HoldId>& holds) { m_presenter.resume(holds); });
    connect(dialog, &ParkedDialog::letGo, this, [this] {
        refresh();
        Q_EMIT heldChanged();
    });
    dialog->open();
}

void SellPage::reserveCart()
{
    if (m_presenter.stage() == SellPresenter::Stage::Choosing &&
        !m_presenter.cart().items.empty()) {
        auto* dialog = new ReserveDialog{m_presenter, m_clock, this};
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void SellPage::holdCart()
{
    if (m_presenter.stage() == SellPresenter::Stage::Choosing &&
        !m_presenter.cart().items.empty()) {
        auto* dialog = new HoldDialog{m_presenter, m_clock, this};
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

void SellPage::joinWaitingList()
{
    if (m_presenter.stage() == SellPresenter::Stage::Choosing && m_presenter.current()) {
        auto* dialog = new WaitingDialog{m_presenter, this};
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    }
}

} // namespace foyer::ui
