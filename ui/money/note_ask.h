// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/ask_panel.h"

#include <QString>

#include <functional>
#include <string>

class QLabel;
class QLineEdit;

namespace foyer::ui {

/// Asks once more before something is done about money, and why where that is kept.
class NoteAsk final : public AskPanel {
    Q_OBJECT

public:
    explicit NoteAsk(QWidget* parent);

    struct Question {
        QString sentence;
        QString verb;
        bool asksNote = true;
        std::function<void(const std::string& note)> act;
    };
    void ask(Question question);
    void confirm() override;

private:
    void forget() override { m_question = {}; }

    QLineEdit* m_note;
    QLabel* m_fault;
    Question m_question;
};

} // namespace foyer::ui
