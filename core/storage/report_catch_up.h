// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <cstdint>
#include <functional>
#include <string>

namespace foyer {

/// Brings the sums that reports read up to what the tables say. All functions throw StorageFailure.

/// By whose days is counted: an instant's day since 1970.
struct ReportDays {
    std::string zone;
    std::function<std::int64_t(Instant)> dayOf;
};

struct ReportCatchUp {
    bool isReady = false;    ///< nothing is left to do
    std::int64_t orders = 0; ///< were worked through now
    double done = 0;         ///< of the first walk through all orders, 0 … 1
};

/// Does a part of what there is to do, about `orders` of them, in a transaction of its own. What
/// arrived since the last time is found by the chains' marks: its cost grows with what is new. The
/// first time, and where the days or the snapshot below have changed, all orders are walked
/// through.
ReportCatchUp catchUpReportTables(Database& database, OrganizerId organizer, const ReportDays& days,
                                  std::int64_t orders);

/// Whether the tables began with a snapshot of the house: what was before is in no entry here.
bool hasBegunWithSnapshot(Database& database, OrganizerId organizer);

/// Forgets all of it; the next time it is made anew. Within a transaction.
void dropReportTables(Database& database, OrganizerId organizer);

} // namespace foyer
