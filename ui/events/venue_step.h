// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_step.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace foyer::ui {

/// Where an event takes place, and the seating plan of its dates.
class VenueStep final : public EventStep {
    Q_OBJECT

public:
    VenueStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent);
    void flush() override;

protected:
    void present(const EventView& view, bool isOther) override;

private:
    void buildPlan();
    void presentHouse();
    void addVenue();
    void usePlan();

    QComboBox* m_venue;
    QLineEdit* m_newVenue;
    FieldFault m_newFault;
    SavedField* m_name;
    SavedField* m_address;
    SavedField* m_zone;
    QComboBox* m_plan;
    FieldFault m_planFault;
    QPushButton* m_use;
    QLabel* m_planWords;
};

} // namespace foyer::ui
