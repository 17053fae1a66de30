// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/sell_presenter.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QLineEdit;
class QHBoxLayout;
class QPushButton;

namespace foyer::ui {

/// Takes the payment of a quoted cart: cash with change, a card on its own terminal, or both.
class PaymentPanel final : public QFrame {
    Q_OBJECT

public:
    explicit PaymentPanel(SellPresenter& presenter, QWidget* parent = nullptr);

    /// Shows the payment for the presenter's quote, with cash or card ready.
    void begin(PaymentMethod method);
    /// Says a sentence beside the field it concerns ("cash", "card", "reference"), or above all.
    void showFault(const QString& sentence, const QString& where);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QGridLayout* buildForm();
    void showStage();
    void showQuickAmounts();
    void recompute();
    void confirm();
    std::optional<std::vector<Tender>> readTenders();
    void clearFaults();
    void markFault(QLineEdit* field, QLabel* label, const QString& sentence);

    SellPresenter& m_presenter;
    QLabel* m_due;
    QLabel* m_change;
    QLabel* m_changeName;
    QLineEdit* m_cash;
    QLabel* m_cashFault;
    QLineEdit* m_card;
    QLabel* m_cardFault;
    QLineEdit* m_reference;
    QLabel* m_referenceFault;
    QHBoxLayout* m_quick;
    QLabel* m_state;
    QPushButton* m_confirm;
    QPushButton* m_back;
};

} // namespace foyer::ui
