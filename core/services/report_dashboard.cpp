// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/notices.h"
#include "core/services/report_reading.h"
#include "core/services/reports.h"

#include <map>

namespace foyer {
namespace {

constexpr std::int64_t kDaysOfWeek = 7;
constexpr std::int64_t kStillListedMs = 4 * 3'600'000; ///< after its start
constexpr std::int64_t kAlerts = 20;

std::vector<SalesRow> salesOfDay(const ReportReading& reading, std::int64_t day)
{
    ReportFilter filter;
    filter.fromDay = filter.toDay = day;
    std::map<std::string, SalesFigures> sums;
    reading.lines(filter, [&](const ReportLine& line) {
        sums[line.subject.currency].add(line.subject.kind, line.figures);
    });
    std::vector<SalesRow> rows;
    for (const auto& [code, figures] : sums) {
        const auto currency = Currency::fromCode(code);
        if (currency && figures != SalesFigures{}) {
            rows.push_back({isoDay(day), isoDay(day), *currency, figures});
        }
    }
    return rows;
}

std::int64_t ticketsOf(const ReportReading& reading, PerformanceId performance)
{
    ReportFilter filter;
    filter.performances = {performance};
    std::int64_t tickets = 0;
    reading.lines(filter, [&](const ReportLine& line) {
        if (line.subject.kind == ReportKind::Ticket) {
            tickets += line.figures.sold - line.figures.takenBack;
        }
    });
    return tickets;
}

} // namespace

Result<Dashboard> dashboard(Counter& counter, std::size_t performances)
{
    return guarded([&]() -> Result<Dashboard> {
        auto reading = ReportReading::begin(counter);
        if (!reading) {
            return reading.error();
        }
        const Instant now = counter.clock().now();
        const std::int64_t today = reading->days().of(now);
        Dashboard shown{.head = reading->head({}),
                        .today = salesOfDay(*reading, today),
                        .sevenDaysBefore = salesOfDay(*reading, today - kDaysOfWeek),
                        .coming = {},
                        .alerts = {}};
        const auto list = foyer::performances(counter, Instant{now.ms - kStillListedMs});
        if (!list) {
            return list.error();
        }
        for (const PerformanceSummary& each : *list) {
            if (shown.coming.size() == performances) {
                break;
            }
            shown.coming.push_back({each.id, each.event, each.startsAt, each.timeZone,
                                    each.capacity, ticketsOf(*reading, each.id), each.cancelled});
        }
        if (const auto seen = notices(counter, kAlerts)) {
            for (const SeenNotice& each : seen->notices) {
                if (!each.notice.isOver()) {
                    shown.alerts.push_back(each.notice);
                }
            }
        }
        return shown;
    });
}

} // namespace foyer
