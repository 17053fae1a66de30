// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/performance_store.h"

namespace foyer {

void readRightsFrom(Database& database, OrganizerId organizer, ReplicaId replica, Instant from,
                    const std::function<void(QuotaId quota, std::int64_t left)>& take)
{
    database.each(
        "SELECT quota.id, allotment.granted + allotment.regained - allotment.returned - "
        "allotment.spent FROM catalogue_entity AS performance "
        "JOIN catalogue_entity AS quota ON quota.organizer = performance.organizer AND "
        "quota.kind = 'quota' AND quota.parent = performance.id "
        "JOIN allotment ON allotment.organizer = quota.organizer AND allotment.quota = quota.id "
        "AND allotment.replica = ? "
        "WHERE performance.organizer = ? AND performance.kind = 'performance' AND "
        "performance.sort_at >= ?",
        {replica, organizer, from.ms},
        [&](const DbRow& row) { take(row.id<QuotaId>(0), row.integer(1)); });
}

void readHandedOutFrom(Database& database, OrganizerId organizer, Instant from,
                       const std::function<void(QuotaId quota, const HandedOut& rights)>& take)
{
    database.each(
        "SELECT quota.id, sum(allotment.granted - allotment.returned), "
        "sum(allotment.spent - allotment.regained) "
        "FROM catalogue_entity AS performance "
        "JOIN catalogue_entity AS quota ON quota.organizer = performance.organizer AND "
        "quota.kind = 'quota' AND quota.parent = performance.id "
        "JOIN allotment ON allotment.organizer = quota.organizer AND allotment.quota = quota.id "
        "WHERE performance.organizer = ? AND performance.kind = 'performance' AND "
        "performance.sort_at >= ? GROUP BY quota.id",
        {organizer, from.ms}, [&](const DbRow& row) {
            take(row.id<QuotaId>(0), {row.integer(1), row.integer(2)});
        });
}

void readQuotasFrom(Database& database, OrganizerId organizer, Instant from, const TakeEntity& take)
{
    database.each("SELECT quota.id, quota.fields FROM catalogue_entity AS performance "
                  "JOIN catalogue_entity AS quota ON quota.organizer = performance.organizer AND "
                  "quota.kind = 'quota' AND quota.parent = performance.id "
                  "WHERE performance.organizer = ? AND performance.kind = 'performance' AND "
                  "performance.sort_at >= ?",
                  {organizer, from.ms}, [&](const DbRow& row) {
                      auto entity = Entity::decoded(row.bytes(1));
                      if (!entity) {
                          throw StorageFailure{entity.error()};
                      }
                      take(row.uuid(0), *entity);
                  });
}

} // namespace foyer
