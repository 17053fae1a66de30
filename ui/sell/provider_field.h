// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/awaited_port.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;

namespace foyer::ui {

/// What a provider can take in a payment: by the customer's phone, or at one of the house's card
/// readers. Where that cannot be now, it says why in a sentence.
class ProviderField final : public QWidget {
    Q_OBJECT

public:
    explicit ProviderField(AwaitedPort& port, QWidget* parent = nullptr);

    /// Asks anew what can be taken.
    void refresh();
    /// Whether the house has anything that a provider could take.
    bool isOffered() const { return !m_ways.offers.empty(); }
    /// Nothing: no provider takes anything.
    void choose(std::optional<PaymentMethod> method);
    std::optional<PaymentMethod> chosen() const { return m_chosen; }
    /// What is left of a payment, as a tender of what is chosen.
    std::optional<Tender> tenderFor(Money open) const;

Q_SIGNALS:
    void changed();
    void offersChanged();

private:
    void show();
    bool can(PaymentMethod method) const;

    AwaitedPort& m_port;
    ProviderWays m_ways;
    std::optional<PaymentMethod> m_chosen;
    std::optional<PaymentMethod> m_wanted; ///< until it is known whether it can be
    bool m_isKnown = false;
    QPushButton* m_phone;
    QPushButton* m_reader;
    QComboBox* m_which;
    QLabel* m_why;
};

} // namespace foyer::ui
