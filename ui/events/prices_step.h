// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_step.h"
#include "ui/events/price_grid.h"

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace foyer::ui {

class FeePanel;
class TypePanel;

/// What an event costs: types and categories in a grid, early prices, prices of one date, fees.
class PricesStep final : public EventStep {
    Q_OBJECT

public:
    PricesStep(EventsPresenter& presenter, EventAsk& ask, QWidget* parent);

protected:
    void present(const EventView& view, bool isOther) override;

private:
    QWidget* buildScope();
    QWidget* buildAdding();
    void showScope(const EventView& view);
    void showGrid();
    PriceScope scope() const;
    void setPrice(TicketTypeId type, CategoryId category, std::optional<std::int64_t> minor);
    void addType();
    void addCategory();

    QComboBox* m_dates;
    QComboBox* m_steps;
    QDateTimeEdit* m_until;
    PriceGrid* m_grid;
    QLabel* m_fault;
    QLabel* m_hint;
    QLineEdit* m_typeName;
    FieldFault m_typeFault;
    QLineEdit* m_categoryName;
    FieldFault m_categoryFault;
    TypePanel* m_type;
    FeePanel* m_fees;
};

} // namespace foyer::ui
