// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/event_ask.h"

#include "ui/common/error_text.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"
#include "ui/events/event_words.h"

#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace foyer::ui {

EventAsk::EventAsk(EventsPresenter& presenter, QWidget* parent)
    : AskPanel{parent}, m_presenter{presenter}, m_effect{makeLabel({}, "section", this)},
      m_start{new QDateTimeEdit{this}},
      m_startName{makeLabel(tr("New start"), "", this)}, m_reason{new QLineEdit{this}},
      m_reasonName{makeLabel(tr("Why, for those who ask"), "", this)}, m_money{makeLabel({},
                                                                                         "muted",
                                                                                         this)}
{
    m_effect->setWordWrap(true);
    m_effect->setObjectName(QStringLiteral("effect"));
    fields().addWidget(m_effect);
    m_start->setTimeSpec(Qt::UTC);
    m_start->setCalendarPopup(true);
    m_start->setMinimumHeight(kTarget);
    m_start->setAccessibleName(m_startName->text());
    fields().addWidget(m_startName);
    fields().addWidget(m_start);
    m_reason->setMinimumHeight(kTarget);
    m_reason->setAccessibleName(m_reasonName->text());
    fields().addWidget(m_reasonName);
    fields().addWidget(m_reason);
    auto* fault = makeLabel({}, "fault", this);
    fault->setWordWrap(true);
    fault->hide();
    fields().addWidget(fault);
    m_fault = {m_reason, fault};
    m_money->setWordWrap(true);
    fields().addWidget(m_money);
}

void EventAsk::ask(const EventConcern& concern, const EventQuestion& question, Act act)
{
    close();
    const int asked = ++m_asked;
    const EventView* view = m_presenter.view();
    if (view == nullptr) {
        return;
    }
    m_presenter.port().effect(view->event.id, concern,
                              [this, self = QPointer{this}, question, act = std::move(act),
                               asked](const Result<EventEffect>& effect) {
                                  if (!self || asked != m_asked) {
                                      return;
                                  }
                                  m_act = act;
                                  m_question = question;
                                  if (!effect || effect->tickets == 0) {
                                      m_question.money.clear();
                                      m_question.moneyBack = {};
                                  }
                                  show(m_question,
                                       effect ? effectText(*effect) : errorText(effect.error()));
                              });
}

void EventAsk::askIfSold(const EventConcern& concern, const EventQuestion& question,
                         std::function<void()> act, std::function<void()> keep)
{
    m_presenter.askEffect(concern,
                          [this, self = QPointer{this}, question, act = std::move(act),
                           keep = std::move(keep)](const Result<EventEffect>& effect) {
                              if (!self) {
                                  return;
                              }
                              if (effect && effect->tickets == 0 && effect->held == 0) {
                                  act();
                                  return;
                              }
                              m_waiting.push_back(
                                  {question,
                                   effect ? effectText(*effect) : errorText(effect.error()), act,
                                   keep});
                              if (!isOpen()) {
                                  showNext();
                              }
                          });
}

void EventAsk::remind()
{
    if (isOpen()) {
        verb().setFocus();
    }
}

void EventAsk::startOver()
{
    m_waiting.clear();
    ++m_asked;
    close();
}

void EventAsk::showNext()
{
    if (m_waiting.empty() || isOpen()) {
        return;
    }
    const Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_act = [act = next.act](const QString&, const QDateTime&, const Done& done) {
        act();
        done(std::nullopt);
    };
    m_keep = next.keep;
    m_question = next.question;
    show(next.question, next.effect);
}

void EventAsk::show(const EventQuestion& question, const QString& effect)
{
    m_effect->setText(effect);
    const bool hasStart = question.start.has_value();
    m_start->setVisible(hasStart);
    m_startName->setVisible(hasStart);
    if (hasStart) {
        m_start->setDateTime(*question.start);
    }
    m_reason->clear();
    m_reason->setVisible(question.needsReason);
    m_reasonName->setVisible(question.needsReason);
    m_fault.clear();
    m_money->setText(question.money);
    m_money->setVisible(!question.money.isEmpty());
    setWords(verb(), question.verb);
    open(question.sentence,
         hasStart                   ? static_cast<QWidget&>(*m_start)
             : question.needsReason ? static_cast<QWidget&>(*m_reason)
                                    : static_cast<QWidget&>(verb()));
}

void EventAsk::confirm()
{
    if (!m_act) {
        return;
    }
    if (m_question.needsReason && m_reason->text().trimmed().isEmpty()) {
        m_fault.say(tr("Say why: customers will ask."));
        return;
    }
    const Act act = m_act; // closing drops it
    const QString reason = m_reason->text().trimmed();
    act(reason, m_start->dateTime(),
        [this, self = QPointer{this}, reason,
         moneyBack = m_question.moneyBack](const std::optional<Error>& refusal) {
            if (!self) {
                return;
            }
            if (refusal) {
                m_fault.tell(errorText(*refusal)); // what was typed stays
                return;
            }
            m_keep = {};
            close();
            if (moneyBack) { // once the change is shown everywhere
                QTimer::singleShot(0, this, [moneyBack, reason] { moneyBack(reason); });
            }
        });
}

void EventAsk::forget()
{
    ++m_asked;
    m_act = {};
    if (const auto keep = std::exchange(m_keep, {})) {
        keep();
    }
    QTimer::singleShot(0, this, &EventAsk::showNext);
}

} // namespace foyer::ui
