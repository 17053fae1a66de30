// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/rights_authority.h"

#include "core/storage/catalogue_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>

namespace foyer {

Result<void> OwnAuthority::topUp(Journal::Act& act, const Quota& quota, std::int64_t rights)
{
    const std::int64_t granted = readGranted(m_database, m_identity.organizer, quota.id);
    const std::int64_t available = std::max<std::int64_t>(quota.capacity - granted, 0);
    if (available < rights) {
        Error error = refused("sold_out",
                              "There are not enough tickets left in \"" + quota.name +
                                  "\". Sell fewer, or choose another category or date.",
                              quota.name);
        error.facts = {quota.name, std::to_string(available)};
        return error;
    }
    act.append(kind::kAllotmentGranted, encode(Allotment{quota.id, m_identity.replica, rights}));
    return {};
}

Result<void> OwnAuthority::leaseAllSeats(Journal::Act& act, PerformanceId performance,
                                         std::vector<SeatRange> seats)
{
    std::vector<SeatRange> elsewhere;
    for (const StandingLease& lease :
         readStandingLeases(m_database, m_identity.organizer, performance)) {
        elsewhere.insert(elsewhere.end(), lease.seats.begin(), lease.seats.end());
    }
    const auto missing = without(std::move(seats), std::move(elsewhere));
    if (missing.empty()) {
        return {};
    }
    act.append(kind::kSeatsLeased, encode(SeatsLeased{performance, m_identity.replica, missing}));
    return {};
}

Result<void> DistantAuthority::topUp(Journal::Act&, const Quota& quota, std::int64_t)
{
    return rightsShort(quota.name);
}

Result<void> DistantAuthority::leaseAllSeats(Journal::Act&, PerformanceId, std::vector<SeatRange>)
{
    return {}; // the seats of a new performance are the authority's
}

Error rightsShort(const std::string& what)
{
    Error error = refused("rights_short",
                          "This counter holds no more of \"" + what +
                              "\" by itself. With the network it asks the server; without it, sell "
                              "what it still holds, or another date.",
                          what);
    error.facts = {what};
    return error;
}

} // namespace foyer
