// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "sync/server/payments/payment_provider.h"

#include <chrono>
#include <string>
#include <string_view>

namespace foyer::server {

/// What signed webhooks of all providers have in common.

/// How far the moment of a signature may be from now, to either side.
constexpr std::chrono::minutes kSignedWithin{5};
bool isFresh(Instant signedAt, Instant now);

WebhookVerdict forged(std::string why);
WebhookVerdict stale();

/// The one header of that name. Nothing where it is missing, or there are several: whoever reads
/// the first and whoever reads the last would see different webhooks.
std::optional<std::string> onlyHeader(const WebhookRequest& request, std::string_view name);

/// HMAC-SHA256 (RFC 2104).
Bytes hmacSha256(std::string_view key, std::string_view message);
/// Whether two texts are equal, in a time that does not tell where they differ.
bool isSame(std::string_view one, std::string_view other);

} // namespace foyer::server
