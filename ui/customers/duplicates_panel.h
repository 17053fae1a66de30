// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/customers/customers_port.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace foyer::ui {

class EmptyState;
class Toast;

/// Records that may be one person, side by side.
class DuplicatesPanel final : public QWidget {
    Q_OBJECT

public:
    DuplicatesPanel(CustomersPort& port, QWidget* parent);

    void refresh();
    /// Another one is at the counter.
    void startOver();

Q_SIGNALS:
    void changed();

private:
    QWidget* buildComparison();
    void show(const std::vector<DuplicateProposal>& proposals);
    void showRow(int row);
    void merge();
    void takeBack();
    const DuplicateProposal* chosen() const;

    CustomersPort& m_port;
    std::vector<DuplicateProposal> m_proposals;
    std::vector<CustomerId> m_merged; ///< last, to be taken apart again
    int m_sitting = 0;                ///< so that an answer for the one before is not shown
    QStackedWidget* m_states = nullptr;
    QListWidget* m_list = nullptr;
    QTableWidget* m_table = nullptr;
    QComboBox* m_survivor = nullptr;
    QPushButton* m_merge = nullptr;
    QLabel* m_told = nullptr;
    EmptyState* m_none = nullptr;
    Toast* m_toast = nullptr;
};

} // namespace foyer::ui
