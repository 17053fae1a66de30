// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/money/money_port.h"

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
    /// Something came from the server: what is shown may have changed.
    void refresh();
    /// Another one is at the counter.
    void startOver();

Q_SIGNALS:
    /// So much waits for somebody.
    void counted(int waiting);
    void orderAsked(const QString& code);

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTabWidget* m_tabs;
    ReconciliationPanel* m_reconciliation;
    PayoutsPanel* m_payouts;
};

} // namespace foyer::ui
