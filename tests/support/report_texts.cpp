// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/report_texts.h"

#include <sstream>

namespace foyer::test {
namespace {

std::ostream& operator<<(std::ostream& out, const SalesFigures& figures)
{
    return out << figures.sold << ' ' << figures.takenBack << ' ' << figures.complimentary << ' '
               << figures.tickets << ' ' << figures.discounts << ' ' << figures.fees << ' '
               << figures.refunds << ' ' << figures.taxes;
}

std::ostream& operator<<(std::ostream& out, const TaxRow& row)
{
    return out << row.tax.text() << ' ' << row.name << ' ' << row.rateMilliPercent << ' '
               << row.currency.code() << ' ' << row.ticketNet << ' ' << row.ticketTax << ' '
               << row.feeNet << ' ' << row.feeTax << ' ' << row.backNet << ' ' << row.backTax;
}

std::ostream& operator<<(std::ostream& out, const BookingCurve::Line& line)
{
    out << line.performance.text();
    for (const auto& point : line.points) {
        out << ' ' << point.daysBefore << ':' << point.tickets;
    }
    return out << '\n';
}

template <typename T>
std::string textOrCode(const Result<T>& report)
{
    return report ? textOf(*report) : report.error().code + "\n";
}

} // namespace

std::string textOf(const SalesReport& report)
{
    std::ostringstream out;
    out << "sales by " << salesGroupingName(report.grouping) << '\n';
    for (const auto* rows : {&report.rows, &report.sums}) {
        for (const SalesRow& row : *rows) {
            out << row.key << ' ' << row.name << ' ' << row.currency.code() << ' ' << row.figures
                << '\n';
        }
    }
    return out.str();
}

std::string textOf(const SettlementReport& report)
{
    std::ostringstream out;
    out << "settlement\n";
    for (const EventSettlement& event : report.events) {
        out << event.name << ' ' << event.currency.code() << ' ' << event.figures << ' '
            << event.giftCards << ' ' << event.open() << '\n';
        for (const TaxRow& row : event.taxes) {
            out << "  " << row << '\n';
        }
        for (const auto& payment : event.payments) {
            out << "  " << payment.method << ' ' << payment.provider << ' ' << payment.amount
                << '\n';
        }
    }
    return out.str();
}

std::string textOf(const TaxReport& report)
{
    std::ostringstream out;
    out << "tax\n";
    for (const TaxRow& row : report.rows) {
        out << row << '\n';
    }
    return out.str();
}

std::string textOf(const OccupancyReport& report)
{
    std::ostringstream out;
    out << "occupancy " << report.capacity << ' ' << report.sold << ' ' << report.held << '\n';
    for (const auto* parts : {&report.categories, &report.sections}) {
        for (const auto& part : *parts) {
            out << part.name << ' ' << part.places.value_or(-1) << ' ' << part.sold << ' '
                << part.held << ' ' << part.came << '\n';
        }
    }
    for (const SeatFate seat : report.seats) {
        // Whether somebody may still come is said by the clock and not by what was written.
        out << static_cast<int>(seat == SeatFate::NotCome ? SeatFate::Sold : seat);
    }
    out << '\n';
    return out.str();
}

std::string textOf(const BookingCurve& curve)
{
    std::ostringstream out;
    out << "curve\n" << curve.line;
    for (const auto& line : curve.earlier) {
        out << line;
    }
    return out.str();
}

std::string textOf(const AttendanceReport& report)
{
    std::ostringstream out;
    out << "attendance " << report.valid << ' ' << report.admitted << ' ' << report.again << ' '
        << report.inside << ' ' << report.refused << '\n';
    for (const auto* rows : {&report.types, &report.gates}) {
        for (const auto& row : *rows) {
            out << row.name << ' ' << row.valid << ' ' << row.admitted << ' ' << row.again << '\n';
        }
    }
    for (const auto& arrivals : report.arrivals) {
        out << arrivals.from.ms << ' ' << arrivals.admitted << '\n';
    }
    return out.str();
}

std::string allReports(Counter& counter, const std::vector<PerformanceId>& performances,
                       std::optional<Instant> asOf)
{
    std::string text;
    for (std::size_t i = 0; i < kSalesGroupings; ++i) {
        text += textOrCode(salesReport(counter, {.asOf = asOf}, static_cast<SalesGrouping>(i)));
    }
    text += textOrCode(settlementReport(counter, {.asOf = asOf}));
    text += textOrCode(taxReport(counter, {.asOf = asOf}));
    for (const PerformanceId performance : performances) {
        text += textOrCode(taxReport(counter, {.performances = {performance}, .asOf = asOf}));
        text += textOrCode(occupancyReport(counter, performance, asOf));
        text += textOrCode(bookingCurve(counter, performance, asOf));
        text += textOrCode(attendanceReport(counter, performance, asOf));
    }
    return text;
}

ReportLines linesOf(Database& database, OrganizerId organizer, ReportFilter filter)
{
    filter.isByDay = true;
    ReportLines lines;
    readReportLines(database, organizer, filter, [&](const ReportLine& line) {
        lines[{line.subject, line.day}] += line.figures;
    });
    std::erase_if(lines, [](const auto& each) { return each.second == ReportFigures{}; });
    return lines;
}

void catchUpAll(Database& database, OrganizerId organizer, const ReportDays& days,
                std::int64_t orders)
{
    while (!catchUpReportTables(database, organizer, days, orders).isReady) {}
}

} // namespace foyer::test
