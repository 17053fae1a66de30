// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/domain/sales/provider_payment_state.h"
#include "sync/client/provider_progress.h"

#include <QElapsedTimer>
#include <QObject>

#include <atomic>
#include <memory>
#include <optional>
#include <string>

class QTimer;

namespace foyer::desktop {

class ServerLine;
class StoreThread;

/// Asks the server how a payment goes on, on a line of its own that may wait, and now and then
/// which providers the house has. What became of the money comes with the feed, by ServerSync.
class PaymentLine final : public QObject {
    Q_OBJECT

public:
    PaymentLine(StoreThread& store, Random& random);
    ~PaymentLine() override;

    /// The counter has joined a server; asked again, the same server.
    void open(const std::string& url);
    /// Of this payment it is asked for from now on, while it is open and the server knows of it,
    /// and for some seconds after this was called last: nobody looks any more.
    void watch(const WatchedPayment& payment);
    /// What was said last of the payment that is watched; nothing yet: empty.
    const sync::ProviderProgress& progress() const { return m_progress; }

Q_SIGNALS:
    /// Other providers or readers than before.
    void offersKept();

private:
    void ask();
    void answered(PaymentId payment, const Result<sync::ProviderProgress>& progress);
    void fetchOffers();

    StoreThread& m_store;
    Random& m_random;
    SystemClock m_clock;
    std::atomic<bool> m_isEnding{false};
    std::unique_ptr<ServerLine> m_line;       ///< waits for a payment
    std::unique_ptr<ServerLine> m_offersLine; ///< so that it is not waited for
    QTimer* m_offering;
    std::optional<PaymentId> m_payment;
    QElapsedTimer m_sinceWatched;
    bool m_isAsking = false;
    sync::ProviderProgress m_progress;
};

} // namespace foyer::desktop
