// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/held/held_ask.h"

#include "ui/common/release_field.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace foyer::ui {

HeldAsk::HeldAsk(QWidget* parent) : AskPanel{parent}, m_until{new ReleaseField{this}}
{
    fields().addWidget(m_until);
    connect(m_until, &ReleaseField::changed, this, &HeldAsk::showVerb);
}

void HeldAsk::ask(Question question)
{
    m_question = std::move(question);
    m_until->setVisible(m_question.asksUntil);
    showVerb();
    open(m_question.sentence,
         m_question.asksUntil ? static_cast<QWidget&>(*m_until->choice()) : verb());
}

void HeldAsk::showVerb()
{
    if (m_question.verb) {
        setWords(verb(), m_question.verb(m_question.asksUntil ? m_until->words() : QString{}));
    }
}

void HeldAsk::confirm()
{
    const auto act = m_question.act;
    const auto until = m_question.asksUntil ? m_until->until() : std::nullopt;
    close();
    if (act) {
        act(until);
    }
}

} // namespace foyer::ui
