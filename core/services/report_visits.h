// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/performance_place_store.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace foyer {

/// What the doors saw of one ticket up to a moment.
struct TicketVisit {
    const DoorScan* first = nullptr; ///< that let somebody in; null: none did
    std::int64_t admissions = 0;
    std::int64_t refused = 0;
    bool isInside = false;
};

/// By ticket, without what was undone by then. The scans, ordered as readDoorScans() gives them,
/// outlive it.
std::unordered_map<TicketId, TicketVisit> visitsUpTo(const std::vector<DoorScan>& scans,
                                                     Instant at);

} // namespace foyer
