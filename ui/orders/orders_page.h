// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/orders/order_panel.h"
#include "ui/orders/orders_port.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class QTimer;

namespace foyer::ui {

class ActPanel;
class EmptyState;

/// Orders after their sale: find one by anything that people bring, and do what they ask for.
class OrdersPage final : public QWidget {
    Q_OBJECT

public:
    explicit OrdersPage(OrdersPort& port, QWidget* parent = nullptr);

    /// Somebody else signed in: nothing of what was looked at stays.
    void startOver();
    /// Something came from the server: the order that is shown may be another by now.
    void refresh();
    /// The keys of this screen, for F1.
    static QString keys();
    /// A ticket or an order was scanned: it is opened, the ticket chosen.
    Q_INVOKABLE void takeScan(const QString& code);

Q_SIGNALS:
    /// Something was put into the queue of a printer.
    void spooled();
    /// A payment that a provider takes is to be taken up again, where it is sold.
    void paymentAsked(foyer::OrderId order);

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What becomes of the orders that are found.
    enum class Then { List, OpenFirst, OpenScanned };
    void search();
    void find(const QString& words, Then then);
    void showFound(const Result<std::vector<FoundOrder>>& found, Then then);
    void open(OrderId order, const std::vector<TicketId>& chosen);
    void act(OrderAct act);
    void reprint();
    void confirmReprint();
    void closeAct();
    void tell(const QString& sentence, const char* role);

    OrdersPort& m_port;
    QLineEdit* m_search;
    QListWidget* m_list;
    QLabel* m_hint;
    QLabel* m_told;
    QStackedWidget* m_right;
    OrderPanel* m_order;
    ActPanel* m_act;
    EmptyState* m_empty;
    QTimer* m_patience;
    std::vector<FoundOrder> m_found;
    int m_asked = 0;  ///< so that only the latest search is shown
    int m_opened = 0; ///< and only the latest order
    bool m_reprintAsked = false;
};

} // namespace foyer::ui
