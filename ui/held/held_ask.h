// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "ui/common/ask_panel.h"

#include <functional>
#include <optional>

namespace foyer::ui {

class ReleaseField;

/// Asks about what is held, and for a time where one is needed.
class HeldAsk final : public AskPanel {
    Q_OBJECT

public:
    explicit HeldAsk(QWidget* parent);

    /// `verb` says what happens; with a time it is given the chosen one in words, as its argument.
    struct Question {
        QString sentence;
        std::function<QString(const QString& until)> verb;
        bool asksUntil = false;
        std::function<void(std::optional<Instant> until)> act;
    };
    void ask(Question question);
    /// What times the question may offer; to be said before ask().
    ReleaseField& until() { return *m_until; }
    void confirm() override;

private:
    void forget() override { m_question = {}; }
    void showVerb();

    ReleaseField* m_until;
    Question m_question;
};

} // namespace foyer::ui
