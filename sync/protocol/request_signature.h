// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"

#include <cstdint>
#include <string>
#include <string_view>

/// HTTP requests signed by the device key: RFC 9421 with Ed25519, narrowed to one form. The label
/// is "s1"; covered are, in this order, "@method" "@authority" "@path" "@query", of a request with
/// a body then "content-type" "content-digest" "idempotency-key", and at the end "authorization";
/// the parameters are created, expires, nonce, keyid and tag="foyer-1", in this order. There is no
/// "alg": the key decides. Whatever is written otherwise is refused, even if RFC 9421 allows it.
namespace foyer::protocol {

/// What of a request is signed. Texts are as they are sent.
struct SignedRequest {
    std::string method;    ///< "POST"
    std::string authority; ///< host, and ":port" unless it is 443; lower case
    std::string path;      ///< "/v1/sync/push", as in the request line
    std::string query;     ///< without the "?"; empty where there is none
    std::string authorization;
    // Of a request with a body; all empty without.
    std::string contentType;
    std::string contentDigest;
    std::string idempotencyKey;

    bool hasBody() const { return !contentDigest.empty(); }
};

struct SignatureParameters {
    std::int64_t created = 0; ///< seconds since 1970
    std::int64_t expires = 0;
    std::string nonce; ///< base64url of 16 random bytes
    std::string keyId; ///< keyThumbprint() of the device key
    friend bool operator==(const SignatureParameters&, const SignatureParameters&) = default;
};

inline constexpr std::int64_t kSignatureLifeSeconds = 60;
inline constexpr std::int64_t kClockSkewSecondsMax = 120;

/// The JWK thumbprint (RFC 7638, RFC 8037) of an Ed25519 key, base64url: names a device key.
std::string keyThumbprint(const PublicKey& key);

/// "sha-256=:…:" (RFC 9530) of a body.
std::string contentDigest(ByteView body);

/// The bytes that are signed (RFC 9421 §2.5).
std::string signatureBase(const SignedRequest& request, const SignatureParameters& parameters);

/// The two headers that carry a signature.
struct SignatureHeaders {
    std::string input;     ///< Signature-Input
    std::string signature; ///< Signature
};
SignatureHeaders signRequest(const SignedRequest& request, const SigningKey& key, Instant now,
                             Random& random);

struct ReceivedSignature {
    SignatureParameters parameters;
    bool coversBody = false;
    Signature signature{};
};
/// Reads the two headers; bad input "bad_signature" for anything but the one form.
Result<ReceivedSignature> readSignature(std::string_view input, std::string_view signature);

/// Whether a signature is the key's, over this request. Looks at neither clock nor nonce.
bool isSignatureOf(const PublicKey& key, const SignedRequest& request,
                   const ReceivedSignature& received);

/// The signature over the raw base, for vectors and other covered lists.
std::string quotedParameters(std::string_view covered, const SignatureParameters& parameters);

} // namespace foyer::protocol
