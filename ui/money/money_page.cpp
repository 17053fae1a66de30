// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/money/money_page.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/money/note_ask.h"
#include "ui/money/payouts_panel.h"
#include "ui/money/reconciliation_panel.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QListWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kAskEveryMs = 30'000;

} // namespace

MoneyPage::MoneyPage(MoneyPort& port, QWidget* parent)
    : QWidget{parent}, m_tabs{new QTabWidget{this}},
      m_reconciliation{new ReconciliationPanel{port, m_tabs}}, m_payouts{
                                                                   new PayoutsPanel{port, m_tabs}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kAround, kAround, kAround, kAround);
    column->setSpacing(kInside);
    column->addWidget(makeLabel(tr("Money"), "title", this));
    m_tabs->setDocumentMode(true); // no frame around what has its own
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->tabBar()->setMinimumHeight(kTarget);
    m_tabs->setAccessibleName(tr("Money"));
    addTab(m_reconciliation, tr("Reconciliation"));
    addTab(m_payouts, tr("Payouts"));
    column->addWidget(m_tabs, 1);
    // The tabs stand behind what is in them in the order of Tab; whoever is led to them first
    // passes it over.
    m_tabs->setFocusProxy(nullptr);
    m_tabs->setFocusPolicy(Qt::NoFocus);
    connect(m_reconciliation, &ReconciliationPanel::counted, this, &MoneyPage::counted);
    connect(m_reconciliation, &ReconciliationPanel::orderAsked, this, &MoneyPage::orderAsked);
}

QString MoneyPage::keys()
{
    return tr("F5\tCompare the accounts now\nF6\tSave the statement as PDF\n"
              "F7\tSave the statement as CSV\nF8\tEnd the case, let the payment go on\n"
              "Enter\tDo what is asked\nEsc\tBack");
}

void MoneyPage::addTab(QWidget* panel, const QString& title)
{
    m_tabs->addTab(panel, title);
}

void MoneyPage::refresh()
{
    if (isVisible()) {
        m_sinceAsked.start();
        m_reconciliation->refresh();
        m_payouts->refresh();
    }
}

void MoneyPage::heard()
{
    if (!isVisible()) {
        return;
    }
    m_payouts->refresh();
    if (m_sinceAsked.hasExpired(kAskEveryMs)) {
        m_sinceAsked.start();
        m_reconciliation->refresh();
    }
}

void MoneyPage::startOver()
{
    m_reconciliation->startOver();
    m_payouts->startOver();
    refresh();
}

void MoneyPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void MoneyPage::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    auto* list = m_tabs->currentWidget()->findChild<QListWidget*>();
    if (list != nullptr && list->isVisible()) {
        list->setFocus();
    } else {
        m_tabs->tabBar()->setFocus();
    }
}

void MoneyPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        m_reconciliation->question().close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace foyer::ui
