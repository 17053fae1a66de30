// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/payment_provider.h"
#include "sync/server/payments/providers/stripe_line.h"

#include <string>
#include <vector>

namespace foyer::server {

/// Stripe, at the API version 2026-07-29.dahlia. A link is a Checkout Session (cs_…) on Stripe's
/// own page; a reader is driven by the server, with a PaymentIntent (pi_…) that waits to be
/// captured. Both are found by either name; a PaymentIntent behind a session is told of as the
/// session.
class StripeProvider final : public PaymentProvider {
public:
    explicit StripeProvider(ProviderParts parts);

    Capabilities capabilities() const override;
    bool takes(Money amount) const override;
    ProviderCall startCall(const PaymentAsk& ask, std::string key) const override;
    Outcome<Snapshot> start(const ProviderCall& call) override;
    ProviderCall presentCall(const std::string& reference, const std::string& reader,
                             std::string key) const override;
    Outcome<std::monostate> present(const ProviderCall& call) override;
    ProviderCall withdrawCall(const std::string& reader, std::string key) const override;
    Outcome<Snapshot> fetch(const std::string& reference) override;
    Outcome<std::optional<Snapshot>> findByOurId(PaymentId payment, TimeRange made) override;
    ProviderCall captureCall(const Snapshot& of, std::string key) const override;
    ProviderCall cancelCall(const Snapshot& of, std::string key) const override;
    ProviderCall refundCall(const Snapshot& of, const RefundAsk& ask,
                            std::string key) const override;
    Outcome<std::monostate> send(const ProviderCall& call) override;
    WebhookVerdict verify(const WebhookRequest& request, Instant now) override;
    Outcome<SettlementPage> settlements(TimeRange range, const std::string& cursor) override;
    Outcome<std::vector<std::string>> changedSince(Instant from) override;

private:
    Outcome<Snapshot> withWhatFollowed(Snapshot snapshot, bool isDisputed);
    Outcome<Snapshot> fetchSession(const std::string& id);
    Outcome<Snapshot> fetchIntent(const std::string& id);

    ProviderSettings m_settings;
    StripeLine m_line;
};

} // namespace foyer::server
