// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/sealing.h"

#include "core/base/ensure.h"
#include "core/crypto/sodium_ready.h"

#include <sodium.h>

#include <utility>

namespace foyer {
namespace {

constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;

} // namespace

Bytes seal(const SecretBytes& key, ByteView text, ByteView bound, Random& random)
{
    readySodium();
    ENSURE(key.size() == kSealingKeySize);
    Bytes sealed(kNonceSize + text.size() + kTagSize);
    random.fill(std::span{sealed}.first(kNonceSize));
    ENSURE(crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + kNonceSize, nullptr,
                                                      text.data(), text.size(), bound.data(),
                                                      bound.size(), nullptr, sealed.data(),
                                                      key.view().data()) == 0);
    return sealed;
}

Result<SecretBytes> open(const SecretBytes& key, ByteView sealed, ByteView bound)
{
    readySodium();
    const Error cannot = storageError("cannot_open_seal",
                                      "This sealed data cannot be opened: it was changed, or it "
                                      "belongs to another counter's key.");
    if (key.size() != kSealingKeySize || sealed.size() < kNonceSize + kTagSize) {
        return cannot;
    }
    const ByteView ciphertext = sealed.subspan(kNonceSize);
    Bytes text(ciphertext.size() - kTagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(text.data(), nullptr, nullptr, ciphertext.data(),
                                                   ciphertext.size(), bound.data(), bound.size(),
                                                   sealed.data(), key.view().data()) != 0) {
        return cannot;
    }
    return SecretBytes{std::move(text)};
}

} // namespace foyer
