// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/user_act_store.h"

#include <algorithm>

namespace foyer {
namespace {

std::optional<bool> flagIn(const DbRow& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional{row.integer(column) != 0};
}

} // namespace

std::vector<StandingEdit> readStanding(Database& database, OrganizerId organizer, UserId user)
{
    std::vector<StandingEdit> edits;
    database.each("SELECT at, replica, entry, actor, active, has_role FROM user_standing WHERE "
                  "organizer = ? AND user_id = ? ORDER BY at, replica",
                  {organizer, user}, [&](const DbRow& row) {
                      edits.push_back({HlcTime{row.integer(0)}, row.id<ReplicaId>(1),
                                       row.id<EntryId>(2), row.id<UserId>(3), flagIn(row, 4),
                                       flagIn(row, 5)});
                  });
    return edits;
}

std::optional<TimeShutOut> readTimeShutOut(Database& database, OrganizerId organizer, UserId user,
                                           EntryId by)
{
    const auto times = timesShutOut(user, readStanding(database, organizer, user));
    const auto found = std::ranges::find(times, by, &TimeShutOut::entry);
    return found != times.end() ? std::optional{*found} : std::nullopt;
}

std::vector<UserAct> readActsWhileOut(Database& database, OrganizerId organizer, UserId user,
                                      const TimeShutOut& time, ReplicaId at)
{
    std::vector<UserAct> acts;
    database.each("SELECT fact, at, kind, sale_order, amount, currency, note FROM user_act WHERE "
                  "organizer = ? AND user_id = ? AND at > ? AND at <= ? AND replica = ? "
                  "ORDER BY at, fact",
                  {organizer, user, time.since.value, time.until.value, at}, [&](const DbRow& row) {
                      UserAct act{.fact = row.uuid(0),
                                  .at = HlcTime{row.integer(1)},
                                  .kind = row.text(2),
                                  .order = row.id<OrderId>(3),
                                  .money = std::nullopt,
                                  .note = row.text(6)};
                      if (const auto currency = Currency::fromCode(row.text(5))) {
                          act.money = Money{row.integer(4), *currency};
                      }
                      acts.push_back(std::move(act));
                  });
    return acts;
}

std::vector<ReplicaId> readWhereActedWhileOut(Database& database, OrganizerId organizer,
                                              UserId user, const TimeShutOut& time)
{
    std::vector<ReplicaId> replicas;
    database.each("SELECT DISTINCT replica FROM user_act WHERE organizer = ? AND user_id = ? AND "
                  "at > ? AND at <= ? ORDER BY replica",
                  {organizer, user, time.since.value, time.until.value},
                  [&](const DbRow& row) { replicas.push_back(row.id<ReplicaId>(0)); });
    return replicas;
}

} // namespace foyer
