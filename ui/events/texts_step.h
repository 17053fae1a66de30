// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_step.h"

class QComboBox;
class QFrame;
class QPlainTextEdit;
class QTextBrowser;

namespace foyer::ui {

/// What an event says of itself, in its own language and in others, and on each ticket.
class TextsStep final : public EventStep {
    Q_OBJECT

public:
    TextsStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent);
    void flush() override;

Q_SIGNALS:
    /// What is printed on each ticket is being typed.
    void ticketTextTyped(const QString& words);

protected:
    void present(const EventView& view, bool isOther) override;

private:
    QWidget* buildMarks();
    QWidget* buildDescription();
    bool isOwn() const;
    EventEdit change(TextsChange texts) const;
    void showLanguage(const EventView& view, bool isOther);
    void showPreview();
    /// Puts marks around what is chosen.
    void embrace(const QString& before, const QString& after);
    /// Puts a mark before each line that is chosen.
    void begin(const QString& mark);

    QComboBox* m_language;
    QString m_shownLanguage;
    SavedField* m_title;
    SavedField* m_subtitle;
    QPlainTextEdit* m_area;
    SavedField* m_description;
    QTextBrowser* m_preview;
    SavedField* m_ticket;
};

} // namespace foyer::ui
