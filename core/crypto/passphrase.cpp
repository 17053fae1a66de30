// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/passphrase.h"

#include "core/base/ensure.h"
#include "core/crypto/sodium_ready.h"

#include <sodium.h>

#include <array>

namespace foyer {

SecretBytes keyFromPassphrase(std::string_view passphrase, ByteView salt)
{
    constexpr unsigned long long kPasses = 3;
    constexpr std::size_t kMemoryBytes = std::size_t{64} * 1024 * 1024;
    static_assert(kPassphraseSaltSize == crypto_pwhash_SALTBYTES);
    readySodium();
    ENSURE(salt.size() == kPassphraseSaltSize);
    std::array<std::uint8_t, 32> key{};
    ENSURE(crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(),
                         kPasses, kMemoryBytes, crypto_pwhash_ALG_ARGON2ID13) == 0);
    SecretBytes secret{key};
    sodium_memzero(key.data(), key.size());
    return secret;
}

} // namespace foyer
