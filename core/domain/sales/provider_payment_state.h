// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/journal/entry.h"
#include "core/domain/sales/provider_payment.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// How a provider's payment stands, as what is known of it says.
enum class ProviderState : std::uint8_t {
    Waiting,     ///< for the customer
    CancelAsked, ///< it is not wanted any more, and the provider has not said yet that it ended
    Settled,     ///< the provider has the money
    Ended,       ///< no money will come
};
std::string_view providerStateName(ProviderState state); ///< "waiting", "cancel_asked", …

/// Money that goes back to the customer by the provider.
struct ProviderRefund {
    PaymentId refund;
    Instant at;
    std::int64_t amount = 0;
    RefundOutcome outcome = RefundOutcome::Done;
    std::string reason;
    friend bool operator==(const ProviderRefund&, const ProviderRefund&) = default;
};

/// A payment by a provider with everything that is known of it.
struct ProviderPayment {
    /// By whom and when it was asked for; nothing where the request itself was not heard of yet,
    /// and then way, provider, reader, amount and expiry are not known either.
    struct Asked {
        ReplicaId replica;
        std::int64_t epoch = 0;
        std::int64_t sequence = 0;
        Instant at;
    };
    PaymentId id;
    OrderId order;
    std::optional<Asked> asked;
    PaymentWay way = PaymentWay::Link;
    std::string provider;
    std::string reader;
    Currency currency = *Currency::fromCode("EUR"); ///< of the request, as the amount
    std::int64_t amount = 0;
    Instant expiresAt;
    std::optional<Instant> cancelAskedAt;
    std::optional<Instant> settledAt;
    std::int64_t settledAmount = 0;
    std::string reference; ///< the provider's name of it, once it is settled
    std::optional<Instant> endedAt;
    PaymentEnd end = PaymentEnd::Canceled; ///< where it ended
    std::string reason;                    ///< as of PaymentEnded
    std::vector<ProviderRefund> refunds;   ///< the latest fact of each, in the order of the facts
    std::int64_t awaited = 0;              ///< what account::kAwaited holds of it

    /// Money that came wins over everything else that was said.
    ProviderState state() const;
    bool isOpen() const { return !settledAt && !endedAt; }
    /// The provider took money after it had said that none would come.
    bool isLate() const;
    /// Minor units that are on their way back to the customer.
    std::int64_t goingBack() const { return awaited < 0 ? -awaited : 0; }
    /// What the server could not give back, by the latest fact of each refund, and why.
    const ProviderRefund* failedRefund() const;
};

/// A payment and what the counter itself knows of it.
struct WatchedPayment {
    ProviderPayment payment;
    std::string orderCode; ///< stored form
    bool isSent = false;   ///< the server has confirmed that it knows of it
    bool isHere = false;   ///< this counter asked for it
};
/// What a house can have taken by one provider.
struct PaymentOffer {
    struct Reader {
        std::string id;   ///< the provider's name of it
        std::string name; ///< for people; the id where it has none
        friend bool operator==(const Reader&, const Reader&) = default;
    };
    std::string provider;
    bool takesLinks = false;
    std::vector<Reader> readers;
    std::int64_t waitMs = 0; ///< how long to wait for a link's money; 0: as usual
    friend bool operator==(const PaymentOffer&, const PaymentOffer&) = default;
};

/// How long a counter waits for each way: the customer has to find the page and type; at a reader
/// they stand with the card in their hand.
std::int64_t paymentTimeMs(PaymentWay way);
/// Whether a payment takes days: nobody waits for it at the counter.
bool takesDays(const ProviderPayment& payment);

/// "stripe", "stripe:tmr_1": a provider and, of a reader, its name, as references of tenders have
/// it.
std::string tenderReference(const std::string& provider, const std::string& reader);
std::pair<std::string, std::string> providerAndReader(const std::string& reference);

} // namespace foyer
