// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/sell_port.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace foyer::desktop {

/// Ctrl+K: finds performances, customers and an order by its code, all from one field.
class FindDialog final : public QDialog {
    Q_OBJECT

public:
    FindDialog(ui::SellPort& port, QWidget* parent);

Q_SIGNALS:
    void performanceChosen(foyer::PerformanceId performance);
    void customerChosen(const foyer::Customer& customer);
    void orderChosen(const foyer::Order& order);

private:
    void search();
    void choose();
    void add(const QString& words, std::function<void()> act);

    ui::SellPort& m_port;
    QLineEdit* m_field;
    QListWidget* m_found;
    std::vector<std::function<void()>> m_acts;
    int m_asked = 0;
};

} // namespace foyer::desktop
