// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/crypto/secret.h"

#include <memory>

namespace foyer {

/// An ECDSA key over P-256 with SHA-256, what JOSE calls ES256 (RFC 7518 §3.4). Tokens are signed
/// with it because every JWT library knows it; everything else is signed with Ed25519.
class P256Key {
public:
    /// A fresh pair.
    static P256Key generate();
    /// Of privateDer() or publicDer(); bad input "bad_key" for anything else, other curves too.
    static Result<P256Key> fromPrivateDer(const SecretBytes& der);
    static Result<P256Key> fromPublicDer(ByteView der);
    ~P256Key();
    P256Key(P256Key&&) noexcept;
    P256Key& operator=(P256Key&&) noexcept;

    /// PKCS #8 without a passphrase. Only of a key that has its private half.
    SecretBytes privateDer() const;
    /// SubjectPublicKeyInfo.
    Bytes publicDer() const;

    /// 64 bytes: r and s, 32 each. Only of a key that has its private half.
    Bytes sign(ByteView message) const;
    /// Of exactly that form. Safe from several threads at once.
    bool verify(ByteView message, ByteView signature) const;

private:
    struct Private;
    explicit P256Key(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace foyer
