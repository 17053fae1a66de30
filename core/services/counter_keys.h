// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/crypto/secret.h"

#include <optional>

namespace foyer {

class KeyVault;

/// The secrets of a counter. They lie in the key vault under one name, never in the database.
struct CounterKeys {
    SecretBytes
        authority; ///< seed of the organizer's root key, while the counter is its own authority
    SecretBytes device; ///< seed of the key that signs journal heads
    SecretBytes ticket; ///< seed of the key that signs tickets
    SecretBytes data;   ///< wraps the keys of customers

    static CounterKeys generate(Random& random);
};

/// Nothing where the vault has none; storage "keys_damaged" where what it has cannot be read.
Result<std::optional<CounterKeys>> loadKeys(KeyVault& vault);
Result<void> storeKeys(KeyVault& vault, const CounterKeys& keys);

} // namespace foyer
