// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/access/access_entries.h"
#include "core/storage/incident_watch.h"
#include "core/storage/projections.h"
#include "core/storage/user_act_store.h"
#include "core/storage/user_acts.h"

#include <algorithm>
#include <set>
#include <utility>

namespace foyer::projections {
namespace {

// Whether somebody is out at a moment is what the latest edit before it left behind.

constexpr const char* kSaleWhileOut =
    "INSERT INTO user_act (organizer, user_id, at, fact, replica, kind, sale_order, amount, "
    "currency, note) SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, '' WHERE (SELECT is_out FROM user_standing "
    "WHERE organizer = ? AND user_id = ? AND at < ? ORDER BY at DESC, replica DESC LIMIT 1) = 1 "
    "ON CONFLICT DO NOTHING";

constexpr const char* kSalesWhileOut =
    "INSERT INTO user_act (organizer, user_id, at, fact, replica, kind, sale_order, amount, "
    "currency, note) SELECT organizer, seller, at, id, replica, ?, id, total, currency, '' FROM "
    "sale_order WHERE organizer = ? AND at > ? AND at <= ? AND seller = ? ON CONFLICT DO NOTHING";

constexpr const char* kActWhileOut =
    "UPDATE user_act SET kind = kind WHERE organizer = ? AND user_id = ? AND at = ? AND fact = ? "
    "AND (SELECT is_out FROM user_standing WHERE user_standing.organizer = user_act.organizer AND "
    "user_standing.user_id = user_act.user_id AND user_standing.at < user_act.at "
    "ORDER BY user_standing.at DESC, user_standing.replica DESC LIMIT 1) = 1";

std::vector<TimeShutOut> timesOf(Database& database, OrganizerId organizer, UserId user)
{
    return timesShutOut(user, readStanding(database, organizer, user));
}

/// A user was shut out when they did something: the incident of that time and that counter.
void watchAct(Database& database, OrganizerId organizer, UserId user, HlcTime at, ReplicaId replica)
{
    const auto times = timesOf(database, organizer, user);
    const auto found =
        std::ranges::find_if(times, [&](const TimeShutOut& time) { return time.covers(at); });
    if (found != times.end()) {
        workOutIncident(database, organizer, IncidentKind::ActAfterRevocation,
                        incident_subject::shutOut(user, found->entry, replica));
    }
}

/// By which entries they were shut out, and where they went on: of some times.
using Incidents = std::set<std::pair<EntryId, ReplicaId>>;
Incidents incidentsOf(Database& database, OrganizerId organizer, UserId user,
                      const std::vector<TimeShutOut>& times)
{
    Incidents incidents;
    for (const TimeShutOut& time : times) {
        for (const ReplicaId at : readWhereActedWhileOut(database, organizer, user, time)) {
            incidents.emplace(time.entry, at);
        }
    }
    return incidents;
}

void markWhoIsOut(Database& database, OrganizerId organizer, UserId user,
                  const std::vector<TimeShutOut>& times)
{
    const auto mark = [&](const TimeShutOut& time, int isOut) {
        // The row that lets them in again stands at the end of the time, and is in.
        database.post("UPDATE user_standing SET is_out = ? WHERE organizer = ? AND user_id = ? AND "
                      "at >= ? AND at < ? AND is_out <> ?",
                      {isOut, organizer, user, time.since.value, time.until.value, isOut});
    };
    mark({.entry = {}, .since = {}, .replica = {}, .actor = {}}, 0);
    for (const TimeShutOut& time : times) {
        mark(time, 1);
    }
}

} // namespace

void recordUserAct(Database& database, const Entry& entry, UserId user, const ActNote& act)
{
    if (user.isNil()) {
        return;
    }
    const auto& money = act.currency;
    database.post("INSERT INTO user_act (organizer, user_id, at, fact, replica, kind, sale_order, "
                  "amount, currency, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT DO NOTHING",
                  {entry.organizer, user, entry.at.value, entry.id, entry.replica, entry.kind,
                   act.order.isNil() ? std::nullopt : std::optional{act.order}, act.amount,
                   money ? money->code() : std::string_view{""}, act.note});
    database.post(kActWhileOut, {entry.organizer, user, entry.at.value, entry.id},
                  [&database, organizer = entry.organizer, user, at = entry.at,
                   replica = entry.replica](std::int64_t n) {
                      if (n > 0) {
                          watchAct(database, organizer, user, at, replica);
                      }
                  });
}

void recordSaleAct(Database& database, const Entry& entry, const OrderPlaced& order)
{
    if (entry.actor.isNil()) {
        return;
    }
    database.post(kSaleWhileOut,
                  {entry.organizer, entry.actor, entry.at.value, order.order, entry.replica,
                   kind::kOrderPlaced, order.order, order.total(), order.currency.code(),
                   entry.organizer, entry.actor, entry.at.value},
                  [&database, organizer = entry.organizer, user = entry.actor, at = entry.at,
                   replica = entry.replica](std::int64_t n) {
                      if (n > 0) {
                          watchAct(database, organizer, user, at, replica);
                      }
                  });
}

void recordStanding(Database& database, const Entry& entry, const EntityEdited& edit)
{
    const auto active = edit.fields.find("active");
    const auto role = edit.fields.find("role");
    if (active == edit.fields.end() && role == edit.fields.end()) {
        return;
    }
    Entity set; // reads the values as the account is read
    set.merge(edit, entry.at, entry.replica);
    const auto column = [](bool isSet, bool value) {
        return isSet ? std::optional<std::int64_t>{value ? 1 : 0} : std::nullopt;
    };
    const UserId user{edit.entity};
    database.lock(edit.entity);
    const auto before = timesOf(database, entry.organizer, user);
    database.post("INSERT INTO user_standing (organizer, user_id, at, replica, entry, actor, "
                  "active, has_role, is_out) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) "
                  "ON CONFLICT DO NOTHING",
                  {entry.organizer, user, entry.at.value, entry.replica, entry.id, entry.actor,
                   column(active != edit.fields.end(), !set.has("active") || set.flag("active")),
                   column(role != edit.fields.end(), !set.uuid("role").isNil())});
    const auto after = timesOf(database, entry.organizer, user);
    markWhoIsOut(database, entry.organizer, user, after);
    if (before == after) {
        return;
    }
    Incidents incidents = incidentsOf(database, entry.organizer, user, before);
    database.post("DELETE FROM user_act WHERE organizer = ? AND user_id = ? AND kind = ?",
                  {entry.organizer, user, kind::kOrderPlaced});
    for (const TimeShutOut& time : after) {
        database.post(kSalesWhileOut,
                      {kind::kOrderPlaced, entry.organizer, time.since.value, time.until.value,
                       user});
    }
    incidents.merge(incidentsOf(database, entry.organizer, user, after));
    for (const auto& [by, at] : incidents) {
        workOutIncident(database, entry.organizer, IncidentKind::ActAfterRevocation,
                        incident_subject::shutOut(user, by, at));
    }
}

void actApproved(Database& database, const Entry& entry, const CborValue& body)
{
    if (const auto approved = decodeActApproved(body)) {
        recordUserAct(database, entry, approved->by,
                      {.note = std::string{permissionName(approved->permission)}});
    }
}

} // namespace foyer::projections
