// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/request_signature.h"
#include "sync/server/http/request_gate.h"
#include "sync/server/identity/device_registry.h"
#include "sync/server/identity/nonce_cache.h"
#include "sync/server/identity/server_keys.h"
#include "sync/server/identity/token.h"

#include <mutex>
#include <string>
#include <unordered_map>

namespace foyer::server {

/// Proves a caller by two things that only work together: a token of this server, and a signature
/// over the request by the device key that the token names. Safe from any thread.
///
/// Refuses with 401 and: token_missing, bad_token, token_expired, token_stale (the role has
/// changed), device_unknown, device_revoked, user_disabled, bad_signature, digest_mismatch,
/// clock_skew (the answer's Date says what time it is), replay. 503 busy where too many nonces are
/// remembered.
class CallerProof final : public CallerCheck {
public:
    CallerProof(ServerKeys& keys, DeviceRegistry& registry, std::string issuer);

    std::variant<Caller, Reply> check(const Arrival& arrival, ByteView body) override;

private:
    struct Verified {
        TokenClaims claims;
        std::string kid;
    };
    Result<TokenClaims> claimsOf(std::string_view token, Instant now);
    std::optional<Reply> refusalBySignature(const Arrival& arrival, ByteView body,
                                            const TokenClaims& claims, const PublicKey& key);
    std::variant<Caller, Reply> callerOf(const TokenClaims& claims,
                                         const DeviceRegistry::Known& known);

    ServerKeys& m_keys;
    DeviceRegistry& m_registry;
    std::string m_issuer;
    NonceCache m_nonces;
    std::mutex m_mutex;
    std::unordered_map<std::string, Verified> m_verified; ///< by the token's text
};

/// The request as its signature covers it.
protocol::SignedRequest signedRequestOf(const RequestHead& head, bool hasBody);

} // namespace foyer::server
