// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/secret.h"

#include <optional>

namespace foyer {

/// Seals a text to whoever has the secret half of an Ed25519 key (converted to X25519): libsodium's
/// sealed box, an ephemeral key and crypto_box with a nonce made of both public keys
/// (https://doc.libsodium.org/public-key_cryptography/sealed_boxes). Who sealed it is not said:
/// that has to be known otherwise. Nothing where the key is no point of the curve.
std::optional<Bytes> sealTo(const PublicKey& key, ByteView text, Random& random);

/// Opens what was sealed to the key of this seed. Storage error "cannot_open_seal".
Result<SecretBytes> openSealedTo(const SecretBytes& seed, ByteView box);

} // namespace foyer
