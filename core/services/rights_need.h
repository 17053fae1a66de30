// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/seating/seating_plan.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace foyer {

/// What a refused act would have needed beyond what this counter holds: fetched from the authority,
/// the same act goes through. The sale path knows no network; who has one asks for this.
struct RightsNeed {
    std::map<QuotaId, std::int64_t> quotas;                 ///< how many more of each
    std::map<PerformanceId, std::vector<SeatNumber>> seats; ///< that are not leased to this counter
    std::set<OrderId> orders; ///< that are to be changed here, and whose home is elsewhere

    bool isEmpty() const { return quotas.empty() && seats.empty() && orders.empty(); }
    friend bool operator==(const RightsNeed&, const RightsNeed&) = default;
};

/// Whether an act was refused for want of what Counter::rightsNeed says.
inline bool isWantOfRights(const Error& error)
{
    return error.code == "rights_short" || error.code == "order_elsewhere" ||
        error.code == "order_at_server";
}

/// What came of fetching what a refused act needs.
struct RightsFetched {
    bool areHere = false;
    /// What to say instead of the refusal, where the server knew better.
    std::optional<Error> instead = std::nullopt;

    static RightsFetched of(const RightsNeed& need, const Result<void>& fetched)
    {
        const bool saysMore = !fetched && !need.orders.empty() &&
            (fetched.error().code == "order_asked" || fetched.error().code == "holders_unheard");
        return {fetched.has_value(), saysMore ? std::optional{fetched.error()} : std::nullopt};
    }
};

} // namespace foyer
