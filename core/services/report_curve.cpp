// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/guarded.h"
#include "core/services/counter.h"
#include "core/services/report_reading.h"
#include "core/services/reports.h"

#include <algorithm>
#include <map>

namespace foyer {
namespace {

constexpr std::size_t kEarlierMax = 3;

BookingCurve::Line curveOf(ReportReading& reading, const Performance& performance,
                           const std::optional<ReportFilter::AsOf>& asOf)
{
    ReportFilter filter;
    filter.performances = {performance.id};
    filter.isByDay = true;
    filter.asOf = asOf;
    std::map<std::int64_t, std::int64_t> byDay;
    reading.lines(filter, [&](const ReportLine& line) {
        if (line.subject.kind == ReportKind::Ticket) {
            byDay[line.day] += line.figures.sold - line.figures.takenBack;
        }
    });
    BookingCurve::Line curve{performance.id, performance.startsAt, performance.timeZone, {}};
    curve.event = reading.nameOf("event", performance.event.uuid);
    const std::int64_t last = reading.days().of(performance.startsAt);
    curve.daysLeft = last - reading.days().of(asOf ? asOf->at : reading.counter().clock().now());
    std::int64_t tickets = 0;
    for (const auto& [day, change] : byDay) {
        tickets += change;
        if (change != 0) {
            curve.points.push_back({last - day, tickets});
        }
    }
    return curve;
}

/// Those of the same event that began before it, the latest first.
std::vector<Performance> earlierThan(const ReportReading& reading, const Performance& own)
{
    std::vector<Performance> earlier = reading.performancesOf(own.event);
    std::erase_if(earlier, [&](const Performance& each) { return each.startsAt >= own.startsAt; });
    std::ranges::reverse(earlier);
    if (earlier.size() > kEarlierMax) {
        earlier.erase(earlier.begin() + kEarlierMax, earlier.end());
    }
    return earlier;
}

/// Those that somebody chose, if they may be read.
Result<std::vector<Performance>> chosenIn(Counter& counter, ReportReading& reading,
                                          const std::vector<PerformanceId>& chosen)
{
    std::vector<Performance> found;
    for (const PerformanceId id : chosen) {
        if (auto may = counter.access().require(Permission::ReadReports, eventOf(counter, id));
            !may) {
            return std::move(may).error();
        }
        const Performance* known = reading.performance(id);
        if (known == nullptr) {
            return unknownReportedPerformance();
        }
        found.push_back(*known);
    }
    return found;
}

} // namespace

Result<BookingCurve> bookingCurve(Counter& counter, PerformanceId performance,
                                  std::optional<Instant> asOf,
                                  const std::vector<PerformanceId>& beside)
{
    return guarded([&]() -> Result<BookingCurve> {
        auto reading = ReportReading::begin(counter, eventOf(counter, performance));
        if (!reading) {
            return reading.error();
        }
        const Performance* found = reading->performance(performance);
        if (found == nullptr) {
            return unknownReportedPerformance();
        }
        const Performance own = *found;
        const ReportScope scope{.performances = {performance}, .asOf = asOf};
        const auto filter = reading->filterOf(scope);
        if (!filter) {
            return filter.error();
        }
        const auto others = beside.empty() ? Result{earlierThan(*reading, own)}
                                           : chosenIn(counter, *reading, beside);
        if (!others) {
            return others.error();
        }
        BookingCurve curve{.head = reading->head(scope),
                           .event = reading->nameOf("event", own.event.uuid),
                           .line = curveOf(*reading, own, filter->asOf),
                           .earlier = {},
                           .isChosen = !beside.empty()};
        for (const Performance& other : *others) {
            curve.earlier.push_back(curveOf(*reading, other, filter->asOf));
        }
        return curve;
    });
}

} // namespace foyer
