// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/reports/house_reports.h"
#include "core/domain/reports/report_question.h"
#include "core/domain/reports/sales_report.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// What was sold, who came, what is owed: as it is now, or as it was known here at any moment of
/// the past. All need Permission::ReadReports and refuse with unknown_performance, unknown_event
/// and bad_period where the scope names what is not there. What was taken back counts with the sale
/// that it takes back (its type, clerk, counter), on the day when it was taken back.

/// Does a part of it, about so many orders, in a fraction of a second. A report does all that is
/// left by itself; a window asks for parts, so that it can tell how far it is, and stop.
Result<ReportsReady> prepareReports(Counter& counter, std::int64_t orders = 2'000);

Result<SalesReport> salesReport(Counter& counter, const ReportScope& scope, SalesGrouping grouping);
Result<SettlementReport> settlementReport(Counter& counter, const ReportScope& scope);
Result<TaxReport> taxReport(Counter& counter, const ReportScope& scope);
/// As of a moment refuses with history_not_here on a counter that began with a snapshot: what was
/// held before is not in its journal. A performance is over when it ends, or four hours after its
/// start where nobody said when; one that is cancelled or postponed never is.
Result<OccupancyReport> occupancyReport(Counter& counter, PerformanceId performance,
                                        std::optional<Instant> asOf = std::nullopt);
/// Beside other performances, of any event whose reports may be read; where none are named, beside
/// up to three earlier ones of the same event. Compared by days before each one's own day.
Result<BookingCurve> bookingCurve(Counter& counter, PerformanceId performance,
                                  std::optional<Instant> asOf = std::nullopt,
                                  const std::vector<PerformanceId>& beside = {});
Result<AttendanceReport> attendanceReport(Counter& counter, PerformanceId performance,
                                          std::optional<Instant> asOf = std::nullopt);
Result<Dashboard> dashboard(Counter& counter, std::size_t performances = 12);

Result<ReportChoices> reportChoices(Counter& counter);
/// The event a person means: its id, or its name without regard to case. Refuses with
/// unknown_event.
Result<EventId> reportedEvent(Counter& counter, const std::string& text);
/// The performance a person means, past ones too: its id, six or more characters of its end, or the
/// event's name, of which the next performance is meant, else the last one. Refuses with
/// unknown_performance.
Result<PerformanceId> reportedPerformance(Counter& counter, const std::string& text);

} // namespace foyer
