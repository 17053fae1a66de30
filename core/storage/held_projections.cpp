// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/projections.h"

#include "core/domain/held/held_entries.h"
#include "core/storage/right_counts.h"

#include <functional>
#include <map>

namespace foyer::projections {
namespace {

constexpr std::int64_t kNoSeat = -1;

/// Who wrote an entry, and when.
struct Writer {
    OrganizerId organizer;
    ReplicaId replica;
    HlcTime at;
};

/// Does something the first time that an entry is applied.
void onFirst(Database& database, const Entry& entry, std::function<void()> apply)
{
    database.post("INSERT INTO hold_change (organizer, entry) VALUES (?, ?) "
                  "ON CONFLICT DO NOTHING",
                  {entry.organizer, entry.id}, [apply = std::move(apply)](std::int64_t changed) {
                      if (changed == 1) {
                          apply();
                      }
                  });
}

void countPlaces(Database& database, const Writer& writer, HoldId hold, PerformanceId performance,
                 const std::vector<HeldPlace>& places, bool placed)
{
    std::map<QuotaId, std::int64_t> rights;
    for (const HeldPlace& place : places) {
        database.post("INSERT INTO hold_place (organizer, hold, performance, seat, category, type, "
                      "quotas, placed, released) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                      "ON CONFLICT (organizer, hold, seat, category, type, quotas) DO UPDATE SET "
                      "placed = hold_place.placed + excluded.placed, "
                      "released = hold_place.released + excluded.released",
                      {writer.organizer, hold, performance,
                       place.seat ? std::int64_t{*place.seat} : kNoSeat, place.category, place.type,
                       joinedQuotas(place.quotas), placed ? 1 : 0, placed ? 0 : 1});
        for (const QuotaId quota : place.quotas) {
            ++rights[quota];
        }
    }
    for (const auto& [quota, count] : rights) {
        countRights(database, writer.organizer, writer.replica, quota, placed ? count : 0,
                    placed ? 0 : count);
    }
}

void place(Database& database, const Writer& writer, const PlacesHeld& held)
{
    database.post("INSERT INTO hold (organizer, id, performance, replica, kind, label, customer, "
                  "code, release_at, placed_at, terms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT (organizer, id) DO UPDATE SET replica = excluded.replica, "
                  "kind = excluded.kind, label = excluded.label, customer = excluded.customer, "
                  "code = excluded.code, release_at = CASE WHEN hold.extended_at IS NULL THEN "
                  "excluded.release_at ELSE hold.release_at END, "
                  "placed_at = excluded.placed_at, terms = excluded.terms "
                  "WHERE hold.placed_at IS NULL",
                  {writer.organizer, held.hold, held.performance, writer.replica, held.kind,
                   held.label, held.customer, held.code,
                   held.releaseAt ? std::optional{held.releaseAt->ms} : std::nullopt,
                   writer.at.value,
                   held.terms.isEmpty() ? std::nullopt : std::optional{encode(held.terms)}});
    if (!held.series.empty()) {
        database.post("INSERT INTO order_series (organizer, series, used) VALUES (?, ?, ?) "
                      "ON CONFLICT (organizer, series) DO UPDATE SET used = excluded.used "
                      "WHERE excluded.used > order_series.used",
                      {writer.organizer, held.series, held.number});
    }
    countPlaces(database, writer, held.hold, held.performance, held.places, true);
}

void release(Database& database, const Writer& writer, const PlacesReleased& released)
{
    database.post("INSERT INTO hold (organizer, id, performance) VALUES (?, ?, ?) "
                  "ON CONFLICT DO NOTHING",
                  {writer.organizer, released.hold, released.performance});
    countPlaces(database, writer, released.hold, released.performance, released.places, false);
}

} // namespace

void placesHeld(Database& database, const Entry& entry, const CborValue& body)
{
    if (auto held = decodePlacesHeld(body)) {
        onFirst(database, entry,
                [&database, writer = Writer{entry.organizer, entry.replica, entry.at},
                 held = *std::move(held)] { place(database, writer, held); });
    }
}

void placesReleased(Database& database, const Entry& entry, const CborValue& body)
{
    if (auto released = decodePlacesReleased(body)) {
        onFirst(database, entry,
                [&database, writer = Writer{entry.organizer, entry.replica, entry.at},
                 released = *std::move(released)] { release(database, writer, released); });
    }
}

void holdExtended(Database& database, const Entry& entry, const CborValue& body)
{
    const auto extended = decodeHoldExtended(body);
    if (!extended) {
        return;
    }
    database.post("INSERT INTO hold (organizer, id, performance, release_at, extended_at) "
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
    database.post("INSERT INTO waiting (organizer, id, performance, customer, count, category, at) "
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
    database.post("INSERT INTO waiting (organizer, id, ended_at, reason) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT (organizer, id) DO UPDATE SET ended_at = excluded.ended_at, "
                  "reason = excluded.reason WHERE waiting.ended_at IS NULL OR "
                  "(excluded.ended_at, excluded.reason) < (waiting.ended_at, waiting.reason)",
                  {entry.organizer, ended->waiting, entry.at.value, ended->reason});
}

} // namespace foyer::projections
