// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/held/held_back.h"

#include <optional>
#include <vector>

namespace foyer {

class Counter;

/// Puts somebody at the end of a performance's waiting list. Needs Permission::Reserve. Refuses
/// with customer_needed, bad_count, unknown_performance, unknown_category.
Result<WaitingId> joinWaitingList(Counter& counter, const WaitingRequest& request);

/// The list, first come first. Needs Permission::ReadOrders.
Result<std::vector<WaitingPerson>> waitingList(Counter& counter, PerformanceId performance);

/// The lists of all performances that have not begun longer than six hours ago.
Result<std::vector<WaitingPerson>> waitingLists(Counter& counter);

/// Who is next: the first whose wish can be met now, by what this counter may sell.
Result<std::optional<WaitingPerson>> nextWaiting(Counter& counter, PerformanceId performance);

/// Reserves for somebody on the list what they wait for, under their name, and takes them off it:
/// the best seats together, or places, of their category or else of the best one that has enough,
/// as the usual ticket type. Needs Permission::Reserve. Refuses with unknown_waiting,
/// not_enough_places (fact: how many are wanted), and as reserve does.
Result<std::vector<StoredHold>> offerPlaces(Counter& counter, WaitingId waiting,
                                            std::optional<Instant> expiresAt);

/// Takes somebody off the list. `served`: they got their places. Needs Permission::Reserve.
Result<void> endWaiting(Counter& counter, WaitingId waiting, bool served);

} // namespace foyer
