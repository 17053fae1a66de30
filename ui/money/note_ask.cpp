// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/money/note_ask.h"

#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace foyer::ui {
namespace {

constexpr int kNoteMax = 500;

} // namespace

NoteAsk::NoteAsk(QWidget* parent)
    : AskPanel{parent}, m_note{new QLineEdit{this}}, m_fault{makeLabel({}, "fault", this)}
{
    m_note->setAccessibleName(tr("Why this is all right"));
    m_note->setPlaceholderText(tr("Why this is all right; it is kept with the case"));
    m_note->setMinimumHeight(kTarget);
    m_note->setMaxLength(kNoteMax);
    fields().addWidget(m_note);
    m_fault->setWordWrap(true);
    m_fault->hide();
    fields().addWidget(m_fault);
    connect(m_note, &QLineEdit::textChanged, m_fault, &QWidget::hide);
}

void NoteAsk::ask(Question question)
{
    m_question = std::move(question);
    setWords(verb(), m_question.verb);
    m_note->clear();
    m_note->setVisible(m_question.asksNote);
    m_fault->hide();
    QWidget& first = m_question.asksNote ? static_cast<QWidget&>(*m_note) : verb();
    open(m_question.sentence, first);
}

void NoteAsk::confirm()
{
    const QString note = m_note->text().trimmed();
    if (m_question.asksNote && note.isEmpty()) {
        m_fault->setText(tr("Say why this is all right: whoever reads the books later has nothing "
                            "else."));
        m_fault->show();
        m_note->setFocus();
        return;
    }
    const auto act = m_question.act;
    close();
    if (act) {
        act(note.toStdString());
    }
}

} // namespace foyer::ui
