// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_ask.h"
#include "ui/events/events_presenter.h"
#include "ui/events/saved_field.h"

#include <QWidget>

class QFormLayout;
class QLineEdit;
class QVBoxLayout;

namespace foyer::ui {

/// One step of making an event. Everything in it is saved as it is typed or chosen.
class EventStep : public QWidget {
    Q_OBJECT

public:
    /// The event as it is now; again after each change, also from elsewhere.
    void show(const EventView& view);
    /// Saves what was typed and not left yet.
    virtual void flush() {}

protected:
    EventStep(EventsPresenter& presenter, EventAsk& ask, const QString& title, const QString& words,
              QWidget* parent);

    /// `isOther`: another event than before.
    virtual void present(const EventView& view, bool isOther) = 0;
    EventsPresenter& presenter() { return m_presenter; }
    const EventView* view() const { return m_presenter.view(); }
    EventAsk& ask() { return m_ask; }
    QVBoxLayout& column() { return *m_column; }
    /// A form that takes no more room than it is read at ease.
    QFormLayout* addForm();
    /// A line of the form that is saved by what `change` makes of it.
    SavedField* addLine(QFormLayout& form, const QString& name,
                        std::function<EventEdit(const QString&)> change);
    SavedField::Save saves(std::function<EventEdit(const QString&)> change);

private:
    EventsPresenter& m_presenter;
    EventAsk& m_ask;
    QVBoxLayout* m_column;
    std::optional<EventId> m_shown;
};

} // namespace foyer::ui
