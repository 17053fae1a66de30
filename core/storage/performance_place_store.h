// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/seating/seating_plan.h"
#include "core/storage/database.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace foyer {

/// What reports read of one performance; its cost is that of the performance. What needs the sums
/// of reports (see report_catch_up.h) says so. All functions throw StorageFailure.

/// A ticket that was ever sold for a performance.
struct PerformanceTicket {
    TicketId id;
    Uuid type;
    CategoryId category;
    std::optional<SeatNumber> seat;
    Instant soldAt;
    std::optional<Instant> voidedAt;

    bool standsAt(Instant at) const
    {
        return soldAt.ms <= at.ms && (!voidedAt || voidedAt->ms > at.ms);
    }
};
/// Needs the sums of reports, which know the orders of a performance.
std::vector<PerformanceTicket> readPerformanceTickets(Database& database, OrganizerId organizer,
                                                      PerformanceId performance);

/// Places that are kept back.
struct KeptBack {
    std::set<SeatNumber> seats;
    std::map<CategoryId, std::int64_t> places; ///< seats among them
};
KeptBack readKeptBack(Database& database, OrganizerId organizer, PerformanceId performance);
/// As it was at a moment, by what the journal says: reads all that was ever held.
KeptBack readKeptBackAt(Database& database, OrganizerId organizer, PerformanceId performance,
                        Instant at);

/// A scan that let somebody in or out, or did not.
struct DoorScan {
    TicketId ticket;
    Instant at;
    std::string gate;
    std::string outcome;
    std::optional<Instant> undoneAt; ///< the first time
};
/// Those of tickets that were sold for a performance, by ticket and time. Needs the sums of
/// reports.
std::vector<DoorScan> readDoorScans(Database& database, OrganizerId organizer,
                                    PerformanceId performance);

} // namespace foyer
