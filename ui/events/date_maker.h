// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/events/events_presenter.h"

#include <QFrame>

#include <vector>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimer;

namespace foyer::ui {

/// Makes one date or a series of them from plain choices, and shows before what would be made.
class DateMaker final : public QFrame {
    Q_OBJECT

public:
    DateMaker(EventsPresenter& presenter, QWidget* parent);

    /// `isOther`: another event; what was chosen for the one before is forgotten.
    void present(const EventView& view, bool isOther);
    void presentHouse();
    /// What is chosen, as the counter makes it.
    NewDates wanted() const;

private:
    void buildStart(QWidget* parent);
    QWidget* buildRepeat();
    QWidget* buildDays();
    void showRepeat();
    void look();
    void askPlan();
    void showPlan(const Result<std::vector<PlannedDate>>& plan);
    void make();
    std::string rule() const;
    std::vector<std::string> except() const;

    EventsPresenter& m_presenter;
    QDateTimeEdit* m_start;
    QSpinBox* m_doors;
    QSpinBox* m_lasts;
    QComboBox* m_plan;
    QSpinBox* m_capacity;
    QWidget* m_capacityRow = nullptr;
    QComboBox* m_repeat;
    QWidget* m_series = nullptr;
    std::vector<QCheckBox*> m_days;
    QWidget* m_dayRow = nullptr;
    QComboBox* m_end;
    QDateEdit* m_until;
    QSpinBox* m_times;
    QLineEdit* m_without;
    QLabel* m_preview;
    FieldFault m_fault;
    QPushButton* m_make;
    QTimer* m_patience;
    int m_asked = 0;
};

} // namespace foyer::ui
