// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/incidents/incident_ask.h"

#include "ui/common/flow_layout.h"
#include "ui/common/formatting.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
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
    : QFrame{parent}, m_sentence{makeLabel({}, "", this)}, m_seats{new QListWidget{this}},
      m_letter{new QPlainTextEdit{this}}, m_fault{makeLabel({}, "fault", this)},
      m_do{makeButton({}, "primary", this)}, m_second{makeButton({}, "", this)},
      m_keep{makeButton(tr("Leave it as it is"), "", this)}
{
    setProperty("role", "panel");
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(kBetween, kBetween, kBetween, kBetween);
    column->setSpacing(kInside);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    m_seats->setAccessibleName(tr("Free seats of the same category"));
    m_seats->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_seats);
    m_letter->setAccessibleName(tr("What to write"));
    m_letter->setMinimumHeight(kLetterHeight);
    m_letter->setTabChangesFocus(true);
    column->addWidget(m_letter);
    m_reason = addLine(*column, tr("Why; it is kept"), this);
    m_reference = addLine(*column, tr("Number on the card terminal's receipt"), this);
    m_fault->setWordWrap(true);
    column->addWidget(m_fault);
    auto* row = new FlowLayout{kInside};
    m_do->setObjectName(QStringLiteral("do"));
    for (QPushButton* button : {m_do, m_second, m_keep}) {
        row->addWidget(button);
    }
    column->addLayout(row);
    hide();
    connect(m_do, &QPushButton::clicked, this, &IncidentAsk::confirm);
    connect(m_keep, &QPushButton::clicked, this, &IncidentAsk::close);
    connect(m_second, &QPushButton::clicked, this, [this] {
        if (m_question.secondAct) {
            m_question.secondAct();
        }
    });
    connect(m_reason, &QLineEdit::textChanged, m_fault, &QWidget::hide);
}

void IncidentAsk::ask(Question question)
{
    m_question = std::move(question);
    m_sentence->setText(m_question.sentence);
    setAccessibleName(m_question.sentence);
    m_do->setText(m_question.verb);
    m_do->setAccessibleName(m_question.verb);
    m_second->setText(m_question.second);
    m_second->setAccessibleName(m_question.second);
    m_second->setVisible(!m_question.second.isEmpty());
    m_reason->clear();
    m_reference->clear();
    m_reason->setVisible(m_question.asksReason);
    m_reference->setVisible(m_question.asksReference);
    m_letter->setPlainText(m_question.letter);
    m_letter->setVisible(!m_question.letter.isEmpty());
    m_fault->hide();
    showSeats();
    show();
    Q_EMIT opened();
    if (m_seats->isVisibleTo(this)) {
        m_seats->setFocus();
    } else if (m_question.asksReason) {
        m_reason->setFocus();
    } else {
        m_do->setFocus();
    }
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
    const IncidentAnswer answer{
        reason.toStdString(), reference.toStdString(),
        m_question.seats.empty()
            ? SeatNumber{0}
            : m_question.seats.at(static_cast<std::size_t>(std::max(m_seats->currentRow(), 0)))
                  .seat};
    const auto act = m_question.act;
    close();
    if (act) {
        act(answer);
    }
}

void IncidentAsk::close()
{
    if (isOpen()) {
        hide();
        m_question = {};
        Q_EMIT closed();
    }
}

} // namespace foyer::ui
