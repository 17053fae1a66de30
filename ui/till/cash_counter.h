// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/money.h"
#include "core/domain/till/cash_count.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QSpinBox;

namespace foyer::ui {

/// Counts cash: how many of each note and coin, and what that makes.
class CashCounter final : public QWidget {
    Q_OBJECT

public:
    explicit CashCounter(QWidget* parent = nullptr);

    /// Starts anew, with the notes and coins of a currency.
    void begin(Currency currency);
    CashCount count() const;
    /// Puts the keyboard where the counting begins.
    void start();
    /// The first and the last field, in the order of Tab.
    QWidget* firstField() const;
    QWidget* lastField() const;

private:
    void showTotal();

    QGridLayout* m_grid;
    QLabel* m_total;
    Currency m_currency = *Currency::fromCode("EUR");
    std::vector<std::int64_t> m_values; ///< minor units, as denominationsOf() has them
    std::vector<QSpinBox*> m_counts;    ///< one for each
};

} // namespace foyer::ui
