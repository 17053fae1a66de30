// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/crypto/secret.h"

#include <string_view>

namespace foyer {

inline constexpr std::size_t kPassphraseSaltSize = 16;

/// A 32-byte key from a passphrase: Argon2id (RFC 9106), 64 MiB, 3 passes, one lane. Takes about
/// 0.2 s by design. The salt must have kPassphraseSaltSize bytes.
SecretBytes keyFromPassphrase(std::string_view passphrase, ByteView salt);

} // namespace foyer
