// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/crypto/ed25519.h"

#include <optional>
#include <string>
#include <string_view>

/// How a device becomes known to a server, and how it gets its tokens.
namespace foyer::protocol {

/// A one-time code: four characters that say which one it is, and sixteen that nobody can guess
/// (80 bits), in Crockford's base 32. Shown as "7K3M-XXXX-XXXX-XXXX-XXXX".
struct EnrolmentCode {
    std::string selector;
    std::string secret;

    static EnrolmentCode generate(Random& random);
    /// As typed: any case, spaces and dashes anywhere, O for 0, I and L for 1. Nothing for any
    /// other text.
    static std::optional<EnrolmentCode> fromTyped(std::string_view typed);
    std::string shown() const;
    std::string text() const { return selector + secret; }
};

/// What the QR of an enrolment says: {"v":1,"url":…,"code":…,"spki":…}. `spki` is the pin of the
/// server's TLS key: a server with another key is told nothing.
struct EnrolmentInvitation {
    std::string url; ///< "https://host:port"
    std::string code;
    std::string spki;
};
std::string toText(const EnrolmentInvitation& invitation);
/// Bad input "bad_invitation"; "invitation_newer" where v is above 1.
Result<EnrolmentInvitation> readInvitation(std::string_view text);

/// POST /v1/devices/enrol.
struct EnrolmentRequest {
    std::string code;  ///< EnrolmentCode::text()
    ReplicaId replica; ///< of the counter; its own, whether it sold before or not
    PublicKey deviceKey{};
    std::string hardware;   ///< for the list of devices: "Linux x86-64"
    std::string app;        ///< "foyer 0.1.0"
    std::string protection; ///< of the key: "keychain", "passphrase", "tpm"
    Signature signature{};  ///< by the device key, over enrolmentMessage()
    OrganizerId organizer;  ///< of a counter that sold by itself before; nil of a new one
    PublicKey ticketKey{};  ///< that it signs tickets with
};
/// Proves that the sender has the key, holds this very code and means this very server.
Bytes enrolmentMessage(const EnrolmentRequest& request, std::string_view spki);
std::string toText(const EnrolmentRequest& request);
/// Bad input "bad_enrolment".
Result<EnrolmentRequest> readEnrolmentRequest(std::string_view text);

/// What an enrolled device is told.
struct Enrolled {
    OrganizerId organizer;
    ReplicaId device;
    std::string name;
    std::int64_t epoch = 1;
    Bytes authorityKey;  ///< Ed25519: certifies ticket keys, signs operator cards and schedules
    std::string series;  ///< of its order codes; empty of a counter that has one already
    ReplicaId authority; ///< who gives out rights
};
std::string toText(const Enrolled& enrolled);
Result<Enrolled> readEnrolled(std::string_view text);

/// POST /v1/devices/token: a challenge of POST /v1/devices/challenge, signed.
struct TokenRequest {
    OrganizerId organizer;
    ReplicaId device;
    std::string challenge;
    std::string keyId;     ///< keyThumbprint() of the key that signs
    Signature signature{}; ///< over tokenMessage()
};
Bytes tokenMessage(const TokenRequest& request);
std::string toText(const TokenRequest& request);
/// Bad input "bad_token_request".
Result<TokenRequest> readTokenRequest(std::string_view text);

/// POST /v1/devices/self/key: a new key, signed by itself over rotationMessage(); the request is
/// signed by the old one.
struct KeyRotation {
    ReplicaId device;
    PublicKey newKey{};
    Signature signature{};
};
Bytes rotationMessage(const KeyRotation& rotation);
std::string toText(const KeyRotation& rotation);
/// Bad input "bad_rotation".
Result<KeyRotation> readKeyRotation(std::string_view text);

} // namespace foyer::protocol
