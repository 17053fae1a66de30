// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/domain/seating/seating_plan.h"

#include <cstdint>
#include <map>
#include <vector>

namespace foyer {

/// What a refused act would have needed beyond what this counter holds: fetched from the authority,
/// the same act goes through. The sale path knows no network; who has one asks for this.
struct RightsNeed {
    std::map<QuotaId, std::int64_t> quotas;                 ///< how many more of each
    std::map<PerformanceId, std::vector<SeatNumber>> seats; ///< that are not leased to this counter

    bool isEmpty() const { return quotas.empty() && seats.empty(); }
    friend bool operator==(const RightsNeed&, const RightsNeed&) = default;
};

} // namespace foyer
