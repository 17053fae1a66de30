// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/incidents/incident_view.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;
class QWidget;

namespace foyer::ui {

class IncidentAsk;

/// One incident: what happened, its sides next to each other with what can be done about each, and
/// what was done.
class IncidentPanel final : public QFrame {
    Q_OBJECT

public:
    explicit IncidentPanel(QWidget* parent);

    void show(const Incident& incident);
    IncidentAsk& question() { return *m_ask; }

Q_SIGNALS:
    void acceptAsked();
    void reseatAsked(const foyer::IncidentSide& side);
    void refundAsked(const foyer::IncidentSide& side);
    void writeAsked(const foyer::IncidentSide& side);
    void keepAsked(const foyer::IncidentSide& side);
    void orderAsked(const foyer::IncidentSide& side);

private:
    void showSides(const Incident& incident);
    QWidget* makeSide(const Incident& incident, const IncidentSide& side, int number);
    void addActs(const Incident& incident, const IncidentSide& side, int number, QWidget* card);

    QLabel* m_title;
    QLabel* m_subject;
    QLabel* m_money;
    QLabel* m_meaning;
    QWidget* m_cards = nullptr;
    QGridLayout* m_sides;
    QPushButton* m_accept;
    QLabel* m_doneTitle;
    QLabel* m_done;
    IncidentAsk* m_ask;
};

} // namespace foyer::ui
