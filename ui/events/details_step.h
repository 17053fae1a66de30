// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_step.h"

class QComboBox;

namespace foyer::ui {

/// What an event is: its name, what it belongs to, whom customers ask.
class DetailsStep final : public EventStep {
    Q_OBJECT

public:
    DetailsStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent);
    void flush() override;

Q_SIGNALS:
    /// What a ticket says of it, as it is being typed.
    void namesTyped(const QString& name, const QString& subtitle);

protected:
    void present(const EventView& view, bool isOther) override;

private:
    SavedField* m_name;
    SavedField* m_subtitle;
    SavedField* m_tags;
    SavedField* m_age;
    SavedField* m_promoter;
    SavedField* m_promoterAddress;
    SavedField* m_promoterTax;
    SavedField* m_mail;
    SavedField* m_phone;
    SavedField* m_web;
    QComboBox* m_language;
};

} // namespace foyer::ui
