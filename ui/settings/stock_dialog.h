// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/settings/stock_port.h"

#include <QDialog>

#include <optional>

class QLineEdit;
class QPushButton;

namespace foyer::ui {

/// How much of one event each counter keeps.
class StockDialog final : public QDialog {
    Q_OBJECT

public:
    StockDialog(StockPort& port, StockShown stock, QWidget* parent);

Q_SIGNALS:
    void saved();

private:
    void save();
    /// The number that was typed; nothing, and said at the field, where it is none.
    std::optional<std::int64_t> numberIn(QLineEdit* field, const FieldFault& fault);

    StockPort& m_port;
    StockShown m_stock;
    QLineEdit* m_rights;
    QLineEdit* m_seats;
    FieldFault m_rightsFault;
    FieldFault m_seatsFault;
    QPushButton* m_save;
};

} // namespace foyer::ui
