// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/signed_event.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace foyer::server {

bool isFresh(Instant signedAt, Instant now)
{
    const auto within = std::chrono::milliseconds{kSignedWithin}.count();
    return signedAt.ms >= now.ms - within && signedAt.ms <= now.ms + within;
}

WebhookVerdict forged(std::string why)
{
    WebhookVerdict verdict;
    verdict.kind = WebhookVerdict::Kind::Forged;
    verdict.why = std::move(why);
    return verdict;
}

WebhookVerdict stale()
{
    WebhookVerdict verdict;
    verdict.kind = WebhookVerdict::Kind::Stale;
    verdict.why = "It was signed more than five minutes ago, or is from the future. If all of them "
                  "are, look at this computer's clock.";
    return verdict;
}

std::optional<std::string> onlyHeader(const WebhookRequest& request, std::string_view name)
{
    std::optional<std::string> found;
    for (const auto& [known, value] : request.headers) {
        if (known == name) {
            if (found) {
                return std::nullopt;
            }
            found = value;
        }
    }
    return found;
}

Bytes hmacSha256(std::string_view key, std::string_view message)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> made{};
    unsigned int length = 0;
    const ByteView bytes = bytesOf(message);
    ENSURE(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes.data(), bytes.size(),
                made.data(), &length) != nullptr);
    return {made.begin(), made.begin() + length};
}

bool isSame(std::string_view one, std::string_view other)
{
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

} // namespace foyer::server
