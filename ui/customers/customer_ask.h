// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/ask_panel.h"

#include <QString>

#include <functional>

class QLineEdit;

namespace foyer::ui {

/// A question about a customer, in the place where it is asked.
class CustomerAsk final : public AskPanel {
    Q_OBJECT

public:
    explicit CustomerAsk(QWidget* parent);

    struct Question {
        QString sentence;
        QString verb;
        QString asked; ///< what is to be typed; empty: nothing
        std::function<void(const QString& typed)> act;
    };
    void ask(Question question);
    void confirm() override;

private:
    void forget() override { m_question = {}; }

    QLineEdit* m_typed;
    Question m_question;
};

} // namespace foyer::ui
