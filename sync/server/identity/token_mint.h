// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/device_store.h"
#include "sync/server/identity/server_keys.h"

#include <optional>
#include <string>

namespace foyer::server {

struct IssuedToken {
    std::string text;
    std::int64_t expiresInSeconds = 0;
};

/// Makes the tokens of this server. Safe from any thread; throws StorageFailure.
class TokenMint {
public:
    /// `issuer`: the name in tokens.
    TokenMint(ServerKeys& keys, std::string issuer, const Clock& clock, Random& random);

    /// For a device by itself.
    IssuedToken forDevice(const Device& device, const std::string& keyId);
    /// For somebody at a device; `version`: of what they may, see People::Person.
    IssuedToken forUser(const Device& device, const std::string& keyId, UserId user,
                        std::int64_t version);

private:
    IssuedToken make(const Device& device, const std::string& keyId, std::optional<UserId> user,
                     std::int64_t version);

    ServerKeys& m_keys;
    std::string m_issuer;
    const Clock& m_clock;
    Random& m_random;
};

} // namespace foyer::server
