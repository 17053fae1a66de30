// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/performance_list_model.h"
#include "ui/sell/sell_presenter.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace foyer::ui {

class AwaitedPanel;
class AwaitedPresenter;
class CartPanel;
class EmptyState;
class OfferPanel;
class PaymentPanel;
class TicketsDialog;
class Toast;

/// The sell workspace: performances, the open one, the cart, the payment. Wires; decides nothing.
class SellPage final : public QWidget {
    Q_OBJECT

public:
    SellPage(SellPort& port, const Clock& clock, QWidget* parent = nullptr);

    SellPresenter& presenter() { return m_presenter; }
    AwaitedPresenter& awaited() { return *m_awaited; }
    /// Takes up a payment that a provider takes, of an order that was sold before.
    void watchPayment(OrderId order);
    TicketsDialog& tickets() { return *m_tickets; }
    void applyPalette();
    void chooseCustomer();
    void choosePrices();
    void sellGiftCard();
    /// Parks the cart; without one, shows those that are parked.
    void parkOrResume();
    void reserveCart();
    void holdCart();
    void joinWaitingList();
    /// Places were kept or came free elsewhere: shows what is so now.
    void refresh();
    /// What providers can take may be another by now.
    void refreshProviders();
    /// The tickets of an order, to be looked at and printed again.
    void showOrder(const Order& order);
    /// The keys of this screen, a line each, for F1.
    static QString keys();

Q_SIGNALS:
    /// What keeps a seat back is to be looked at where it can be let go.
    void showHeldAsked(foyer::HoldId hold);
    /// Something was kept for later: other screens may want to know.
    void heldChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildList();
    EmptyState* buildEmpty();
    EmptyState* buildFailed();
    void showPerformances();
    void showStage();
    void showFault(const QString& sentence, const QString& where);
    void leaveSearch();
    void showSold(const Order& order);
    void connectKeeping();
    void connectAwaited();

    SellPort& m_port;
    const Clock& m_clock;
    SellPresenter m_presenter;
    PerformanceListModel m_model;
    QLineEdit* m_search;
    QListView* m_list;
    QLabel* m_listHint;
    QLabel* m_banner;
    QStackedWidget* m_middle;
    EmptyState* m_empty;
    EmptyState* m_failed;
    QWidget* m_loading;
    OfferPanel* m_offer;
    PaymentPanel* m_payment;
    AwaitedPresenter* m_awaited;
    AwaitedPanel* m_awaitedPanel;
    int m_awaitedAt = 0; ///< in m_middle
    CartPanel* m_cart;
    TicketsDialog* m_tickets;
    Toast* m_toast;
};

} // namespace foyer::ui
