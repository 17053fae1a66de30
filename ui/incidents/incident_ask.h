// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/incidents/incident_view.h"
#include "ui/common/ask_panel.h"

#include <QString>

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
    QString letter = {}; ///< as it was changed
};

/// Asks about an incident, and for what the act needs: a seat, a reason, a number.
class IncidentAsk final : public AskPanel {
    Q_OBJECT

public:
    explicit IncidentAsk(QWidget* parent);

    struct Question {
        QString sentence;
        QString verb;
        bool asksReason = true;
        bool asksReference = false;
        std::vector<SeatSuggestion> seats = {}; ///< to choose from; the first is chosen
        QString letter = {};                    ///< to be read, changed and copied
        std::function<void(const IncidentAnswer&)> act;
        QString second = {}; ///< another verb beside the first; empty: none
        std::function<void(const IncidentAnswer&)> secondAct = {}; ///< leaves the question open
    };
    void ask(Question question);
    /// Where something is missing, the field says so.
    void confirm() override;

private:
    void forget() override { m_question = {}; }
    void showSeats();
    IncidentAnswer answer() const;

    QListWidget* m_seats;
    QPlainTextEdit* m_letter;
    QLineEdit* m_reason;
    QLineEdit* m_reference;
    QLabel* m_fault;
    QPushButton* m_second;
    Question m_question;
};

} // namespace foyer::ui
