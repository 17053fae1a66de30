// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/uuid.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace foyer {

/// The key that a customer's data is sealed with, on its way. To the server it goes as it is, over
/// a line that only that server can read; to a counter, with others, in a box that only that
/// counter can open.
struct CarriedKey {
    CustomerId customer;
    Bytes key;
};

/// Of these at most in one message.
inline constexpr std::size_t kCarriedKeysMax = 1'000;

/// What a server gives out: keys after a number that the counter names.
struct CustomerKeyPage {
    std::int64_t life = 1; ///< of the server: numbers of another life mean nothing
    std::int64_t upTo = 0;
    bool isLast = true;
    Bytes box; ///< of the encoded keys; empty where there are none
};

/// Secret, as the keys are.
Bytes encode(const std::vector<CarriedKey>& keys);
/// Errors: bad_cbor, bad_entry.
Result<std::vector<CarriedKey>> decodeCarriedKeys(ByteView bytes);
Bytes encode(const CustomerKeyPage& page);
Result<CustomerKeyPage> decodeCustomerKeyPage(ByteView bytes);

} // namespace foyer
