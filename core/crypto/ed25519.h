// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/crypto/secret.h"

#include <array>
#include <cstdint>

namespace foyer {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;
inline constexpr std::size_t kSeedSize = 32;

/// An Ed25519 signing key (RFC 8032), expanded from its 32-byte seed.
class SigningKey {
public:
    /// The seed must have kSeedSize bytes.
    explicit SigningKey(const SecretBytes& seed);

    const PublicKey& publicKey() const { return m_public; }
    /// Deterministic: the same message always gets the same signature. Separating uses of one key
    /// by a prefix is the caller's part.
    Signature sign(ByteView message) const;

private:
    SecretBytes m_expanded;
    PublicKey m_public{};
};

/// Verifies strictly: refuses S ≥ L, small-order and non-canonical public keys and R of small
/// order, so that a signature has exactly one accepted form.
bool verify(const PublicKey& key, ByteView message, const Signature& signature);

} // namespace foyer
