// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/identity/token_mint.h"

#include "core/base/base64.h"
#include "sync/server/identity/token.h"

#include <array>
#include <utility>

namespace foyer::server {

TokenMint::TokenMint(ServerKeys& keys, std::string issuer, const Clock& clock, Random& random)
    : m_keys{keys}, m_issuer{std::move(issuer)}, m_clock{clock}, m_random{random}
{}

IssuedToken TokenMint::forDevice(const Device& device, const std::string& keyId)
{
    return make(device, keyId, std::nullopt, 0);
}

IssuedToken TokenMint::forUser(const Device& device, const std::string& keyId, UserId user,
                               std::int64_t version)
{
    return make(device, keyId, user, version);
}

IssuedToken TokenMint::make(const Device& device, const std::string& keyId,
                            std::optional<UserId> user, std::int64_t version)
{
    std::array<std::uint8_t, 16> id{};
    m_random.fill(id);
    const std::int64_t life = user ? kUserTokenSeconds : kDeviceTokenSeconds;
    const std::int64_t now = m_clock.now().ms / 1000;
    const TokenClaims claims{.organizer = device.organizer,
                             .device = device.id,
                             .user = user,
                             .epoch = device.epoch,
                             .permissionVersion = version,
                             .keyId = keyId,
                             .id = toBase64Url(id),
                             .issuedAt = now,
                             .expiresAt = now + life};
    const auto signing = m_keys.signing();
    return {makeToken(claims, m_issuer, signing.kid, *signing.key), life};
}

} // namespace foyer::server
