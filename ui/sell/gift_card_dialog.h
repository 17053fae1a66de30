// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/sell/sell_port.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace foyer::ui {

/// Sells a gift card: what it is worth, and how it is paid. Says what a card is still worth, too.
class GiftCardDialog final : public QDialog {
    Q_OBJECT

public:
    explicit GiftCardDialog(SellPort& port, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Durably sold; the codes are in it.
    void sold(const foyer::GiftCardsSold& sold);

protected:
    /// The Enter that a scanner sends behind a code sells nothing.
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addBalance(QVBoxLayout& column);
    void askBalance();
    void recompute();
    void sell();
    std::optional<Money> amountTyped(const QLineEdit* field) const;
    std::optional<GiftCardSale> readSale();
    void finish(const Result<GiftCardsSold>& answer);

    SellPort& m_port;
    std::optional<HouseMoney> m_house;
    std::optional<OrderId> m_order; ///< made at the first try
    QLineEdit* m_amount;
    QComboBox* m_method;
    QLineEdit* m_cash;
    QLineEdit* m_reference;
    QLabel* m_change;
    QPushButton* m_sell;
    FieldFault m_amountFault;
    FieldFault m_cashFault;
    FieldFault m_referenceFault;
    QLabel* m_state;
    QLineEdit* m_code;
    QLabel* m_balance;
    int m_asked = 0; ///< only the answer to the last question counts
};

} // namespace foyer::ui
