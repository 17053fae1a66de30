// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/rights_store.h"

#include "core/domain/journal/entry.h"

#include <algorithm>
#include <map>
#include <utility>

namespace foyer {
namespace {

SeatRange rangeIn(const DbRow& row, int column)
{
    return {static_cast<SeatNumber>(row.integer(column)),
            static_cast<SeatNumber>(row.integer(column + 1))};
}

using LeaseSeats = std::map<std::pair<EntryId, ReplicaId>, std::vector<SeatRange>>;

LeaseSeats readSeatsByLease(Database& database, std::string_view sql, Params params)
{
    LeaseSeats seats;
    database.each(sql, params, [&](const DbRow& row) {
        seats[{row.id<EntryId>(0), row.id<ReplicaId>(1)}].push_back(rangeIn(row, 2));
    });
    return seats;
}

std::vector<StandingLease> standing(LeaseSeats leased, LeaseSeats returned)
{
    std::vector<StandingLease> leases;
    for (auto& [lease, seats] : leased) {
        auto left = without(std::move(seats), std::move(returned[lease]));
        if (!left.empty()) {
            leases.push_back({lease.first, lease.second, std::move(left)});
        }
    }
    return leases;
}

} // namespace

HeldRights readRights(Database& database, OrganizerId organizer, QuotaId quota, ReplicaId replica)
{
    HeldRights held;
    database.each("SELECT granted, returned, spent, regained FROM allotment WHERE organizer = ? "
                  "AND quota = ? AND replica = ?",
                  {organizer, quota, replica}, [&](const DbRow& row) {
                      held = {row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
                  });
    return held;
}

std::int64_t readGranted(Database& database, OrganizerId organizer, QuotaId quota)
{
    return database
        .integer("SELECT sum(granted - returned) FROM allotment WHERE organizer = ? AND quota = ?",
                 {organizer, quota})
        .value_or(0);
}

std::vector<Holding> readHoldings(Database& database, OrganizerId organizer, QuotaId quota)
{
    std::vector<Holding> holdings;
    database.each("SELECT replica, granted, returned, spent, regained FROM allotment "
                  "WHERE organizer = ? AND quota = ? ORDER BY replica",
                  {organizer, quota}, [&](const DbRow& row) {
                      holdings.push_back(
                          {row.id<ReplicaId>(0),
                           {row.integer(1), row.integer(2), row.integer(3), row.integer(4)}});
                  });
    return holdings;
}

std::vector<HeldQuota> readHeldQuotas(Database& database, OrganizerId organizer, ReplicaId holder)
{
    std::vector<HeldQuota> quotas;
    database.each("SELECT quota, granted, returned, spent, regained FROM allotment "
                  "WHERE organizer = ? AND replica = ? ORDER BY quota",
                  {organizer, holder}, [&](const DbRow& row) {
                      quotas.push_back(
                          {row.id<QuotaId>(0),
                           {row.integer(1), row.integer(2), row.integer(3), row.integer(4)}});
                  });
    return quotas;
}

std::vector<StandingLease> readStandingLeases(Database& database, OrganizerId organizer,
                                              PerformanceId performance,
                                              std::optional<ReplicaId> holder)
{
    if (holder) {
        return standing(
            readSeatsByLease(database,
                             "SELECT lease, replica, first_seat, last_seat FROM seat_lease WHERE "
                             "organizer = ? AND performance = ? AND replica = ?",
                             {organizer, performance, *holder}),
            readSeatsByLease(database,
                             "SELECT lease, replica, first_seat, last_seat FROM seat_return WHERE "
                             "organizer = ? AND performance = ? AND replica = ?",
                             {organizer, performance, *holder}));
    }
    return standing(
        readSeatsByLease(database,
                         "SELECT lease, replica, first_seat, last_seat FROM seat_lease WHERE "
                         "organizer = ? AND performance = ?",
                         {organizer, performance}),
        readSeatsByLease(database,
                         "SELECT lease, replica, first_seat, last_seat FROM seat_return WHERE "
                         "organizer = ? AND performance = ?",
                         {organizer, performance}));
}

std::vector<SeatRange> readLeases(Database& database, OrganizerId organizer,
                                  PerformanceId performance, ReplicaId replica)
{
    std::vector<SeatRange> ranges;
    for (const StandingLease& lease :
         readStandingLeases(database, organizer, performance, replica)) {
        ranges.insert(ranges.end(), lease.seats.begin(), lease.seats.end());
    }
    return united(std::move(ranges));
}

std::vector<PerformanceId> readLeasedPerformances(Database& database, OrganizerId organizer,
                                                  ReplicaId replica, Instant since)
{
    std::vector<PerformanceId> performances;
    database.each("SELECT performance FROM (SELECT DISTINCT performance FROM seat_lease WHERE "
                  "organizer = ? AND replica = ?) AS leased WHERE NOT EXISTS (SELECT 1 FROM "
                  "catalogue_entity WHERE organizer = ? AND kind = 'performance' AND "
                  "id = leased.performance AND sort_at < ?)",
                  {organizer, replica, organizer, since.ms},
                  [&](const DbRow& row) { performances.push_back(row.id<PerformanceId>(0)); });
    return performances;
}

std::vector<OpenRecall> readOpenRecalls(Database& database, OrganizerId organizer, ReplicaId holder)
{
    std::vector<OpenRecall> recalls;
    database.each("SELECT id, performance, keep, reason FROM recall r WHERE organizer = ? AND "
                  "holder = ? AND NOT EXISTS (SELECT 1 FROM recall_answer a WHERE "
                  "a.organizer = r.organizer AND a.recall = r.id) ORDER BY at, id",
                  {organizer, holder}, [&](const DbRow& row) {
                      recalls.push_back({row.id<EntryId>(0), row.id<PerformanceId>(1),
                                         row.integer(2), row.text(3)});
                  });
    return recalls;
}

std::optional<WriteOff> readWriteOff(Database& database, OrganizerId organizer, ReplicaId replica)
{
    std::optional<WriteOff> off;
    database.each("SELECT entry, epoch, sequence FROM write_off WHERE organizer = ? AND "
                  "replica = ? ORDER BY at, entry LIMIT 1",
                  {organizer, replica}, [&](const DbRow& row) {
                      off = WriteOff{row.id<EntryId>(0), row.integer(1), row.integer(2)};
                  });
    return off;
}

std::optional<Instant> readDeviceEnd(Database& database, OrganizerId organizer, ReplicaId device)
{
    const auto at = database.integer("SELECT max(at) FROM device_end WHERE organizer = ? AND "
                                     "device = ?",
                                     {organizer, device});
    return at ? std::optional{HlcTime{*at}.instant()} : std::nullopt;
}

std::optional<AuthorityNow> readAuthority(Database& database, OrganizerId organizer)
{
    std::optional<AuthorityNow> authority;
    database.each("SELECT replica, key FROM authority WHERE organizer = ? "
                  "ORDER BY at DESC, entry DESC LIMIT 1",
                  {organizer}, [&](const DbRow& row) {
                      authority = AuthorityNow{row.id<ReplicaId>(0), row.bytes(1)};
                  });
    return authority;
}

} // namespace foyer
