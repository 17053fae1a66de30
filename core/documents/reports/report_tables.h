// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/reports/house_reports.h"
#include "core/domain/reports/report_table.h"
#include "core/domain/reports/sales_report.h"

#include <string>

namespace foyer {

/// Reports in words, in the language of the thread (see DocumentLanguage). `locale` is a BCP 47
/// name, by which amounts and dates in sentences are written; empty: the system's.

ReportTable tableOf(const SalesReport& report, const std::string& locale = {});
ReportTable tableOf(const SettlementReport& report, const std::string& locale = {});
ReportTable tableOf(const TaxReport& report, const std::string& locale = {});
ReportTable tableOf(const OccupancyReport& report, const std::string& locale = {});
ReportTable tableOf(const BookingCurve& curve, const std::string& locale = {});
ReportTable tableOf(const AttendanceReport& report, const std::string& locale = {});
ReportTable tableOf(const Dashboard& dashboard, const std::string& locale = {});

} // namespace foyer
