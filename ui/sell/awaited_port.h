// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/sales/order.h"
#include "core/domain/sales/provider_payment_requests.h"
#include "core/domain/sales/provider_payment_state.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace foyer::ui {

/// What the house can have taken by providers, and why not just now.
struct ProviderWays {
    std::vector<PaymentOffer> offers;
    std::optional<Error> whyNotLink;   ///< nothing: it can be asked for
    std::optional<Error> whyNotReader; ///< the same
};

/// A payment by a provider as it can be seen from here.
struct AwaitedPayment {
    WatchedPayment watched;
    std::string readerName;    ///< of the reader that shows it; empty: there is none
    std::int64_t cashStep = 1; ///< minor units; what is paid in cash is rounded to
    bool isOnline = true;      ///< the server answers just now
    std::string progress; ///< what the server says of it, as sync::ProviderProgress; empty: nothing
    std::string declined; ///< why the last try failed, where one did
    std::string pageUrl;  ///< where the customer pays; empty: nowhere (yet)
    int qrSize = 0;       ///< modules along a side of its QR code; 0: there is none
    std::vector<bool> qrModules; ///< row by row; true is dark
    Instant now;
};

/// The sell workspace's way to payments that providers take; as of SellPort.
class AwaitedPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~AwaitedPort() = default;

    virtual void providerWays(Then<ProviderWays> then) = 0;
    /// The last payment by a provider of an order, as it is now. From then on, until another one is
    /// asked for, the server is asked how it goes on.
    virtual void awaitedPayment(OrderId order, Then<AwaitedPayment> then) = 0;
    /// Durable when the answer arrives, as what follows.
    virtual void cancelAwaited(PaymentId payment, Then<WatchedPayment> then) = 0;
    virtual void payInstead(const InsteadRequest& request, Then<Order> then) = 0;
    virtual void orderById(OrderId order, Then<Order> then) = 0;
    virtual PaymentId newPaymentId() = 0;

protected:
    AwaitedPort() = default;
    AwaitedPort(const AwaitedPort&) = default;
    AwaitedPort& operator=(const AwaitedPort&) = default;
};

} // namespace foyer::ui
