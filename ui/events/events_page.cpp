// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/events_page.h"

#include "ui/events/event_flow.h"
#include "ui/events/event_list.h"
#include "ui/events/money_back_panel.h"
#include "ui/events/money_back_strip.h"
#include "ui/events/new_event_panel.h"

#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace foyer::ui {

EventsPage::~EventsPage()
{
    // What is being typed is saved as it loses the focus, while there is still somebody to save it.
    if (QWidget* typed = focusWidget()) {
        typed->clearFocus();
    }
    delete m_parts;
}

EventsPage::EventsPage(EventsPort& port, MoneyBackPort& money, QWidget* parent)
    : QWidget{parent}, m_presenter{port}, m_money{money}, m_parts{new QStackedWidget{this}},
      m_strip{new QWidget{this}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_parts, 1);
    m_list = new EventList{m_presenter, m_parts};
    m_new = new NewEventPanel{m_presenter, m_parts};
    m_flow = new EventFlow{m_presenter, m_parts};
    m_moneyPanel = new MoneyBackPanel{m_money, m_parts};
    for (QWidget* part : {static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_new),
                          static_cast<QWidget*>(m_flow), static_cast<QWidget*>(m_moneyPanel)}) {
        m_parts->addWidget(part);
    }
    setFocusProxy(m_list);
    connect(m_list, &EventList::newAsked, this, [this] {
        showPart(m_new);
        m_new->begin();
    });
    connect(m_list, &EventList::cloneAsked, this, [this](const EventCard& card) {
        const EventCard like = card;
        showPart(m_new);
        m_new->beginLike(like);
    });
    connect(m_list, &EventList::openAsked, &m_presenter, &EventsPresenter::open);
    connect(m_new, &NewEventPanel::left, this, [this] { showPart(m_list); });
    connect(m_flow, &EventFlow::leaveAsked, this, [this] {
        showPart(m_list);
        m_presenter.leave();
    });
    connect(&m_presenter, &EventsPresenter::opened, this, [this] {
        showPart(m_flow);
        m_flow->begin();
    });
    connect(&m_presenter, &EventsPresenter::edited, this, [this] { m_isEdited = true; });
    connect(&m_presenter, &EventsPresenter::refused, this, [this](const QString& sentence) {
        m_parts->currentWidget() == m_flow ? m_flow->tell(sentence) : m_list->tell(sentence);
    });
    connectMoney();
}

void EventsPage::connectMoney()
{
    auto* inside = new QVBoxLayout{m_strip};
    inside->setContentsMargins(0, 0, 0, 0);
    auto* strip = new MoneyBackStrip{m_money, m_strip};
    inside->addWidget(strip);
    connect(strip, &MoneyBackStrip::showAsked, this, [this] { showMoney(m_money.scope()); });
    connect(strip, &MoneyBackStrip::goOnAsked, this, &EventsPage::showMoney);
    connect(m_flow, &EventFlow::moneyBackAsked, this, &EventsPage::showMoney);
    connect(m_moneyPanel, &MoneyBackPanel::orderAsked, this, &EventsPage::orderAsked);
    connect(m_moneyPanel, &MoneyBackPanel::left, this, [this] {
        showPart(m_presenter.view() != nullptr ? static_cast<QWidget*>(m_flow) : m_list);
        m_presenter.reread();
    });
    connect(&m_money, &MoneyBackPresenter::gaveBack, this, [this] { m_isEdited = true; });
}

void EventsPage::showMoney(const MoneyBackScope& scope)
{
    const MoneyBackScope wanted = scope; // may be the presenter's own
    m_money.open(wanted);
    showPart(m_moneyPanel);
    m_moneyPanel->begin();
}

QString EventsPage::keys()
{
    return tr("F2\tA new event\nEnter\tOpen the chosen event\nF6\tMake one like it\n"
              "F8\tArchive it\nF3\tThe step before\nF4\tThe next step\nF9\tPublish\n"
              "Arrows, digits, Enter, Delete\tGo about in the prices, and change them\n"
              "F9, F6, F7\tOf money that goes back: give it back or go on, pause, open the order\n"
              "Esc\tBack: everything is kept");
}

void EventsPage::showPart(QWidget* part)
{
    m_parts->setCurrentWidget(part);
    m_strip->setVisible(part == m_list || part == m_flow);
    setFocusProxy(part);
    if (isVisible()) {
        part->setFocus();
    }
}

void EventsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_presenter.reread();
    m_money.refreshUnfinished();
}

void EventsPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_isEdited) {
        m_isEdited = false;
        Q_EMIT changed();
    }
}

void EventsPage::heard()
{
    if (isVisible()) {
        m_presenter.reread();
        m_money.refreshUnfinished();
    }
}

void EventsPage::startOver()
{
    m_money.startOver();
    m_list->startOver();
    m_presenter.startOver();
    showPart(m_list);
    if (isVisible()) { // else whoever is there now may have no business here, and is asked nothing
        m_presenter.reread();
    }
}

void EventsPage::applyPalette()
{
    m_flow->applyPalette();
}

} // namespace foyer::ui
