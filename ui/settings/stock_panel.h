// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/stock_port.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;

namespace foyer::ui {

/// How much of each event a counter keeps, so that it can sell without a network.
class StockPanel final : public QFrame {
    Q_OBJECT

public:
    explicit StockPanel(StockPort& port, QWidget* parent = nullptr);

    /// Reads it again.
    void refresh();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showStocks(const std::vector<StockShown>& stocks);
    void edit();
    void giveBack();
    void say(const QString& words, bool isFault);

    StockPort& m_port;
    std::vector<StockShown> m_stocks;
    QListWidget* m_list;
    QPushButton* m_change;
    QPushButton* m_giveBack;
    QLabel* m_said;
};

} // namespace foyer::ui
