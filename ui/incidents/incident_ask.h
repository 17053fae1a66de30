// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/incidents/incident_view.h"

#include <QFrame>

#include <functional>
#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace foyer::ui {

/// What was answered.
struct IncidentAnswer {
    std::string reason;
    std::string cardReference;
    SeatNumber seat = 0;
};

/// Says what an act will do, asks for what it needs, and does it on one more press.
class IncidentAsk final : public QFrame {
    Q_OBJECT

public:
    explicit IncidentAsk(QWidget* parent);

    struct Question {
        QString sentence;
        QString verb;
        bool asksReason = true;
        bool asksReference = false;
        std::vector<SeatSuggestion> seats = {}; ///< to choose from; the first is chosen
        QString letter = {};                    ///< to be read and copied
        std::function<void(const IncidentAnswer&)> act;
        QString second = {}; ///< another verb beside the first; empty: none
        std::function<void()> secondAct = {};
    };
    void ask(Question question);
    /// Does it, unless something that is needed is missing: then the field says so.
    void confirm();
    void close();
    bool isOpen() const { return !isHidden(); }

Q_SIGNALS:
    void opened();
    void closed();

private:
    void showSeats();

    QLabel* m_sentence;
    QListWidget* m_seats;
    QPlainTextEdit* m_letter;
    QLineEdit* m_reason;
    QLineEdit* m_reference;
    QLabel* m_fault;
    QPushButton* m_do;
    QPushButton* m_second;
    QPushButton* m_keep;
    Question m_question;
};

} // namespace foyer::ui
