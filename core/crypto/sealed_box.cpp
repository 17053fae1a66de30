// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/crypto/sealed_box.h"

#include "core/base/ensure.h"
#include "core/crypto/sodium_ready.h"

#include <sodium.h>

#include <array>
#include <utility>

namespace foyer {
namespace {

using Key = std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES>;

Error cannotOpen()
{
    return storageError("cannot_open_seal",
                        "This sealed data cannot be opened: it was changed, or it is for another "
                        "counter.");
}

} // namespace

std::optional<Bytes> sealTo(const PublicKey& key, ByteView text, Random& random)
{
    readySodium();
    Key receiver{};
    if (crypto_sign_ed25519_pk_to_curve25519(receiver.data(), key.data()) != 0) {
        return std::nullopt;
    }
    // As crypto_box_seal does it, with our source of randomness.
    const SecretBytes seed = SecretBytes::random(crypto_box_SEEDBYTES, random);
    Key ephemeral{};
    Bytes secret(crypto_box_SECRETKEYBYTES);
    ENSURE(crypto_box_seed_keypair(ephemeral.data(), secret.data(), seed.view().data()) == 0);
    const SecretBytes ephemeralSecret{std::move(secret)};
    std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce{};
    crypto_generichash_state state;
    ENSURE(crypto_generichash_init(&state, nullptr, 0, nonce.size()) == 0);
    crypto_generichash_update(&state, ephemeral.data(), ephemeral.size());
    crypto_generichash_update(&state, receiver.data(), receiver.size());
    crypto_generichash_final(&state, nonce.data(), nonce.size());
    Bytes box(ephemeral.begin(), ephemeral.end());
    box.resize(crypto_box_SEALBYTES + text.size());
    return crypto_box_easy(box.data() + ephemeral.size(), text.data(), text.size(), nonce.data(),
                           receiver.data(), ephemeralSecret.view().data()) == 0
        ? std::optional{std::move(box)}
        : std::nullopt;
}

Result<SecretBytes> openSealedTo(const SecretBytes& seed, ByteView box)
{
    readySodium();
    if (box.size() < crypto_box_SEALBYTES || seed.size() != crypto_sign_SEEDBYTES) {
        return cannotOpen();
    }
    PublicKey signing{};
    Bytes signingSecret(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(signing.data(), signingSecret.data(), seed.view().data());
    const SecretBytes keptSigning{std::move(signingSecret)};
    Key receiver{};
    Bytes secret(crypto_box_SECRETKEYBYTES);
    const bool isKey = crypto_sign_ed25519_pk_to_curve25519(receiver.data(), signing.data()) == 0 &&
        crypto_sign_ed25519_sk_to_curve25519(secret.data(), keptSigning.view().data()) == 0;
    const SecretBytes keptSecret{std::move(secret)};
    Bytes text(box.size() - crypto_box_SEALBYTES);
    const bool isOpen = isKey &&
        crypto_box_seal_open(text.data(), box.data(), box.size(), receiver.data(),
                             keptSecret.view().data()) == 0;
    return isOpen ? Result<SecretBytes>{SecretBytes{std::move(text)}} : cannotOpen();
}

} // namespace foyer
