// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/reports_port.h"

#include "app/desktop/store_thread.h"
#include "core/documents/reports/report_files.h"
#include "core/documents/reports/report_tables.h"
#include "core/services/reports.h"

#include <utility>

namespace foyer::desktop {
namespace {

template <typename Report>
Result<ReportTable> inWords(const Result<Report>& report)
{
    return report ? Result<ReportTable>{tableOf(*report)} : report.error();
}

Result<ReportTable> answerTo(Counter& counter, const ReportQuestion& question)
{
    using Kind = ReportQuestion::Kind;
    const ReportScope& scope = question.scope;
    const PerformanceId performance =
        scope.performances.empty() ? PerformanceId{} : scope.performances.front();
    switch (question.kind) {
    case Kind::Sales:
        return inWords(salesReport(counter, scope, question.grouping));
    case Kind::Occupancy:
        return inWords(occupancyReport(counter, performance, scope.asOf));
    case Kind::Curve:
        return inWords(bookingCurve(counter, performance, scope.asOf, question.beside));
    case Kind::Settlement:
        return inWords(settlementReport(counter, scope));
    case Kind::Tax:
        return inWords(taxReport(counter, scope));
    case Kind::Attendance:
        return inWords(attendanceReport(counter, performance, scope.asOf));
    case Kind::Dashboard:
        break;
    }
    return inWords(dashboard(counter));
}

} // namespace

void CounterReportsPort::choices(Then<ReportChoices> then)
{
    m_store.ask<ReportChoices>([](Counter& counter) { return reportChoices(counter); },
                               std::move(then));
}

void CounterReportsPort::prepare(Then<ReportsReady> then)
{
    m_store.ask<ReportsReady>([](Counter& counter) { return prepareReports(counter); },
                              std::move(then));
}

void CounterReportsPort::report(const ReportQuestion& question, Then<ReportTable> then)
{
    m_store.ask<ReportTable>([question](Counter& counter) { return answerTo(counter, question); },
                             std::move(then));
}

void CounterReportsPort::save(const ReportQuestion& question, const std::string& file,
                              Then<bool> then)
{
    m_store.ask<bool>(
        [question, file](Counter& counter) -> Result<bool> {
            const auto table = answerTo(counter, question);
            if (!table) {
                return table.error();
            }
            const auto written = writeReport(file, *table);
            return written ? Result<bool>{true} : written.error();
        },
        std::move(then));
}

} // namespace foyer::desktop
