// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/events_presenter.h"

#include <QWidget>

class QStackedWidget;

namespace foyer::ui {

class EventFlow;
class EventList;
class NewEventPanel;

/// Where organizers make events, price, publish and change them.
class EventsPage final : public QWidget {
    Q_OBJECT

public:
    explicit EventsPage(EventsPort& port, QWidget* parent = nullptr);
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

Q_SIGNALS:
    /// The page was left, and something is another way than before.
    void changed();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showPart(QWidget* part);

    EventsPresenter m_presenter;
    bool m_isEdited = false;
    QStackedWidget* m_parts;
    EventList* m_list;
    NewEventPanel* m_new;
    EventFlow* m_flow;
};

} // namespace foyer::ui
