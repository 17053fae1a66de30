// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_step.h"

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace foyer::ui {

class LimitChart;
class LimitPicture;

/// How many tickets there may be of a date: its limits with what is sold and left of them, a
/// picture of what each of them limits, and which one binds which type in which category.
class QuotasStep final : public EventStep {
    Q_OBJECT

public:
    QuotasStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent);

protected:
    void present(const EventView& view, bool isOther) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildLimit();
    QWidget* buildNew();
    QWidget* buildPicture();
    void askLimits();
    void showList();
    void showCurrent();
    void showPicture();
    void offerMembers(const EventView& view);
    const EventDateView* date() const;
    const Quota* current() const;
    void setCapacity(const QString& words, SavedField::Done done);
    void toggle();
    void add();

    QComboBox* m_dates;
    QListWidget* m_list;
    SavedField* m_capacity = nullptr;
    std::optional<QuotaId> m_shown;
    QPushButton* m_toggle;
    QLineEdit* m_name;
    QLineEdit* m_newCapacity;
    QWidget* m_members = nullptr;
    std::vector<std::pair<TicketTypeId, QCheckBox*>> m_types;
    std::vector<std::pair<CategoryId, QCheckBox*>> m_categories;
    FieldFault m_newFault;
    LimitChart* m_chart;
    LimitPicture* m_picture;
    QLabel* m_pictureWords;
    std::vector<CellLimits> m_limits;
    int m_asked = 0;
};

} // namespace foyer::ui
