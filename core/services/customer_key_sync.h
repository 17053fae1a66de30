// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/ed25519.h"
#include "core/domain/customers/customer_keys.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace foyer {

class Counter;

/// How the keys of customers come from the counter that took them down to the others: by way of the
/// server, which keeps them sealed and gives each counter its own box. A counter's side; belongs to
/// the counter's thread. What was erased is neither given nor taken.
class CustomerKeySync {
public:
    explicit CustomerKeySync(Counter& counter) : m_counter{counter} {}

    /// Keys that the server does not have yet, as it shall have them; at most kCarriedKeysMax.
    /// Secret: to be sent to the server and nowhere else. Before the entries of these customers, so
    /// that whoever hears of them finds the key.
    Result<std::vector<CarriedKey>> toGive();
    /// The server has them.
    Result<void> given(const std::vector<CarriedKey>& keys);

    /// After which number this counter wants to hear.
    Result<std::int64_t> heardUpTo();
    /// Opens the box of a page, keeps the keys, and makes their customers findable. Of a server
    /// that has begun a new life it takes nothing, gives it all keys again and hears from the
    /// beginning. Whether to ask for more now. Storage error customer_keys_unreadable of a box that
    /// is damaged or not for this counter: it is asked for again.
    Result<bool> heard(const CustomerKeyPage& page);

private:
    Counter& m_counter;
};

/// Keys in a box for one counter. Nothing where the counter's key is no key.
std::optional<Bytes> boxFor(const PublicKey& device, const std::vector<CarriedKey>& keys,
                            Random& random);

} // namespace foyer
