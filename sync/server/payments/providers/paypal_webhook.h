// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/payment_provider.h"
#include "sync/server/payments/providers/provider_http.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace foyer::server {

/// The headers by which PayPal signs a webhook.
struct PaypalSignature {
    std::string transmissionId;
    std::string time;      ///< as it was signed, RFC 3339
    std::string signature; ///< base64
    std::string certificateUrl;
    std::string algorithm;
};

/// Nothing where one is missing or stands there twice.
std::optional<PaypalSignature> paypalSignatureOf(const WebhookRequest& request);

/// "id|time|webhook|crc32 of the body": what PayPal signs.
std::string paypalSigned(const PaypalSignature& signature, const std::string& webhookId,
                         ByteView body);

/// Fetches PayPal's certificates from where PayPal keeps them and nowhere else, and checks
/// signatures by them. Safe from any thread.
class PaypalCertificates {
public:
    enum class Finding : std::uint8_t { Signed, NotSigned, CannotTell };

    /// `home`: the one server that certificates are fetched from.
    PaypalCertificates(HttpOrigin home, std::shared_ptr<const TlsTrust> trust,
                       ProviderPatience patience);

    /// Whether the address is one of PayPal's own.
    bool isHome(const std::string& certificateUrl) const;
    /// CannotTell: no certificate could be fetched, or nobody here vouches for it.
    Finding check(const PaypalSignature& signature, const std::string& signedText, Instant now);

private:
    std::optional<std::string> certificateAt(const std::string& url);

    std::shared_ptr<const TlsTrust> m_trust;
    ProviderHttp m_http;
    std::mutex m_mutex;
    std::map<std::string, std::string> m_kept; // PEM by URL; under the mutex
};

} // namespace foyer::server
