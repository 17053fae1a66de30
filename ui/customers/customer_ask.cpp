// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/customers/customer_ask.h"

#include "ui/common/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace foyer::ui {
namespace {

constexpr int kTypedMax = 500;

} // namespace

CustomerAsk::CustomerAsk(QWidget* parent) : AskPanel{parent}, m_typed{new QLineEdit{this}}
{
    m_typed->setMinimumHeight(kTarget);
    m_typed->setMaxLength(kTypedMax);
    fields().addWidget(m_typed);
}

void CustomerAsk::ask(Question question)
{
    m_question = std::move(question);
    setWords(verb(), m_question.verb);
    m_typed->clear();
    m_typed->setVisible(!m_question.asked.isEmpty());
    m_typed->setAccessibleName(m_question.asked);
    m_typed->setPlaceholderText(m_question.asked);
    QWidget& first = m_question.asked.isEmpty() ? static_cast<QWidget&>(verb()) : *m_typed;
    open(m_question.sentence, first);
}

void CustomerAsk::confirm()
{
    const QString typed = m_typed->text().trimmed();
    const auto act = m_question.act;
    close();
    if (act) {
        act(typed);
    }
}

} // namespace foyer::ui
