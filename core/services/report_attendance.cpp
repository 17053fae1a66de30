// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/catalogue/event_state.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/services/report_reading.h"
#include "core/services/report_visits.h"
#include "core/services/reports.h"
#include "core/storage/performance_place_store.h"

#include <limits>
#include <map>
#include <unordered_map>

namespace foyer {
namespace {

constexpr Instant kEndOfTime{std::numeric_limits<std::int64_t>::max() >> 17};

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
    const auto visits = visitsUpTo(scans, at);
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
        const TicketVisit& visit = found->second;
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
                                .isOver = isOver(*known, asOf.value_or(counter.clock().now())),
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
