// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/held/held_ask.h"

#include "ui/common/flow_layout.h"
#include "ui/common/parts.h"
#include "ui/common/release_field.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <utility>

namespace foyer::ui {

HeldAsk::HeldAsk(QWidget* parent)
    : QFrame{parent}, m_sentence{makeLabel({}, "", this)}, m_until{new ReleaseField{this}},
      m_do{makeButton({}, "primary", this)}, m_keep{makeButton(tr("Leave it as it is"), "", this)}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    column->addWidget(m_until);
    auto* row = new FlowLayout{kInside};
    m_do->setObjectName(QStringLiteral("do"));
    row->addWidget(m_do);
    row->addWidget(m_keep);
    column->addLayout(row);
    hide();
    connect(m_do, &QPushButton::clicked, this, &HeldAsk::confirm);
    connect(m_keep, &QPushButton::clicked, this, &HeldAsk::close);
    connect(m_until, &ReleaseField::changed, this, &HeldAsk::showVerb);
}

void HeldAsk::ask(Question question)
{
    m_question = std::move(question);
    m_sentence->setText(m_question.sentence);
    setAccessibleName(m_question.sentence);
    m_until->setVisible(m_question.asksUntil);
    showVerb();
    show();
    Q_EMIT opened();
    if (m_question.asksUntil) {
        m_until->choice()->setFocus();
    } else {
        m_do->setFocus();
    }
}

void HeldAsk::showVerb()
{
    if (m_question.verb) {
        m_do->setText(m_question.verb(m_question.asksUntil ? m_until->words() : QString{}));
        m_do->setAccessibleName(m_do->text());
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

void HeldAsk::close()
{
    if (isOpen()) {
        hide();
        m_question = {};
        Q_EMIT closed();
    }
}

} // namespace foyer::ui
