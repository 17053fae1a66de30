// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <QFrame>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;

namespace foyer::ui {

class ReleaseField;

/// Says what an act will do, and does it on one more press: a sentence, a time where one is asked
/// for, the act as a verb, and the way back.
class HeldAsk final : public QFrame {
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
    void confirm();
    void close();
    bool isOpen() const { return !isHidden(); }

Q_SIGNALS:
    void opened();
    void closed();

private:
    void showVerb();

    QLabel* m_sentence;
    ReleaseField* m_until;
    QPushButton* m_do;
    QPushButton* m_keep;
    Question m_question;
};

} // namespace foyer::ui
