// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/offline_stock_store.h"

#include "core/storage/catalogue_store.h"

namespace foyer {

OfflineStock readOfflineStock(Database& database, OrganizerId organizer, EventId event)
{
    const auto entity = readEntity(database, organizer, "offline_stock", event.uuid);
    return entity ? offlineStockFrom(event, *entity) : OfflineStock{event};
}

EventId readEventOf(Database& database, OrganizerId organizer, PerformanceId performance)
{
    const auto entity = readEntity(database, organizer, "performance", performance.uuid);
    return entity ? EventId{entity->uuid("event")} : EventId{};
}

StockRest readStockRest(Database& database, OrganizerId organizer)
{
    StockRest rest;
    database.each("SELECT performance, is_due FROM stock_rest WHERE organizer = ?", {organizer},
                  [&](const DbRow& row) {
                      const auto performance = row.id<PerformanceId>(0);
                      if (performance.isNil()) {
                          rest.ofAll = true;
                          rest.isDue = row.integer(1) != 0;
                      } else {
                          rest.performances.insert(performance);
                      }
                  });
    return rest;
}

void storeStockRest(Database& database, OrganizerId organizer, PerformanceId performance,
                    bool isDue)
{
    database.run("INSERT INTO stock_rest (organizer, performance, is_due) VALUES (?, ?, ?) "
                 "ON CONFLICT (organizer, performance) DO UPDATE SET is_due = excluded.is_due",
                 {organizer, performance, std::int64_t{isDue ? 1 : 0}});
}

void clearStockRest(Database& database, OrganizerId organizer)
{
    database.run("DELETE FROM stock_rest WHERE organizer = ?", {organizer});
}

} // namespace foyer
