// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/ask_panel.h"
#include "ui/common/field.h"
#include "ui/events/events_presenter.h"

#include <QDateTime>

#include <deque>
#include <functional>
#include <optional>

class QDateTimeEdit;
class QLineEdit;

namespace foyer::ui {

/// What is asked before a change of an event is made.
struct EventQuestion {
    QString sentence;
    QString verb;
    bool needsReason = false;
    std::optional<QDateTime> start = {}; ///< a new start is asked for, beginning with this
    /// Where tickets are sold: what is said of their money …
    QString money = {};
    /// … and what follows once the change is made, with its reason.
    std::function<void(const QString& reason)> moneyBack = {};
};

/// Says whom and how much a change concerns and asks with a verb. "Leave it as it is" leaves it,
/// and gives what was typed back to where it was typed.
class EventAsk final : public AskPanel {
    Q_OBJECT

public:
    using Done = std::function<void(const std::optional<Error>&)>;
    /// Makes the change with what was asked for, and says what came of it.
    using Act = std::function<void(const QString& reason, const QDateTime& start, Done done)>;

    EventAsk(EventsPresenter& presenter, QWidget* parent);

    /// Always asks: what is said of tickets follows.
    void ask(const EventConcern& concern, const EventQuestion& question, Act act);
    /// Asks where tickets are sold or places held, and else makes the change at once. `keep` is
    /// called where it is not made.
    void askIfSold(const EventConcern& concern, const EventQuestion& question,
                   std::function<void()> act, std::function<void()> keep = {});
    void confirm() override;
    /// Something is asked, or will be once this is answered.
    bool isAsking() const { return isOpen() || !m_waiting.empty(); }
    /// Puts the keyboard on what is asked.
    void remind();
    /// Another event was opened: what was asked of the one before is dropped.
    void startOver();

protected:
    void forget() override;

private:
    /// A question that waits until the one before it is answered.
    struct Waiting {
        EventQuestion question;
        QString effect;
        std::function<void()> act;
        std::function<void()> keep;
    };
    void show(const EventQuestion& question, const QString& effect);
    void showNext();

    EventsPresenter& m_presenter;
    QLabel* m_effect;
    QDateTimeEdit* m_start;
    QLabel* m_startName;
    QLineEdit* m_reason;
    QLabel* m_reasonName;
    FieldFault m_fault;
    QLabel* m_money;
    EventQuestion m_question;
    Act m_act;
    std::function<void()> m_keep;
    std::deque<Waiting> m_waiting;
    int m_asked = 0;
};

} // namespace foyer::ui
