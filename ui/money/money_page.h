// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/money/money_port.h"

#include <QElapsedTimer>
#include <QString>
#include <QWidget>

class QTabWidget;

namespace foyer::ui {

class PayoutsPanel;
class ReconciliationPanel;

/// The organizer's money: where books and accounts do not fit, and what was paid out.
class MoneyPage final : public QWidget {
    Q_OBJECT

public:
    explicit MoneyPage(MoneyPort& port, QWidget* parent = nullptr);

    /// For F1.
    static QString keys();
    /// One more tab, behind those that are here.
    void addTab(QWidget* panel, const QString& title);
    ReconciliationPanel& reconciliation() { return *m_reconciliation; }
    PayoutsPanel& payouts() { return *m_payouts; }
    void refresh();
    /// Something came from the server: payouts may be among it. What only the server knows is asked
    /// for again now and then, not with each sale of a busy evening.
    void heard();
    /// Another one is at the counter.
    void startOver();

Q_SIGNALS:
    /// So much waits for somebody.
    void counted(int waiting);
    void orderAsked(const QString& code);

protected:
    void showEvent(QShowEvent* event) override;
    /// The keyboard goes to the list of the tab that is open.
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTabWidget* m_tabs;
    QElapsedTimer m_sinceAsked; ///< the server
    ReconciliationPanel* m_reconciliation;
    PayoutsPanel* m_payouts;
};

} // namespace foyer::ui
