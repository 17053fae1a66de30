// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/events_presenter.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace foyer::ui {

class EmptyState;

/// The events of the house as cards, with search and filter; what can be done with the one chosen.
class EventList final : public QWidget {
    Q_OBJECT

public:
    EventList(EventsPresenter& presenter, QWidget* parent);

    void tell(const QString& sentence);
    void startOver();

Q_SIGNALS:
    void newAsked();
    void openAsked(foyer::EventId event);
    void cloneAsked(const foyer::ui::EventCard& card);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildActs();
    void showCards();
    void showShares();
    void showActs();
    const EventCard* current() const;

    EventsPresenter& m_presenter;
    EventId m_chosen;
    QLineEdit* m_search;
    QComboBox* m_filter;
    QStackedWidget* m_states;
    QListWidget* m_cards;
    EmptyState* m_empty;
    EmptyState* m_nothing;
    EmptyState* m_failed;
    QLabel* m_told;
    QPushButton* m_make;
    QPushButton* m_open;
    QPushButton* m_clone;
    QPushButton* m_archive;
};

} // namespace foyer::ui
