// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/events_presenter.h"
#include "ui/events/money_back_presenter.h"

#include <QWidget>

class QStackedWidget;

namespace foyer::ui {

class EventFlow;
class EventList;
class MoneyBackPanel;
class NewEventPanel;

/// Where organizers make events, price, publish and change them.
class EventsPage final : public QWidget {
    Q_OBJECT

public:
    EventsPage(EventsPort& port, MoneyBackPort& money, QWidget* parent = nullptr);
    ~EventsPage() override;

    /// For F1: lines of key, tab, meaning.
    static QString keys();
    /// Something came from elsewhere.
    void heard();
    /// Somebody else is here.
    void startOver();
    void applyPalette();
    EventsPresenter& presenter() { return m_presenter; }
    EventFlow& flow() { return *m_flow; }
    MoneyBackPresenter& money() { return m_money; }

Q_SIGNALS:
    /// The page was left, and something is another way than before.
    void changed();
    /// Somebody wants to look after an order.
    void orderAsked(const QString& code);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void connectMoney();
    void showPart(QWidget* part);
    /// Whom the money of these dates goes back to, or what is being given back already.
    void showMoney(const MoneyBackScope& scope);

    EventsPresenter m_presenter;
    MoneyBackPresenter m_money;
    bool m_isEdited = false;
    QStackedWidget* m_parts;
    EventList* m_list;
    NewEventPanel* m_new;
    EventFlow* m_flow;
    QWidget* m_strip; ///< what is given back, where that is not what is shown
    MoneyBackPanel* m_moneyPanel;
};

} // namespace foyer::ui
