// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/reports.h"
#include "core/storage/report_cache.h"
#include "core/storage/report_catch_up.h"

#include <map>
#include <string>
#include <utility>

/// Reports as texts, so that two of them can be compared as a whole.
namespace foyer::test {

/// Without its head, which says when it was made.
std::string textOf(const SalesReport& report);
std::string textOf(const SettlementReport& report);
std::string textOf(const TaxReport& report);
std::string textOf(const OccupancyReport& report);
std::string textOf(const BookingCurve& curve);
std::string textOf(const AttendanceReport& report);

/// Every report of a counter, as it was at a moment; nothing: as it is.
std::string allReports(Counter& counter, const std::vector<PerformanceId>& performances,
                       std::optional<Instant> asOf);

/// The sums of a database as they are kept, without what is nothing.
using ReportLines = std::map<std::pair<ReportSubject, std::int64_t>, ReportFigures>;
ReportLines linesOf(Database& database, OrganizerId organizer, ReportFilter filter = {});
/// Catches up in small parts until nothing is left.
void catchUpAll(Database& database, OrganizerId organizer, const ReportDays& days,
                std::int64_t orders = 7);

} // namespace foyer::test
