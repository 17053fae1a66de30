// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/payment_provider.h"
#include "sync/server/payments/providers/paypal_line.h"
#include "sync/server/payments/providers/paypal_webhook.h"

#include <string>
#include <vector>

namespace foyer::server {

/// PayPal, Orders v2. The customer agrees at PayPal's page, which is Progress::Authorized; the
/// money moves only when we capture it, and it is never asked for afterwards unless we do.
class PaypalProvider final : public PaymentProvider {
public:
    explicit PaypalProvider(ProviderParts parts);

    Capabilities capabilities() const override;
    bool takes(Money amount) const override;
    ProviderCall startCall(const PaymentAsk& ask, std::string key) const override;
    Outcome<Snapshot> start(const ProviderCall& call) override;
    ProviderCall presentCall(const std::string& reference, const std::string& reader,
                             std::string key) const override;
    Outcome<std::monostate> present(const ProviderCall& call) override;
    ProviderCall withdrawCall(const std::string& reader, std::string key) const override;
    Outcome<Snapshot> fetch(const std::string& reference) override;
    /// Always none: PayPal cannot be asked, and an order that nobody knows takes no money.
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
    Outcome<Snapshot> fetchOrder(const std::string& id);
    Outcome<Snapshot> withDisputes(Snapshot snapshot);
    /// Asks PayPal whether it signed this.
    WebhookVerdict::Kind askPaypal(const PaypalSignature& signature, const std::string& body);

    ProviderSettings m_settings;
    PaypalLine m_line;
    PaypalCertificates m_certificates;
};

} // namespace foyer::server
