// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/catalogue_store.h"

namespace foyer {
namespace {

Entity entityIn(const DbRow& row, int column)
{
    auto entity = Entity::decoded(row.bytes(column));
    if (!entity) {
        throw StorageFailure{entity.error()};
    }
    return *std::move(entity);
}

} // namespace

std::optional<Entity> readEntity(Database& database, OrganizerId organizer, std::string_view kind,
                                 const Uuid& id)
{
    std::optional<Entity> found;
    database.each("SELECT fields FROM catalogue_entity WHERE organizer = ? AND kind = ? AND id = ?",
                  {organizer, kind, id}, [&](const DbRow& row) { found = entityIn(row, 0); });
    return found;
}

void readEntities(Database& database, OrganizerId organizer, std::string_view kind,
                  const TakeEntity& take)
{
    database.each("SELECT id, fields FROM catalogue_entity WHERE organizer = ? AND kind = ? "
                  "ORDER BY id",
                  {organizer, kind},
                  [&](const DbRow& row) { take(row.uuid(0), entityIn(row, 1)); });
}

void readChildren(Database& database, OrganizerId organizer, std::string_view kind,
                  const Uuid& parent, const TakeEntity& take)
{
    database.each("SELECT id, fields FROM catalogue_entity WHERE organizer = ? AND kind = ? AND "
                  "parent = ? ORDER BY id",
                  {organizer, kind, parent},
                  [&](const DbRow& row) { take(row.uuid(0), entityIn(row, 1)); });
}

void readPerformancesFrom(Database& database, OrganizerId organizer, Instant from,
                          const TakeEntity& take)
{
    database.each("SELECT id, fields FROM catalogue_entity WHERE organizer = ? AND "
                  "kind = 'performance' AND sort_at >= ? ORDER BY sort_at, id",
                  {organizer, from.ms},
                  [&](const DbRow& row) { take(row.uuid(0), entityIn(row, 1)); });
}

bool isSeatSold(Database& database, OrganizerId organizer, PerformanceId performance,
                SeatNumber seat)
{
    return database
        .integer("SELECT 1 FROM ticket WHERE organizer = ? AND performance = ? AND seat = ? AND "
                 "voided_at IS NULL",
                 {organizer, performance, seat})
        .has_value();
}

std::vector<SeatNumber> readSoldSeats(Database& database, OrganizerId organizer,
                                      PerformanceId performance)
{
    std::vector<SeatNumber> seats;
    database.each("SELECT seat FROM ticket WHERE organizer = ? AND performance = ? AND "
                  "seat IS NOT NULL AND voided_at IS NULL",
                  {organizer, performance}, [&](const DbRow& row) {
                      seats.push_back(static_cast<SeatNumber>(row.integer(0)));
                  });
    return seats;
}

} // namespace foyer
