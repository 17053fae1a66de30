// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/sell/awaited_port.h"

#include <QObject>
#include <QString>

#include <optional>

class QTimer;

namespace foyer::ui {

/// Watches one payment that a provider takes, and says in words how it stands. It may be left at
/// any time: the payment goes on, and is taken up again from its order.
class AwaitedPresenter final : public QObject {
    Q_OBJECT

public:
    /// How it stands, as far as can be seen from here.
    enum class Phase : std::uint8_t {
        NotSent,      ///< the request has not reached the server, and cannot just now
        Asking,       ///< it is on its way: there is nothing to show to the customer yet
        Waiting,      ///< for the customer
        Processing,   ///< the customer has done their part
        Checking,     ///< the server has it and does not answer: nobody knows from here
        ProviderDown, ///< the server has it and cannot reach the provider
        Held,         ///< what the provider says does not fit: a person has to look at the server
        Cancelling,   ///< it is not wanted any more; whether money was taken is not known yet
        Ended,        ///< no money came
        Settled,      ///< the money came
    };

    explicit AwaitedPresenter(AwaitedPort& port, QObject* parent = nullptr);

    /// Watches the payment of an order. Shown is what was known before until the first answer.
    void watch(OrderId order);
    /// Looks away; the payment goes on.
    void leave();
    bool isWatching() const { return m_order.has_value(); }

    const std::optional<AwaitedPayment>& payment() const { return m_payment; }
    Phase phase() const;
    /// How much of its time is left: 1 at its beginning, 0 when it is over.
    double timeLeft() const;
    QString timeLeftText() const; ///< "12:34"; empty once it does not count any more
    QString headline() const;     ///< a few words
    QString sentence() const;     ///< what that means, and what to do
    bool canCancel() const;
    /// Another payment may be taken in its place; where it has not ended, somebody has to insist.
    bool canPayInstead() const;
    bool hasToInsist() const;
    /// It ended, and may be asked for once more in the same way.
    bool canTryAgain() const;
    /// What another payment has to bring.
    Money open() const;
    Money openInCash() const; ///< rounded to coins
    bool isBusy() const { return m_isBusy; }

    void cancel();
    void payCash(const Money& tendered);
    void payByCard(const std::string& receipt);
    void tryAgain();

Q_SIGNALS:
    void changed();
    /// Paid, by the provider or in another way: its papers may be printed.
    void paid(const foyer::Order& order);
    void failed(const QString& sentence);

private:
    void look();
    void take(const AwaitedPayment& payment);
    void payWith(Tender tender);
    void settle();

    AwaitedPort& m_port;
    QTimer* m_looking;
    std::optional<OrderId> m_order;
    std::optional<AwaitedPayment> m_payment;
    std::optional<PaymentId> m_instead; ///< made at the first try, so that it is taken once
    int m_asked = 0;                    ///< only the answer about the order that is watched counts
    bool m_isBusy = false;
    bool m_isLooking = false;
    bool m_hasFailed = false; ///< to look at it, the last time
};

} // namespace foyer::ui
