// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/sell_presenter.h"

#include <QFrame>

#include <functional>
#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace foyer::ui {

class ProviderButtons;

/// The cart: lines of equal tickets, fees, the total, the customer, and the ways to pay.
class CartPanel final : public QFrame {
    Q_OBJECT

public:
    explicit CartPanel(SellPresenter& presenter, QWidget* parent = nullptr);
    ProviderButtons* providers() const { return m_providers; }

Q_SIGNALS:
    void chooseCustomer();
    void choosePrices();
    void showTickets();
    /// The cart is to be kept, or a kept one brought back, or somebody waits.
    void parkAsked();
    void reserveAsked();
    void holdAsked();
    void waitAsked();

private:
    QFrame* buildChange();
    void addTotals(QVBoxLayout& column);
    void showCart();
    void showTotals();
    void showCustomer();
    /// `remove`: takes it out again; empty where that cannot be.
    void addLine(const QString& words, const QString& detail, std::optional<Money> amount,
                 std::function<void()> remove);
    void addPromoLine();
    void addTakenFromLine();
    void addKeeping(QVBoxLayout& column);
    void showKeeping();
    void showLastSale();

    SellPresenter& m_presenter;
    QVBoxLayout* m_lines;
    QLabel* m_empty;
    QLabel* m_tax;
    QLabel* m_total;
    QPushButton* m_customer;
    QPushButton* m_cash;
    QPushButton* m_card;
    ProviderButtons* m_providers;
    QPushButton* m_park;
    QPushButton* m_reserve;
    QPushButton* m_hold;
    QPushButton* m_wait;
    QPushButton* m_clear;
    QPushButton* m_prices;
    QFrame* m_changeBox;
    QLabel* m_changeName;
    QLabel* m_change;
    QLabel* m_soldCode;
};

} // namespace foyer::ui
