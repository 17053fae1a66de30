// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/orders/orders_port.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace foyer::ui {

class FlowLayout;

/// What can be done with an order.
enum class OrderAct { Refund, Exchange, Reprint, Reissue, Void, Name, Pickup };

/// An order: whose it is, what it is worth, its tickets to choose among, and what was done to it.
class OrderPanel final : public QFrame {
    Q_OBJECT

public:
    explicit OrderPanel(QWidget* parent = nullptr);

    /// `chosen`: the tickets that are ticked at first.
    void show(const OrderView& view, const std::vector<TicketId>& chosen);
    const OrderView& view() const { return m_view; }
    /// The tickets that are ticked; none: all are meant.
    std::vector<TicketId> chosen() const;

Q_SIGNALS:
    void asked(foyer::ui::OrderAct act);
    /// The payment that is awaited is to be taken up again.
    void paymentAsked();

private:
    void showPayments();
    void showTickets(const std::vector<TicketId>& chosen);
    QPushButton* addAct(FlowLayout& row, const QString& words, const QString& key, OrderAct act);

    OrderView m_view;
    QLabel* m_code;
    QLabel* m_worth;
    QLabel* m_about;
    QTableWidget* m_tickets;
    QLabel* m_payments;
    QFrame* m_awaited;
    QLabel* m_awaitedWords;
    QPushButton* m_takeUp;
    QListWidget* m_history;
    std::vector<QPushButton*> m_acts;
};

} // namespace foyer::ui
