// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/pricing/quote.h"
#include "core/domain/sales/order.h"

#include <QWidget>

#include <optional>

class QLabel;
class QScreen;
class QTimer;
class QVBoxLayout;

namespace foyer::ui {

class AwaitedPresenter;
class QrView;
class SellPresenter;

/// What the customer sees: the tickets with their prices and the total as they are chosen, then
/// what was paid and the change, else a welcome. Follows the sell workspace and takes no keys.
class CustomerDisplay final : public QWidget {
    Q_OBJECT

public:
    explicit CustomerDisplay(SellPresenter& presenter, QWidget* parent = nullptr);

    /// Shows what the customer has to do for a payment that a provider takes, with its QR code.
    void follow(AwaitedPresenter& awaited);
    void setWelcome(const QString& words);
    /// Fills the second screen of this computer, where there is one; else opens as a window.
    void showBeside(const QWidget& counter);

private:
    void showCart();
    void showSold(const Order& order);
    void showWelcome();
    void showAwaited(const AwaitedPresenter& awaited);
    void clearLines();
    QString eveningText(const Quote& quote) const;
    void addLine(const QString& words, const QString& amount);
    void setTotal(const QString& words, const QString& amount);

    SellPresenter& m_presenter;
    QString m_welcome;
    QLabel* m_title;
    QLabel* m_about; ///< for what the tickets are, where they are for one evening
    QVBoxLayout* m_lines;
    QrView* m_code;
    QLabel* m_totalWords;
    QLabel* m_total;
    QTimer* m_leave;           ///< after a sale, the welcome comes back
    bool m_isAwaiting = false; ///< it says how to pay by a provider
};

} // namespace foyer::ui
