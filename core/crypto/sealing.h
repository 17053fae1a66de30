// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/secret.h"

namespace foyer {

inline constexpr std::size_t kSealingKeySize = 32;

/// Seals a text with XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha): a random 24-byte nonce, then the
/// ciphertext with its 16-byte tag. `bound` is authenticated but not contained: opening with
/// anything else fails, so a sealed text cannot be moved to another place.
Bytes seal(const SecretBytes& key, ByteView text, ByteView bound, Random& random);

/// Opens what seal() made. Storage error "cannot_open_seal" where the key or `bound` is another
/// one, or a byte was changed.
Result<SecretBytes> open(const SecretBytes& key, ByteView sealed, ByteView bound);

} // namespace foyer
