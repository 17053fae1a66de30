// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/performance_place_store.h"

#include "core/domain/held/held_entries.h"
#include "core/domain/journal/entry.h"
#include "core/storage/reported_order_store.h"

#include <algorithm>
#include <cstring>
#include <tuple>
#include <unordered_map>

namespace foyer {
namespace {

constexpr std::int64_t kAnyPlace = -1; ///< hold_place::seat of places without a number

Instant momentOf(const DbRow& row, int column)
{
    return HlcTime{row.integer(column)}.instant();
}

void keep(KeptBack& kept, std::int64_t seat, CategoryId category, std::int64_t places)
{
    if (places <= 0) {
        return;
    }
    if (seat != kAnyPlace) {
        kept.seats.insert(static_cast<SeatNumber>(seat));
    }
    kept.places[category] += places;
}

bool contains(const Bytes& content, PerformanceId performance)
{
    const auto& id = performance.uuid.bytes();
    return ::memmem(content.data(), content.size(), id.data(), id.size()) != nullptr;
}

/// What placing and letting go come to for a performance, as hold_place counts it.
class KeptCount {
public:
    explicit KeptCount(PerformanceId performance) : m_performance{performance} {}

    void add(const std::string& what, const CborValue& body)
    {
        if (what == kind::kHoldPlaced || what == kind::kReservationPlaced) {
            if (const auto held = decodePlacesHeld(body);
                held && held->performance == m_performance) {
                count(held->hold, held->places, 1);
            }
        } else if (const auto released = decodePlacesReleased(body);
                   released && released->performance == m_performance) {
            count(released->hold, released->places, -1);
        }
    }

    KeptBack kept() const
    {
        KeptBack kept;
        for (const auto& [place, count] : m_places) {
            keep(kept, std::get<1>(place), std::get<2>(place), count);
        }
        return kept;
    }

private:
    void count(HoldId hold, const std::vector<HeldPlace>& places, std::int64_t by)
    {
        for (const HeldPlace& place : places) {
            m_places[{hold, place.seat ? std::int64_t{*place.seat} : kAnyPlace, place.category,
                      place.type, place.quotas}] += by;
        }
    }

    using Place = std::tuple<HoldId, std::int64_t, CategoryId, TicketTypeId, std::vector<QuotaId>>;
    PerformanceId m_performance;
    std::map<Place, std::int64_t> m_places;
};

} // namespace

std::vector<PerformanceTicket> readPerformanceTickets(Database& database, OrganizerId organizer,
                                                      PerformanceId performance)
{
    std::vector<PerformanceTicket> tickets;
    std::vector<OrderId> extended;
    database.each("SELECT ticket.id, ticket.type, ticket.category, ticket.seat, sale_order.at, "
                  "ticket.voided_at, ticket.replaces, ticket.sale_order FROM report_order "
                  "CROSS JOIN sale_order CROSS JOIN ticket WHERE report_order.organizer = ? AND "
                  "report_order.performance = ? AND report_order.is_first = 1 AND "
                  "sale_order.organizer = report_order.organizer AND "
                  "sale_order.id = report_order.sale_order AND "
                  "ticket.organizer = report_order.organizer AND "
                  "ticket.sale_order = report_order.sale_order AND "
                  "ticket.performance = report_order.performance",
                  {organizer, performance}, [&](const DbRow& row) {
                      tickets.push_back(
                          {row.id<TicketId>(0), row.uuid(1), row.id<CategoryId>(2),
                           row.isNull(3) ? std::nullopt
                                         : std::optional{static_cast<SeatNumber>(row.integer(3))},
                           momentOf(row, 4),
                           row.isNull(5) ? std::nullopt : std::optional{momentOf(row, 5)}});
                      if (!row.isNull(6)) {
                          extended.push_back(row.id<OrderId>(7));
                      }
                  });
    std::unordered_map<TicketId, std::int64_t> addedAt;
    std::ranges::sort(extended);
    extended.erase(std::ranges::unique(extended).begin(), extended.end());
    for (const OrderId id : extended) {
        for (const ReportedOrder& order : readReportedOrders(database, organizer, id, id)) {
            for (const auto& line : order.lines) {
                addedAt.emplace(line.ticket, line.soldAt);
            }
        }
    }
    for (PerformanceTicket& ticket : tickets) {
        if (const auto added = addedAt.find(ticket.id); added != addedAt.end()) {
            ticket.soldAt = {added->second};
        }
    }
    return tickets;
}

KeptBack readKeptBack(Database& database, OrganizerId organizer, PerformanceId performance)
{
    KeptBack kept;
    database.each(
        "SELECT hold_place.seat, hold_place.category, hold_place.placed - "
        "hold_place.released FROM hold CROSS JOIN hold_place WHERE hold.organizer = ? AND "
        "hold.performance = ? AND hold_place.organizer = hold.organizer AND "
        "hold_place.hold = hold.id AND hold_place.placed > hold_place.released",
        {organizer, performance}, [&](const DbRow& row) {
            keep(kept, row.integer(0), row.id<CategoryId>(1), row.integer(2));
        });
    return kept;
}

KeptBack readKeptBackAt(Database& database, OrganizerId organizer, PerformanceId performance,
                        Instant at)
{
    KeptCount count{performance};
    const std::int64_t after = HlcTime{(at.ms + 1) << 16}.value;
    if (!database.integer("SELECT 1 FROM hold WHERE organizer = ? AND performance = ? LIMIT 1",
                          {organizer, performance})) {
        return {};
    }
    // Which entries held or let go stands beside the journal, so the rest of it is not read.
    database.each("SELECT entry.kind, entry.body FROM hold_change CROSS JOIN entry WHERE "
                  "hold_change.organizer = ? AND entry.organizer = hold_change.organizer AND "
                  "entry.id = hold_change.entry AND entry.at < ?",
                  {organizer, after}, [&](const DbRow& row) {
                      const Bytes content = row.bytes(1);
                      // Most are of others: to look for an id costs a hundredth of decoding.
                      if (!contains(content, performance)) {
                          return;
                      }
                      if (const auto body = decodeCbor(content)) {
                          count.add(row.text(0), *body);
                      }
                  });
    return count.kept();
}

std::vector<DoorScan> readDoorScans(Database& database, OrganizerId organizer,
                                    PerformanceId performance)
{
    std::vector<DoorScan> scans;
    database.each(
        "SELECT scan.ticket, scan.at, scan.gate, scan.outcome, (SELECT min(admission_undo.at) FROM "
        "admission_undo WHERE admission_undo.organizer = scan.organizer AND "
        "admission_undo.scan = scan.entry) FROM report_order CROSS JOIN ticket CROSS JOIN scan "
        "WHERE report_order.organizer = ? AND report_order.performance = ? AND "
        "report_order.is_first = 1 AND ticket.organizer = report_order.organizer AND "
        "ticket.sale_order = report_order.sale_order AND "
        "ticket.performance = report_order.performance AND "
        "scan.organizer = ticket.organizer AND scan.ticket = ticket.id "
        "ORDER BY scan.ticket, scan.at, scan.entry",
        {organizer, performance}, [&](const DbRow& row) {
            scans.push_back({row.id<TicketId>(0), momentOf(row, 1), row.text(2), row.text(3),
                             row.isNull(4) ? std::nullopt : std::optional{momentOf(row, 4)}});
        });
    return scans;
}

} // namespace foyer
