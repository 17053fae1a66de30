// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projections.h"

#include "core/domain/held/held_entries.h"
#include "core/storage/right_counts.h"

#include <map>

namespace foyer::projections {
namespace {

constexpr std::int64_t kNoSeat = -1;

/// True the first time that an entry is applied.
bool isFirst(Database& database, const Entry& entry)
{
    return database.run("INSERT INTO hold_change (organizer, entry) VALUES (?, ?) "
                        "ON CONFLICT DO NOTHING",
                        {entry.organizer, entry.id}) == 1;
}

void countPlaces(Database& database, const Entry& entry, HoldId hold, PerformanceId performance,
                 const std::vector<HeldPlace>& places, bool placed)
{
    std::map<QuotaId, std::int64_t> rights;
    for (const HeldPlace& place : places) {
        database.run("INSERT INTO hold_place (organizer, hold, performance, seat, category, type, "
                     "quotas, placed, released) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                     "ON CONFLICT (organizer, hold, seat, category, type, quotas) DO UPDATE SET "
                     "placed = placed + excluded.placed, released = released + excluded.released",
                     {entry.organizer, hold, performance,
                      place.seat ? std::int64_t{*place.seat} : kNoSeat, place.category, place.type,
                      joinedQuotas(place.quotas), placed ? 1 : 0, placed ? 0 : 1});
        for (const QuotaId quota : place.quotas) {
            ++rights[quota];
        }
    }
    for (const auto& [quota, count] : rights) {
        countRights(database, entry.organizer, entry.replica, quota, placed ? count : 0,
                    placed ? 0 : count);
    }
}

} // namespace

void placesHeld(Database& database, const Entry& entry, const CborValue& body)
{
    const auto held = decodePlacesHeld(body);
    if (!held || !isFirst(database, entry)) {
        return;
    }
    database.run("INSERT INTO hold (organizer, id, performance, replica, kind, label, customer, "
                 "code, release_at, placed_at, terms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT (organizer, id) DO UPDATE SET replica = excluded.replica, "
                 "kind = excluded.kind, label = excluded.label, customer = excluded.customer, "
                 "code = excluded.code, release_at = CASE WHEN hold.extended_at IS NULL THEN "
                 "excluded.release_at ELSE hold.release_at END, "
                 "placed_at = excluded.placed_at, terms = excluded.terms "
                 "WHERE hold.placed_at IS NULL",
                 {entry.organizer, held->hold, held->performance, entry.replica, held->kind,
                  held->label, held->customer, held->code,
                  held->releaseAt ? std::optional{held->releaseAt->ms} : std::nullopt,
                  entry.at.value,
                  held->terms.isEmpty() ? std::nullopt : std::optional{encode(held->terms)}});
    if (!held->series.empty()) {
        database.run("INSERT INTO order_series (organizer, series, used) VALUES (?, ?, ?) "
                     "ON CONFLICT (organizer, series) DO UPDATE SET used = excluded.used "
                     "WHERE excluded.used > order_series.used",
                     {entry.organizer, held->series, held->number});
    }
    countPlaces(database, entry, held->hold, held->performance, held->places, true);
}

void placesReleased(Database& database, const Entry& entry, const CborValue& body)
{
    const auto released = decodePlacesReleased(body);
    if (!released || !isFirst(database, entry)) {
        return;
    }
    database.run("INSERT INTO hold (organizer, id, performance) VALUES (?, ?, ?) "
                 "ON CONFLICT DO NOTHING",
                 {entry.organizer, released->hold, released->performance});
    countPlaces(database, entry, released->hold, released->performance, released->places, false);
}

void holdExtended(Database& database, const Entry& entry, const CborValue& body)
{
    const auto extended = decodeHoldExtended(body);
    if (!extended) {
        return;
    }
    database.run("INSERT INTO hold (organizer, id, performance, release_at, extended_at) "
                 "VALUES (?, ?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE SET "
                 "release_at = excluded.release_at, extended_at = excluded.extended_at "
                 "WHERE hold.extended_at IS NULL OR hold.extended_at < excluded.extended_at",
                 {entry.organizer, extended->hold, extended->performance,
                  extended->releaseAt ? std::optional{extended->releaseAt->ms} : std::nullopt,
                  entry.at.value});
}

void waitingJoined(Database& database, const Entry& entry, const CborValue& body)
{
    const auto joined = decodeWaitingJoined(body);
    if (!joined) {
        return;
    }
    database.run("INSERT INTO waiting (organizer, id, performance, customer, count, category, at) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, id) DO UPDATE SET "
                 "performance = excluded.performance, customer = excluded.customer, "
                 "count = excluded.count, category = excluded.category, at = excluded.at "
                 "WHERE waiting.at IS NULL",
                 {entry.organizer, joined->waiting, joined->performance, joined->customer,
                  joined->count, joined->category, entry.at.value});
}

void waitingEnded(Database& database, const Entry& entry, const CborValue& body)
{
    const auto ended = decodeWaitingEnded(body);
    if (!ended) {
        return;
    }
    // Of several ends the earliest stands.
    database.run("INSERT INTO waiting (organizer, id, ended_at, reason) VALUES (?, ?, ?, ?) "
                 "ON CONFLICT (organizer, id) DO UPDATE SET ended_at = excluded.ended_at, "
                 "reason = excluded.reason WHERE waiting.ended_at IS NULL OR "
                 "(excluded.ended_at, excluded.reason) < (waiting.ended_at, waiting.reason)",
                 {entry.organizer, ended->waiting, entry.at.value, ended->reason});
}

} // namespace foyer::projections
