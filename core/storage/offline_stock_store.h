// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/rights/offline_stock.h"
#include "core/storage/database.h"

#include <set>

namespace foyer {

/// What a counter may keep for offline, and what it does not fetch for now. All functions throw
/// StorageFailure.

/// What was set for an event, or what stands where nothing was.
OfflineStock readOfflineStock(Database& database, OrganizerId organizer, EventId event);
/// The event of a performance; nil where it is not known.
EventId readEventOf(Database& database, OrganizerId organizer, PerformanceId performance);

/// Of what a counter does not fetch a stock by itself until its next shift begins.
struct StockRest {
    bool isDue = false; ///< everything is still to be given back
    bool ofAll = false;
    std::set<PerformanceId> performances;
    bool covers(PerformanceId performance) const
    {
        return ofAll || performances.contains(performance);
    }
};
StockRest readStockRest(Database& database, OrganizerId organizer);
/// Lets the stock of a performance rest, or (nil) that of all. `isDue`: it is still held, and given
/// back when the authority is heard of next.
void storeStockRest(Database& database, OrganizerId organizer, PerformanceId performance,
                    bool isDue);
void clearStockRest(Database& database, OrganizerId organizer);

} // namespace foyer
