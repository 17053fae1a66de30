// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/money/money_port.h"

#include <QString>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace foyer::ui {

class EmptyState;
class MoneyCard;
class NoteAsk;
class Toast;

/// Where the books and the providers' accounts do not fit, and what somebody says of it. All of it
/// is the server's; without a network a sentence says so.
class ReconciliationPanel final : public QWidget {
    Q_OBJECT

public:
    explicit ReconciliationPanel(MoneyPort& port, QWidget* parent = nullptr);

    void refresh();
    /// Has the accounts compared, and shows what comes of it.
    void compareNow();
    /// Another one looks now.
    void startOver();
    NoteAsk& question() { return *m_ask; }

Q_SIGNALS:
    /// So much waits for somebody.
    void counted(int waiting);
    /// Somebody wants to see an order.
    void orderAsked(const QString& code);

private:
    QWidget* buildHead();
    QWidget* buildBody();
    QWidget* buildDetail();
    void show(const MoneyAtServer& money);
    void showFault(const Error& error);
    void showAccounts();
    void showRow(int row);
    void act();
    /// Refreshes after something was done, and says so.
    void done(const Result<bool>& result, const QString& words);
    bool isCase(int row) const;

    MoneyPort& m_port;
    MoneyAtServer m_money;
    bool m_isComparing = false;
    QVBoxLayout* m_accounts = nullptr;
    QPushButton* m_compare = nullptr;
    QLabel* m_told = nullptr;
    QStackedWidget* m_states = nullptr;
    QListWidget* m_list = nullptr;
    MoneyCard* m_card = nullptr;
    NoteAsk* m_ask = nullptr;
    EmptyState* m_none = nullptr;
    EmptyState* m_failed = nullptr;
    QWidget* m_loading = nullptr;
    QTimer* m_looking = nullptr; ///< while the server compares
    int m_looks = 0;
    Toast* m_toast = nullptr;
};

} // namespace foyer::ui
