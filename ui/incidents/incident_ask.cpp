// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/incidents/incident_ask.h"

#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace foyer::ui {
namespace {

constexpr int kLetterHeight = 168;

QLineEdit* addLine(QVBoxLayout& column, const QString& name, QWidget* parent)
{
    auto* line = new QLineEdit{parent};
    line->setAccessibleName(name);
    line->setPlaceholderText(name);
    line->setMinimumHeight(kTarget);
    column.addWidget(line);
    return line;
}

} // namespace

IncidentAsk::IncidentAsk(QWidget* parent)
    : AskPanel{parent}, m_seats{new QListWidget{this}}, m_letter{new QPlainTextEdit{this}},
      m_fault{makeLabel({}, "fault", this)}, m_second{addVerb()}
{
    m_seats->setAccessibleName(tr("Free seats of the same category"));
    m_seats->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fields().addWidget(m_seats);
    m_letter->setAccessibleName(tr("What to write"));
    m_letter->setMinimumHeight(kLetterHeight);
    m_letter->setTabChangesFocus(true);
    fields().addWidget(m_letter);
    m_reason = addLine(fields(), tr("Why; it is kept"), this);
    m_reference = addLine(fields(), tr("Number on the card terminal's receipt"), this);
    m_fault->setWordWrap(true);
    fields().addWidget(m_fault);
    connect(m_second, &QPushButton::clicked, this, [this] {
        if (m_question.secondAct) {
            m_question.secondAct(answer());
        }
    });
    connect(m_reason, &QLineEdit::textChanged, m_fault, &QWidget::hide);
}

void IncidentAsk::ask(Question question)
{
    m_question = std::move(question);
    setWords(verb(), m_question.verb);
    setWords(*m_second, m_question.second);
    m_second->setVisible(!m_question.second.isEmpty());
    m_reason->clear();
    m_reference->clear();
    m_reason->setVisible(m_question.asksReason);
    m_reference->setVisible(m_question.asksReference);
    m_letter->setPlainText(m_question.letter);
    m_letter->setVisible(!m_question.letter.isEmpty());
    m_fault->hide();
    showSeats();
    QWidget* first = &verb();
    if (!m_question.seats.empty()) {
        first = m_seats;
    } else if (m_question.asksReason) {
        first = m_reason;
    }
    open(m_question.sentence, *first);
}

void IncidentAsk::showSeats()
{
    m_seats->clear();
    for (const SeatSuggestion& seat : m_question.seats) {
        QString words = text(seat.label);
        if (seat.sameRow) {
            words = tr("%1 · the same row").arg(words);
        }
        if (seat.isBest) {
            words = tr("%1 · the best that is free").arg(words);
        }
        m_seats->addItem(words);
    }
    m_seats->setVisible(!m_question.seats.empty());
    if (!m_question.seats.empty()) {
        m_seats->setCurrentRow(0);
        const int rows = static_cast<int>(m_question.seats.size());
        m_seats->setFixedHeight(rows * m_seats->sizeHintForRow(0) + 2 * m_seats->frameWidth() +
                                kInside);
    }
}

void IncidentAsk::confirm()
{
    const QString reason = m_reason->text().trimmed();
    const QString reference = m_reference->text().trimmed();
    QLineEdit* missing = m_question.asksReason && reason.isEmpty() ? m_reason
        : m_question.asksReference && reference.isEmpty()          ? m_reference
                                                                   : nullptr;
    if (missing != nullptr) {
        m_fault->setText(missing == m_reason
                             ? tr("Say why; the reason is kept.")
                             : tr("Give the money back at the terminal first, then type the "
                                  "number that it printed."));
        m_fault->show();
        missing->setFocus();
        return;
    }
    const IncidentAnswer given = answer();
    const auto act = m_question.act;
    close();
    if (act) {
        act(given);
    }
}

IncidentAnswer IncidentAsk::answer() const
{
    const auto row = static_cast<std::size_t>(std::max(m_seats->currentRow(), 0));
    return {m_reason->text().trimmed().toStdString(), m_reference->text().trimmed().toStdString(),
            m_question.seats.empty() ? SeatNumber{0} : m_question.seats.at(row).seat,
            m_letter->toPlainText()};
}

} // namespace foyer::ui
