// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/incidents/incidents_presenter.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace foyer::ui {

class EmptyState;
class IncidentPanel;

/// The conflict desk: what counters that could not hear each other brought about, and what is done
/// about it. Wires; decides nothing.
class IncidentsPage final : public QWidget {
    Q_OBJECT

public:
    explicit IncidentsPage(IncidentsPort& port, QWidget* parent = nullptr);

    IncidentsPresenter& presenter() { return m_presenter; }
    /// Something was heard of elsewhere: read again where the page is seen, else only count.
    void refresh();
    /// Somebody else signed in: nothing of what was looked at stays.
    void startOver();
    /// The keys of this screen, for F1.
    static QString keys();

Q_SIGNALS:
    /// Opens the user's mail program with a letter.
    void mailAsked(const QUrl& letter);
    /// An order is to be looked at, and perhaps given back, where orders are.
    void orderAsked(const QString& code);

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildDetail();
    void askAccept();
    void askKeep(const IncidentSide& side);
    void askReseat(const IncidentSide& side, const std::vector<SeatSuggestion>& seats);
    void askRefund(const IncidentRefund& request, const AfterSalePlan& plan);
    void askLetter(const IncidentSide& side, const CustomerContact& contact);
    void showRows();
    void showCurrent();
    void tell(const QString& sentence, const char* role);

    IncidentsPresenter m_presenter;
    QPushButton* m_open;
    QPushButton* m_settled;
    QListWidget* m_list;
    QLabel* m_told;
    QStackedWidget* m_states;
    IncidentPanel* m_panel;
    EmptyState* m_none;
    EmptyState* m_noneSettled;
    EmptyState* m_failed;
    QWidget* m_loading;
};

} // namespace foyer::ui
