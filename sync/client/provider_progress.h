// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/sales/provider_payment_state.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace foyer::sync {

class DeviceSession;

/// How a payment goes on at its provider, as the server sees it. For people to look at: what became
/// of the money is said by entries alone.
struct ProviderProgress {
    /// "unknown" (the server has not heard of the payment), "created", "awaiting_customer",
    /// "processing", "authorized", "succeeded", "failed", "canceled", "expired",
    /// "provider_unreachable", and "held" (somebody has to look at it at the server).
    std::string state;
    std::string pageUrl; ///< where the customer pays, short, for a QR code; empty: nowhere (yet)
    std::string reason;  ///< of the last try that was declined: "card_declined"; empty: none
    std::string mark;    ///< names all this, for whoever waits for something else; may be empty
    friend bool operator==(const ProviderProgress&, const ProviderProgress&) = default;
};

/// GET /v1/payments/{payment}: {"state":…,"page_url":…,"reason":…,"mark":…}, the middle two only
/// where there are some. With the mark of an earlier answer and `wait` the server answers once
/// that is no longer so, or after that time. An unknown payment is an answer, no error. Errors:
/// those of DeviceSession::send.
Result<ProviderProgress> providerProgress(DeviceSession& session, PaymentId payment,
                                          std::chrono::seconds wait = std::chrono::seconds{0},
                                          const std::string& seen = {});
/// Bad input bad_json.
Result<ProviderProgress> readProviderProgress(std::string_view text);

/// GET /v1/payments/methods: [{"provider":"stripe","ways":["link","reader"],"readers":[{"id":…,
/// "name":…}]}]. A server of before payments has none. Errors: those of DeviceSession::send.
Result<std::vector<PaymentOffer>> paymentOffersAt(DeviceSession& session);
/// What is not understood is left out. Bad input bad_json where it is no list.
Result<std::vector<PaymentOffer>> readPaymentMethods(std::string_view text);

} // namespace foyer::sync
