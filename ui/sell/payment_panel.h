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

class GiftCardField;
class ProviderField;

/// Takes the payment of a quoted cart: cash with change, a card on its own terminal, a gift card,
/// an invoice, or several of them.
class PaymentPanel final : public QFrame {
    Q_OBJECT

public:
    PaymentPanel(SellPresenter& presenter, AwaitedPort& providers, QWidget* parent = nullptr);

    /// Shows the payment for the presenter's quote, with the field of this method ready.
    void begin(PaymentMethod method);
    void refreshProviders();
    /// Says a sentence beside the field it concerns ("cash", "card", "reference"), or above all.
    void showFault(const QString& sentence, const QString& where);

Q_SIGNALS:
    /// Whether the house has providers that take payments.
    void providersChanged(bool hasSome);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QGridLayout* buildForm();
    void addProvider(QGridLayout& form, int row);
    void addWorth(QGridLayout& form, int row);
    void connectParts();
    void askInvoice();
    void setInvoice(const std::optional<InvoiceTerms>& terms);
    void showStage();
    void showQuickAmounts(Money due);
    void recompute();
    void confirm();
    std::optional<std::vector<Tender>> readTenders();
    bool readAmount(QLineEdit* field, QLabel* fault, PaymentMethod method,
                    std::vector<Tender>& tenders);
    Money left(const std::vector<Tender>& tenders) const;
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
    AwaitedPort& m_port;
    GiftCardField* m_giftCard;
    ProviderField* m_provider;
    QPushButton* m_onInvoice;
    QLabel* m_invoiceWords;
    std::optional<InvoiceTerms> m_invoice; ///< what is left is paid later
    bool m_cardTakesRest = false;          ///< until somebody types another amount
    QHBoxLayout* m_quick;
    std::optional<Money> m_quickFor; ///< what the amounts are of
    QLabel* m_state;
    QPushButton* m_confirm;
    QPushButton* m_back;
};

} // namespace foyer::ui
