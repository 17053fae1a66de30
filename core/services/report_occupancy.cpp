// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/event_state.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/report_reading.h"
#include "core/services/report_visits.h"
#include "core/services/reports.h"
#include "core/storage/performance_place_store.h"
#include "core/storage/report_catch_up.h"

#include <algorithm>
#include <limits>
#include <map>

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

std::int64_t capacityOf(const Offer& offer)
{
    for (const Quota& quota : offer.quotas) {
        if (quota.types.empty() && quota.categories.empty()) {
            return quota.capacity;
        }
    }
    return 0;
}

/// Free or closed, before anybody has bought or kept anything.
std::vector<SeatFate> emptyRoom(const Offer& offer)
{
    const SeatingPlan& plan = *offer.plan;
    std::vector<bool> isPriced;
    for (const PlanCategory& category : plan.categories) {
        isPriced.push_back(std::ranges::find(offer.categories, category.name,
                                             &PriceCategory::name) != offer.categories.end());
    }
    std::vector<SeatFate> fates;
    fates.reserve(plan.seats.size());
    for (const Seat& seat : plan.seats) {
        fates.push_back(seat.retired || !isPriced[seat.category] ? SeatFate::Closed
                                                                 : SeatFate::Free);
    }
    return fates;
}

/// Sections by what became of their seats. A seat that is closed is no place, unless it is sold.
std::vector<OccupancyReport::Part> sectionsOf(const SeatingPlan& plan,
                                              const std::vector<SeatFate>& seats)
{
    std::vector<OccupancyReport::Part> parts;
    for (const Section& section : plan.sections) {
        parts.push_back({section.label, 0});
    }
    for (std::size_t number = 0; number < seats.size(); ++number) {
        auto& part = parts[plan.rows[plan.seats[number].row].section];
        const SeatFate fate = seats[number];
        *part.places += fate == SeatFate::Closed ? 0 : 1;
        part.held += fate == SeatFate::Held ? 1 : 0;
        part.came += fate == SeatFate::Came ? 1 : 0;
        part.sold +=
            fate == SeatFate::Sold || fate == SeatFate::Came || fate == SeatFate::NotCome ? 1 : 0;
    }
    return parts;
}

/// Fills a report with what is known of its performance up to a moment.
class OccupancyCount {
public:
    OccupancyCount(OccupancyReport& report, const Offer& offer) : m_report{report}, m_offer{offer}
    {
        report.plan = offer.plan;
        report.capacity = capacityOf(offer);
        if (offer.plan) {
            report.seats = emptyRoom(offer);
        }
    }

    void keepBack(const KeptBack& kept)
    {
        for (const SeatNumber seat : kept.seats) {
            mark(seat, SeatFate::Held);
        }
        for (const auto& [category, count] : kept.places) {
            m_report.held += count;
            m_held[category] += count;
        }
    }
    void sell(const PerformanceTicket& ticket, bool hasCome)
    {
        ++m_report.sold;
        ++m_sold[ticket.category];
        m_report.came += hasCome ? 1 : 0;
        m_came[ticket.category] += hasCome ? 1 : 0;
        if (ticket.seat) {
            mark(*ticket.seat,
                 hasCome               ? SeatFate::Came
                     : m_report.isOver ? SeatFate::NotCome
                                       : SeatFate::Sold);
        }
    }
    void putParts()
    {
        const auto places = placesOfCategories(m_offer);
        for (const PriceCategory& category : m_offer.categories) {
            const auto own = places.find(category.id);
            m_report.categories.push_back(
                {category.name, own != places.end() ? std::optional{own->second} : std::nullopt,
                 m_sold[category.id], m_held[category.id], m_came[category.id]});
        }
        if (m_offer.plan) {
            m_report.sections = sectionsOf(*m_offer.plan, m_report.seats);
        }
    }

private:
    void mark(SeatNumber seat, SeatFate fate)
    {
        if (seat < m_report.seats.size()) {
            m_report.seats[seat] = fate;
        }
    }

    OccupancyReport& m_report;
    const Offer& m_offer;
    std::map<CategoryId, std::int64_t> m_sold;
    std::map<CategoryId, std::int64_t> m_held;
    std::map<CategoryId, std::int64_t> m_came;
};

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
        OccupancyReport report{.head = reading->head({.performances = {performance}, .asOf = asOf}),
                               .performance = performance,
                               .event = offer.event.name,
                               .startsAt = offer.performance.startsAt,
                               .timeZone = offer.performance.timeZone,
                               .isOver =
                                   isOver(offer.performance, asOf.value_or(counter.clock().now())),
                               .categories = {},
                               .sections = {},
                               .plan = {},
                               .seats = {}};
        OccupancyCount count{report, offer};
        count.keepBack(asOf ? readKeptBackAt(database, us, performance, *asOf)
                            : readKeptBack(database, us, performance));
        const Instant until = asOf.value_or(kEndOfTime);
        const auto scans = readDoorScans(database, us, performance);
        const auto visits = visitsUpTo(scans, until);
        for (const auto& ticket : readPerformanceTickets(database, us, performance)) {
            if (ticket.standsAt(until)) {
                const auto visit = visits.find(ticket.id);
                count.sell(ticket, visit != visits.end() && visit->second.first != nullptr);
            }
        }
        count.putParts();
        return report;
    });
}

} // namespace foyer
