// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/domain/catalogue/entity.h"

#include <cstdint>

namespace foyer {

/// `offline_stock.edited`: how much of an event each counter may keep, so that it can go on selling
/// without a network. The entity has the event's id, so that two people who set it for the first
/// time at once have set one thing.
struct OfflineStock {
    static constexpr std::int64_t kMost = 100'000;

    EventId event;
    std::int64_t rights = 20; ///< of each quota of each performance; 0: none
    std::int64_t seats = 10;  ///< of each performance with numbered seats; 0: none
    friend bool operator==(const OfflineStock&, const OfflineStock&) = default;
};

EntityEdited editOf(const OfflineStock& stock);
/// What was never set is as above.
OfflineStock offlineStockFrom(EventId event, const Entity& entity);

/// How much a counter that holds `held` fetches to have `wanted` again: nothing until a quarter is
/// gone, so that not every sale is followed by a wish.
std::int64_t stockToFetch(std::int64_t held, std::int64_t wanted);

} // namespace foyer
