// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/held_store.h"

#include "core/domain/journal/entry.h"
#include "core/storage/right_counts.h"

namespace foyer {
namespace {

void readPlaces(Database& database, OrganizerId organizer, StoredHold& hold)
{
    database.each("SELECT seat, category, type, quotas, placed - released FROM hold_place "
                  "WHERE organizer = ? AND hold = ? AND placed > released "
                  "ORDER BY seat, category, type",
                  {organizer, hold.id}, [&](const DbRow& row) {
                      HeldPlace place{.seat = std::nullopt,
                                      .category = row.id<CategoryId>(1),
                                      .type = row.id<TicketTypeId>(2),
                                      .quotas = projections::splitQuotas(row.bytes(3))};
                      if (row.integer(0) >= 0) {
                          place.seat = static_cast<SeatNumber>(row.integer(0));
                      }
                      for (std::int64_t i = 0; i < row.integer(4); ++i) {
                          hold.places.push_back(place);
                      }
                  });
}

constexpr const char* kHoldColumns =
    "SELECT id, performance, replica, kind, label, customer, code, release_at, placed_at, terms "
    "FROM hold WHERE organizer = ? AND placed_at IS NOT NULL ";

StoredHold holdIn(const DbRow& row)
{
    StoredHold hold{.id = row.id<HoldId>(0),
                    .performance = row.id<PerformanceId>(1),
                    .home = row.id<ReplicaId>(2),
                    .kind = row.text(3),
                    .label = row.text(4),
                    .customer = std::nullopt,
                    .code = row.text(6),
                    .releaseAt = std::nullopt,
                    .placedAt = HlcTime{row.integer(8)}.instant(),
                    .places = {}};
    if (!row.isNull(5)) {
        hold.customer = row.id<CustomerId>(5);
    }
    if (const auto at = row.optionalInteger(7)) {
        hold.releaseAt = Instant{*at};
    }
    if (!row.isNull(9)) {
        const auto bytes = row.bytes(9);
        if (const auto terms = decodeCbor(bytes)) {
            hold.terms = decodeHeldTerms(*terms);
        }
    }
    return hold;
}

} // namespace

std::optional<StoredHold> readHold(Database& database, OrganizerId organizer, HoldId id)
{
    static const std::string kSql = std::string{kHoldColumns} + "AND id = ?";
    std::optional<StoredHold> found;
    database.each(kSql, {organizer, id}, [&](const DbRow& row) { found = holdIn(row); });
    if (found) {
        readPlaces(database, organizer, *found);
    }
    return found;
}

std::vector<HoldId> readHoldsByCode(Database& database, OrganizerId organizer,
                                    const std::string& code)
{
    std::vector<HoldId> found;
    database.each("SELECT id FROM hold WHERE organizer = ? AND code = ? AND code <> '' ORDER BY id",
                  {organizer, code}, [&](const DbRow& row) { found.push_back(row.id<HoldId>(0)); });
    return found;
}

std::vector<StoredHold> readHolds(Database& database, OrganizerId organizer,
                                  PerformanceId performance)
{
    static const std::string kSql =
        std::string{kHoldColumns} + "AND performance = ? ORDER BY placed_at, id";
    std::vector<StoredHold> holds;
    database.each(kSql, {organizer, performance},
                  [&](const DbRow& row) { holds.push_back(holdIn(row)); });
    for (StoredHold& hold : holds) {
        readPlaces(database, organizer, hold);
    }
    std::erase_if(holds, [](const StoredHold& hold) { return hold.places.empty(); });
    return holds;
}

std::vector<StoredHold> readHolds(Database& database, OrganizerId organizer)
{
    // By the index of what is still held, so that it takes no longer for all that has ended.
    static const std::string kSql = std::string{kHoldColumns} +
        "AND id IN (SELECT hold FROM hold_place WHERE organizer = ? AND placed > released) "
        "ORDER BY placed_at, id";
    std::vector<StoredHold> holds;
    database.each(kSql, {organizer, organizer},
                  [&](const DbRow& row) { holds.push_back(holdIn(row)); });
    for (StoredHold& hold : holds) {
        readPlaces(database, organizer, hold);
    }
    return holds;
}

std::vector<HoldId> readDueHolds(Database& database, OrganizerId organizer, ReplicaId home,
                                 Instant now)
{
    std::vector<HoldId> due;
    database.each("SELECT id FROM hold WHERE organizer = ? AND replica = ? AND release_at <= ? AND "
                  "release_at IS NOT NULL AND EXISTS (SELECT 1 FROM hold_place WHERE "
                  "hold_place.organizer = hold.organizer AND hold_place.hold = hold.id AND "
                  "placed > released) ORDER BY release_at, id",
                  {organizer, home, now.ms},
                  [&](const DbRow& row) { due.push_back(row.id<HoldId>(0)); });
    return due;
}

std::optional<HoldId> readHolderOfSeat(Database& database, OrganizerId organizer,
                                       PerformanceId performance, SeatNumber seat)
{
    std::optional<HoldId> holder;
    database.each("SELECT hold FROM hold_place WHERE organizer = ? AND performance = ? AND "
                  "seat = ? AND placed > released",
                  {organizer, performance, seat},
                  [&](const DbRow& row) { holder = row.id<HoldId>(0); });
    return holder;
}

std::vector<SeatNumber> readHeldSeats(Database& database, OrganizerId organizer,
                                      PerformanceId performance)
{
    std::vector<SeatNumber> seats;
    database.each("SELECT seat FROM hold_place WHERE organizer = ? AND performance = ? AND "
                  "seat >= 0 AND placed > released",
                  {organizer, performance}, [&](const DbRow& row) {
                      seats.push_back(static_cast<SeatNumber>(row.integer(0)));
                  });
    return seats;
}

namespace {

constexpr const char* kWaitingColumns =
    "SELECT id, performance, customer, count, category, at FROM waiting WHERE organizer = ? AND "
    "ended_at IS NULL AND at IS NOT NULL ";

StoredWaiting waitingIn(const DbRow& row)
{
    return {row.id<WaitingId>(0), row.id<PerformanceId>(1), row.id<CustomerId>(2),
            row.integer(3),       row.id<CategoryId>(4),    HlcTime{row.integer(5)}.instant()};
}

} // namespace

std::vector<StoredWaiting> readWaiting(Database& database, OrganizerId organizer,
                                       PerformanceId performance)
{
    static const std::string kSql =
        std::string{kWaitingColumns} + "AND performance = ? ORDER BY at, id";
    std::vector<StoredWaiting> waiting;
    database.each(kSql, {organizer, performance},
                  [&](const DbRow& row) { waiting.push_back(waitingIn(row)); });
    return waiting;
}

std::vector<StoredWaiting> readWaiting(Database& database, OrganizerId organizer)
{
    static const std::string kSql = std::string{kWaitingColumns} + "ORDER BY at, id";
    std::vector<StoredWaiting> waiting;
    database.each(kSql, {organizer}, [&](const DbRow& row) { waiting.push_back(waitingIn(row)); });
    return waiting;
}

std::optional<StoredWaiting> readWaiting(Database& database, OrganizerId organizer, WaitingId id)
{
    static const std::string kSql = std::string{kWaitingColumns} + "AND id = ?";
    std::optional<StoredWaiting> found;
    database.each(kSql, {organizer, id}, [&](const DbRow& row) { found = waitingIn(row); });
    return found;
}

} // namespace foyer
