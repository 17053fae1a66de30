// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_ask.h"
#include "ui/events/saved_field.h"

#include <QFrame>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace foyer::ui {

/// The ticket type and the category of the cell that is chosen in the grid of prices: their names,
/// tax, how many in one order; withdrawing them. And taxes that are missing.
class TypePanel final : public QFrame {
    Q_OBJECT

public:
    TypePanel(EventsPresenter& presenter, EventAsk& ask, QWidget* parent);

    void choose(std::optional<TicketTypeId> type, std::optional<CategoryId> category);
    void presentHouse();
    /// The tax that a new type most likely has: that of the first one, or the house's only one.
    TaxId usualTax() const;

private:
    void buildType();
    void buildActs();
    void showCell();
    const TicketType* type() const;
    const PriceCategory* category() const;
    void withdraw();
    void takeOff();
    void addTax();
    void closeNewTax();

    EventsPresenter& m_presenter;
    EventAsk& m_ask;
    std::optional<TicketTypeId> m_typeId;
    std::optional<TicketTypeId> m_shownType;
    std::optional<CategoryId> m_categoryId;
    std::optional<CategoryId> m_shownCategory;
    SavedField* m_name = nullptr;
    SavedField* m_orderMax = nullptr;
    SavedField* m_categoryName = nullptr;
    QComboBox* m_tax;
    QWidget* m_newTax = nullptr;
    QLineEdit* m_taxName;
    QLineEdit* m_taxRate;
    FieldFault m_taxFault;
    QPushButton* m_withdraw;
    QPushButton* m_takeOff;
};

} // namespace foyer::ui
