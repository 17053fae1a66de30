// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/payment_provider.h"

#include <array>

namespace foyer::server {

const char* progressName(Progress progress)
{
    constexpr std::array<const char*, 8> kNames{"created",    "awaiting_customer",
                                                "processing", "authorized",
                                                "succeeded",  "failed",
                                                "canceled",   "expired"};
    return kNames.at(static_cast<std::size_t>(progress));
}

} // namespace foyer::server
