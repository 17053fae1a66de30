// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/server/payments/payment_provider.h"

#include <string>

namespace foyer::server {

/// Stripe's signature (header Stripe-Signature: t=…,v1=…), over the bytes as they came: HMAC-SHA256
/// of "t.body" under the whole secret. Any v1 will do, as while a secret is being changed; v0 and
/// others are not looked at. `isTest` is what the event has to be.
WebhookVerdict verifyStripe(const WebhookRequest& request, const std::string& secret, bool isTest,
                            Instant now);

} // namespace foyer::server
