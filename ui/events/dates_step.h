// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_step.h"
#include "ui/events/money_back_port.h"

#include <map>

class QListWidget;
class QPushButton;
class QSpinBox;

namespace foyer::ui {

class DateMaker;

/// When an event takes place: its dates, what becomes of them, and new ones.
class DatesStep final : public EventStep {
    Q_OBJECT

public:
    DatesStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent);

Q_SIGNALS:
    void moneyBackAsked(const foyer::ui::MoneyBackScope& scope);

protected:
    void present(const EventView& view, bool isOther) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildActs();
    QWidget* buildTimes();
    void askSold();
    void showList(const EventView& view);
    void showCurrent();
    const EventDateView* current() const;
    void move();
    void postpone();
    void cancel();
    /// What giving the money of a date back is about.
    MoneyBackScope moneyOf(const Performance& date) const;
    void saveTimes();

    QListWidget* m_list;
    QWidget* m_acts;
    QPushButton* m_move;
    QPushButton* m_postpone;
    QPushButton* m_cancel;
    QPushButton* m_giveBack;
    QWidget* m_times;
    QSpinBox* m_doors;
    QSpinBox* m_lasts;
    FieldFault m_fault;
    DateMaker* m_maker;
    std::optional<PerformanceId> m_chosen;
    std::map<PerformanceId, std::int64_t> m_sold;
};

} // namespace foyer::ui
