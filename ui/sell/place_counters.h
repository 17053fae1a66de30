// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/sell_presenter.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace foyer::ui {

/// A performance without numbered seats: a row for every ticket type and category with its price,
/// what is left, and a counter of what is in the cart.
class PlaceCounters final : public QWidget {
    Q_OBJECT

public:
    explicit PlaceCounters(SellPresenter& presenter, QWidget* parent = nullptr);

    /// Builds the rows anew from the open performance.
    void showOffer();

private:
    struct Row {
        TicketTypeId type;
        CategoryId category;
        QPushButton* less;
        QLabel* count;
        QPushButton* more;
    };

    void addRow(const TicketType& type, const PriceCategory& category, Money price);
    void showCounts();

    SellPresenter& m_presenter;
    QVBoxLayout* m_column;
    QWidget* m_list = nullptr;
    std::vector<Row> m_rows;
    PerformanceId m_shown;
};

} // namespace foyer::ui
