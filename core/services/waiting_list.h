// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/customers/customer.h"
#include "core/storage/held_store.h"

#include <optional>
#include <vector>

namespace foyer {

class Counter;

struct WaitingRequest {
    PerformanceId performance;
    CustomerDetails customer; ///< a name, and how to reach them
    std::int64_t count = 1;
    CategoryId category; ///< nil: any
};

/// Puts somebody at the end of a performance's waiting list. Needs Permission::Reserve. Refuses
/// with customer_needed, bad_count, unknown_performance, unknown_category.
Result<WaitingId> joinWaitingList(Counter& counter, const WaitingRequest& request);

/// Somebody on a waiting list, and whether their places have come free.
struct WaitingPerson {
    StoredWaiting waiting;
    std::string name;  ///< empty where the operator may not read customers, or it was erased
    std::string reach; ///< telephone, else email
    bool placesFree = false;
};

/// The list, first come first. Needs Permission::ReadOrders.
Result<std::vector<WaitingPerson>> waitingList(Counter& counter, PerformanceId performance);

/// Who is next: the first whose wish can be met now, by what this counter may sell.
Result<std::optional<WaitingPerson>> nextWaiting(Counter& counter, PerformanceId performance);

/// Takes somebody off the list. `served`: they got their places. Needs Permission::Reserve.
Result<void> endWaiting(Counter& counter, WaitingId waiting, bool served);

} // namespace foyer
