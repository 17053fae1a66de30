// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/saved_field.h"

#include "ui/common/error_text.h"

#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>

#include <utility>

namespace foyer::ui {

SavedField::SavedField(QLineEdit* line, const FieldFault& fault, Save save)
    : QObject{line}, m_line{line}, m_fault{fault}, m_save{std::move(save)}
{
    connect(line, &QLineEdit::editingFinished, this, &SavedField::flush);
    connect(line, &QLineEdit::textEdited, this, &SavedField::typed);
}

SavedField::SavedField(QPlainTextEdit* area, const FieldFault& fault, Save save)
    : QObject{area}, m_area{area}, m_fault{fault}, m_save{std::move(save)}
{
    area->setTabChangesFocus(true);
    area->installEventFilter(this);
    connect(area, &QPlainTextEdit::textChanged, this, &SavedField::typed);
}

QString SavedField::words() const
{
    return m_line != nullptr ? m_line->text() : m_area->toPlainText();
}

void SavedField::setWords(const QString& words)
{
    if (words == this->words()) {
        return; // the cursor stays where it is
    }
    if (m_line != nullptr) {
        m_line->setText(words);
    } else {
        const QSignalBlocker quiet{m_area};
        m_area->setPlainText(words);
    }
}

void SavedField::present(const QString& kept, bool isOther)
{
    const bool isBeingTyped = !isOther && words() != m_kept; // or was refused
    m_kept = kept;
    if (!isBeingTyped || words() == kept) {
        setWords(kept);
        m_fault.clear();
        m_isTried = false;
    }
}

void SavedField::flush()
{
    const QString now = words();
    if (now == m_kept) {
        m_fault.clear();
        m_isTried = false;
        return;
    }
    if (m_isTried && now == m_tried) {
        return; // it was said already
    }
    m_tried = now;
    m_isTried = true;
    m_save(now, [this, self = QPointer{this}, now](const std::optional<Error>& refusal) {
        if (!self) {
            return;
        }
        if (refusal) {
            m_fault.tell(errorText(*refusal));
            return;
        }
        m_isTried = false;
        m_fault.clear();
        if (words() == now) {
            m_kept = now; // the view that follows may have it in a tidier form
        }
    });
}

bool SavedField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) {
        flush();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace foyer::ui
