// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/payment_provider.h"
#include "sync/server/payments/providers/provider_line.h"

#include <functional>
#include <string>
#include <vector>

namespace foyer::server {

/// Mollie, API v2. A payment is for its page, or for one of its terminals, which asks for the money
/// as soon as the payment is made. Money that a terminal took is taken: there is nothing to
/// capture.
class MollieProvider final : public PaymentProvider {
public:
    explicit MollieProvider(ProviderParts parts);

    Capabilities capabilities() const override;
    bool takes(Money amount) const override;
    ProviderCall startCall(const PaymentAsk& ask, std::string key) const override;
    Outcome<Snapshot> start(const ProviderCall& call) override;
    /// Nothing to send: the terminal asks already, and stops where the payment is canceled.
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
    /// Mollie does not sign: a webhook names a payment, and is worth no more than that. Each is an
    /// event of its own, for the same name comes again with each change.
    WebhookVerdict verify(const WebhookRequest& request, Instant now) override;
    Outcome<SettlementPage> settlements(TimeRange range, const std::string& cursor) override;
    Outcome<std::vector<std::string>> changedSince(Instant from) override;

private:
    Outcome<JsonValue> get(const std::string& path);
    /// Goes through a list from the newest on, until it ends, comes to what is older than `from`,
    /// or `see` says that is enough. Without a value: it did not come to an end.
    Outcome<std::monostate> walk(const std::string& list, const char* name, Instant from,
                                 const std::function<bool(const JsonValue&)>& see);

    ProviderSettings m_settings;
    ProviderLine m_line;
};

} // namespace foyer::server
