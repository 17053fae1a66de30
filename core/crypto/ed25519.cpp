// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/ed25519.h"

#include "core/base/ensure.h"
#include "core/crypto/sodium_ready.h"

#include <sodium.h>

namespace foyer {

SigningKey::SigningKey(const SecretBytes& seed)
{
    readySodium();
    ENSURE(seed.size() == kSeedSize);
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> expanded{};
    ENSURE(crypto_sign_seed_keypair(m_public.data(), expanded.data(), seed.view().data()) == 0);
    m_expanded = SecretBytes{expanded};
    sodium_memzero(expanded.data(), expanded.size());
}

Signature SigningKey::sign(ByteView message) const
{
    readySodium();
    Signature signature{};
    ENSURE(crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(),
                                m_expanded.view().data()) == 0);
    return signature;
}

bool verify(const PublicKey& key, ByteView message, const Signature& signature)
{
    readySodium();
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(),
                                       key.data()) == 0;
}

} // namespace foyer
