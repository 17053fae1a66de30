// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/crypto/p256.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace foyer::server {

/// What a device token says (RFC 9068's at+jwt, narrowed): who may call, until when, and with
/// which key they have to sign. No personal data.
struct TokenClaims {
    OrganizerId organizer;      ///< org
    ReplicaId device;           ///< dev; sub, too, where nobody is signed in
    std::optional<UserId> user; ///< sub
    std::int64_t epoch = 1;
    std::int64_t permissionVersion = 0; ///< pv: of the user's role when the token was made
    std::string keyId;                  ///< cnf.jkt: thumbprint of the device key
    std::string id;                     ///< jti, 128 bits
    std::int64_t issuedAt = 0;          ///< iat and nbf, seconds
    std::int64_t expiresAt = 0;         ///< exp
};

inline constexpr std::int64_t kDeviceTokenSeconds = 15 * 60;
inline constexpr std::int64_t kUserTokenSeconds = 10 * 60;
inline constexpr std::int64_t kTokenLeewaySeconds = 60;
inline constexpr std::string_view kTokenAudience = "foyer-api";

/// A JWS in compact form, ES256.
std::string makeToken(const TokenClaims& claims, const std::string& issuer, const std::string& kid,
                      const P256Key& key);

/// The key of a kid that may verify now; null where there is none.
using TokenKeyOf = std::function<std::shared_ptr<const P256Key>(const std::string& kid)>;

/// Reads a token and checks all of it: form (canonical base64url, no member twice), header (exactly
/// alg ES256, typ at+jwt, a kid of ours and nothing else: what is written in a token never chooses
/// how it is verified), signature, iss, aud, nbf, exp with kTokenLeewaySeconds. Refuses with
/// bad_token or token_expired; the error never has anything of the token in it.
Result<TokenClaims> readToken(std::string_view token, const std::string& issuer,
                              const TokenKeyOf& keyOf, Instant now);

} // namespace foyer::server
