// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/money/money_port.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace foyer::ui {

class EmptyState;
class Toast;

/// What the house was paid out, as it is known on this counter, and what each payout is made of.
class PayoutsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit PayoutsPanel(MoneyPort& port, QWidget* parent = nullptr);

    void refresh();
    void startOver();
    /// Writes the statement of the payout that is shown.
    void saveTo(const QString& file);

private:
    QWidget* buildDetail();
    void show(const std::vector<PayoutStatement>& payouts);
    void showRow(int row);
    void fillTable(const PayoutStatement& statement);
    void askFile(const QString& suffix);

    MoneyPort& m_port;
    std::vector<PayoutStatement> m_payouts;
    QStackedWidget* m_states = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_period = nullptr;
    QLabel* m_note = nullptr;
    QLabel* m_told = nullptr;
    QTableWidget* m_table = nullptr;
    QTableWidget* m_sums = nullptr;
    QPushButton* m_pdf = nullptr;
    QPushButton* m_csv = nullptr;
    EmptyState* m_none = nullptr;
    EmptyState* m_failed = nullptr;
    QWidget* m_loading = nullptr;
    Toast* m_toast = nullptr;
};

} // namespace foyer::ui
