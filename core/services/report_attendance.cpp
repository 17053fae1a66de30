// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/report_reading.h"
#include "core/services/reports.h"
#include "core/storage/performance_place_store.h"
#include "core/storage/report_catch_up.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

namespace foyer {
namespace {

constexpr Instant kEndOfTime{std::numeric_limits<std::int64_t>::max() >> 17};

Error historyNotHere()
{
    return refused(
        "history_not_here",
        "This counter began with a snapshot of its house, so what was held before is not "
        "in its journal. Ask at the server, or at the counter that was there then.",
        "as_of");
}

/// Seats of each price category by the plan's category of the same name, and its standing areas.
std::map<CategoryId, std::int64_t> placesOfCategories(const Offer& offer)
{
    std::map<CategoryId, std::int64_t> places;
    if (!offer.plan) {
        return places;
    }
    for (const PriceCategory& category : offer.categories) {
        const auto& plan = offer.plan->categories;
        const auto found = std::ranges::find(plan, category.name, &PlanCategory::name);
        if (found == plan.end()) {
            continue;
        }
        const auto number = static_cast<std::uint32_t>(found - plan.begin());
        std::int64_t& count = places[category.id];
        count = std::ranges::count_if(offer.plan->seats, [number](const Seat& seat) {
            return !seat.retired && seat.category == number;
        });
        for (const auto& area : offer.plan->areas) {
            count += area.category == number ? area.capacity : 0;
        }
    }
    return places;
}

std::vector<SeatState> seatsOf(const Offer& offer, const std::set<SeatNumber>& sold,
                               const std::set<SeatNumber>& held)
{
    if (!offer.plan) {
        return {};
    }
    std::vector<SeatState> states(offer.plan->seats.size(), SeatState::Free);
    for (std::size_t seat = 0; seat < states.size(); ++seat) {
        const auto& category = offer.plan->categories[offer.plan->seats[seat].category];
        if (offer.plan->seats[seat].retired ||
            std::ranges::find(offer.categories, category.name, &PriceCategory::name) ==
                offer.categories.end()) {
            states[seat] = SeatState::NoPrice;
        }
    }
    for (const SeatNumber seat : held) {
        if (seat < states.size()) {
            states[seat] = SeatState::Held;
        }
    }
    for (const SeatNumber seat : sold) {
        if (seat < states.size()) {
            states[seat] = SeatState::Sold;
        }
    }
    return states;
}

std::int64_t capacityOf(const Offer& offer)
{
    for (const Quota& quota : offer.quotas) {
        if (quota.types.empty() && quota.categories.empty()) {
            return quota.capacity;
        }
    }
    return 0;
}

void fillOccupancy(OccupancyReport& report, const Offer& offer,
                   const std::vector<PerformanceTicket>& tickets, const KeptBack& kept, Instant at)
{
    std::map<CategoryId, std::int64_t> sold;
    std::set<SeatNumber> soldSeats;
    for (const PerformanceTicket& ticket : tickets) {
        if (ticket.standsAt(at)) {
            ++sold[ticket.category];
            ++report.sold;
            if (ticket.seat) {
                soldSeats.insert(*ticket.seat);
            }
        }
    }
    const auto places = placesOfCategories(offer);
    for (const PriceCategory& category : offer.categories) {
        const auto own = places.find(category.id);
        const auto held = kept.places.find(category.id);
        report.categories.push_back(
            {category.id, category.name,
             own != places.end() ? std::optional{own->second} : std::nullopt, sold[category.id],
             held != kept.places.end() ? held->second : 0});
    }
    for (const auto& [category, count] : kept.places) {
        report.held += count;
    }
    report.capacity = capacityOf(offer);
    report.seats = seatsOf(offer, soldSeats, kept.seats);
}

/// What the door saw of one ticket.
struct Visit {
    const DoorScan* first = nullptr;
    std::int64_t admissions = 0;
    std::int64_t refused = 0;
    bool isInside = false;
};

std::unordered_map<TicketId, Visit> visitsOf(const std::vector<DoorScan>& scans, Instant at)
{
    std::unordered_map<TicketId, Visit> visits;
    for (const DoorScan& scan : scans) {
        if (scan.at.ms > at.ms || (scan.undoneAt && scan.undoneAt->ms <= at.ms)) {
            continue;
        }
        Visit& visit = visits[scan.ticket];
        if (scan.outcome == "admitted") {
            visit.first = visit.first == nullptr ? &scan : visit.first;
            ++visit.admissions;
            visit.isInside = true;
        } else if (scan.outcome == "checked_out") {
            visit.isInside = false;
        } else {
            ++visit.refused;
        }
    }
    return visits;
}

/// Rows by key, in the order of their names.
class AttendanceRows {
public:
    AttendanceReport::Row& at(const std::string& name, const std::string& key)
    {
        AttendanceReport::Row& row = m_rows[{name, key}];
        row.key = key;
        row.name = name;
        return row;
    }
    std::vector<AttendanceReport::Row> rows() const
    {
        std::vector<AttendanceReport::Row> rows;
        for (const auto& [place, row] : m_rows) {
            rows.push_back(row);
        }
        return rows;
    }

private:
    std::map<std::pair<std::string, std::string>, AttendanceReport::Row> m_rows;
};

void fillAttendance(AttendanceReport& report, ReportReading& reading, Instant at,
                    const std::vector<PerformanceTicket>& tickets,
                    const std::vector<DoorScan>& scans)
{
    constexpr std::int64_t kQuarter = 15 * 60 * 1000;
    const auto visits = visitsOf(scans, at);
    AttendanceRows types;
    AttendanceRows gates;
    std::map<std::int64_t, std::int64_t> arrivals;
    for (const PerformanceTicket& ticket : tickets) {
        const auto found = visits.find(ticket.id);
        report.refused += found != visits.end() ? found->second.refused : 0;
        if (!ticket.standsAt(at)) {
            continue;
        }
        auto& type = types.at(reading.nameOf("ticket_type", ticket.type), ticket.type.text());
        ++type.valid;
        ++report.valid;
        if (found == visits.end() || found->second.first == nullptr) {
            continue;
        }
        const Visit& visit = found->second;
        auto& gate = gates.at(visit.first->gate, visit.first->gate);
        for (auto* const row : {&type, &gate}) {
            ++row->admitted;
            row->again += visit.admissions - 1;
        }
        ++report.admitted;
        report.again += visit.admissions - 1;
        report.inside += visit.isInside ? 1 : 0;
        ++arrivals[visit.first->at.ms / kQuarter * kQuarter];
    }
    report.types = types.rows();
    report.gates = gates.rows();
    for (const auto& [from, admitted] : arrivals) {
        report.arrivals.push_back({{from}, admitted});
    }
}

ReportScope scopeOf(PerformanceId performance, std::optional<Instant> asOf)
{
    return {.performances = {performance}, .asOf = asOf};
}

} // namespace

Result<OccupancyReport> occupancyReport(Counter& counter, PerformanceId performance,
                                        std::optional<Instant> asOf)
{
    return guarded([&]() -> Result<OccupancyReport> {
        auto reading = ReportReading::begin(counter, eventOf(counter, performance));
        if (!reading) {
            return reading.error();
        }
        const auto selling = counter.offers().offer(performance);
        if (!selling) {
            return unknownReportedPerformance();
        }
        Database& database = counter.database();
        const OrganizerId us = counter.organizer();
        if (asOf && hasBegunWithSnapshot(database, us)) {
            return historyNotHere();
        }
        const Offer& offer = selling->offer;
        OccupancyReport report{.head = reading->head(scopeOf(performance, asOf)),
                               .performance = performance,
                               .event = offer.event.name,
                               .startsAt = offer.performance.startsAt,
                               .timeZone = offer.performance.timeZone,
                               .categories = {},
                               .seats = {}};
        fillOccupancy(report, offer, readPerformanceTickets(database, us, performance),
                      asOf ? readKeptBackAt(database, us, performance, *asOf)
                           : readKeptBack(database, us, performance),
                      asOf.value_or(kEndOfTime));
        return report;
    });
}

Result<AttendanceReport> attendanceReport(Counter& counter, PerformanceId performance,
                                          std::optional<Instant> asOf)
{
    return guarded([&]() -> Result<AttendanceReport> {
        auto reading = ReportReading::begin(counter, eventOf(counter, performance));
        if (!reading) {
            return reading.error();
        }
        const Performance* known = reading->performance(performance);
        if (known == nullptr) {
            return unknownReportedPerformance();
        }
        AttendanceReport report{.head = reading->head(scopeOf(performance, asOf)),
                                .performance = performance,
                                .event = reading->nameOf("event", known->event.uuid),
                                .startsAt = known->startsAt,
                                .timeZone = known->timeZone,
                                .types = {},
                                .gates = {},
                                .arrivals = {}};
        Database& database = counter.database();
        fillAttendance(report, *reading, asOf.value_or(kEndOfTime),
                       readPerformanceTickets(database, counter.organizer(), performance),
                       readDoorScans(database, counter.organizer(), performance));
        return report;
    });
}

} // namespace foyer
