// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calendar/local_days.h"
#include "core/documents/reports/report_tables.h"
#include "core/documents/reports/report_words.h"
#include "core/documents/tickets/local_text.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <set>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct HouseTableWords {
    Q_DECLARE_TR_FUNCTIONS(HouseTableWords)
};

std::string startWords(const LocalText& local, Instant at, const std::string& zone)
{
    return local.date(at, zone) + ", " + local.time(at, zone);
}

/// "75 %", rounded down: only a house without a free place is full.
std::string shareWords(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? std::to_string(part * 100 / whole) + " %" : std::string{"–"};
}

void putRow(ReportTable& table, const std::string& group, const AttendanceReport::Row& row,
            bool isGate)
{
    table.rows.push_back({group, row.name, isGate ? ReportCell{} : ReportCell{row.valid},
                          row.admitted, isGate ? ReportCell{} : ReportCell{row.notCome()},
                          row.again});
}

} // namespace

ReportTable tableOf(const OccupancyReport& report, const std::string& locale)
{
    ReportTable table;
    table.key = "occupancy";
    table.title = HouseTableWords::tr("Occupancy").toStdString();
    putHead(table, report.head, locale);
    table.columns = {wordColumn("category", HouseTableWords::tr("Category").toStdString()),
                     numberColumn("places", HouseTableWords::tr("Places").toStdString()),
                     numberColumn("sold", HouseTableWords::tr("Sold").toStdString()),
                     numberColumn("held", HouseTableWords::tr("Held").toStdString()),
                     numberColumn("free", HouseTableWords::tr("Free").toStdString())};
    table.chart.across = HouseTableWords::tr("Category").toStdString();
    table.chart.upwards = HouseTableWords::tr("Places").toStdString();
    ReportChart::Series sold{HouseTableWords::tr("Sold").toStdString(), {}};
    ReportChart::Series held{HouseTableWords::tr("Held").toStdString(), {}};
    ReportChart::Series free{HouseTableWords::tr("Free").toStdString(), {}};
    for (const auto& each : report.categories) {
        table.rows.push_back({each.name, each.places ? ReportCell{*each.places} : ReportCell{},
                              each.sold, each.held,
                              each.places ? ReportCell{each.free()} : ReportCell{}});
        sold.addBar(static_cast<double>(each.sold));
        held.addBar(static_cast<double>(each.held));
        free.addBar(static_cast<double>(each.free()));
        table.chart.names.push_back(each.name);
    }
    table.chart.series = {sold, held, free};
    table.sums.push_back({HouseTableWords::tr("In all").toStdString(), report.capacity, report.sold,
                          report.held, report.free()});
    table.answer = HouseTableWords::tr("%1 of %2 places are sold (%3), %4 are held, %5 are free.")
                       .arg(report.sold)
                       .arg(report.capacity)
                       .arg(QString::fromStdString(shareWords(report.sold, report.capacity)))
                       .arg(report.held)
                       .arg(report.free())
                       .toStdString();
    return table;
}

ReportTable tableOf(const BookingCurve& curve, const std::string& locale)
{
    const LocalText local{locale};
    ReportTable table;
    table.key = "curve";
    table.title = HouseTableWords::tr("Booking curve").toStdString();
    putHead(table, curve.head, locale);
    table.columns = {numberColumn("days_before", HouseTableWords::tr("Days before").toStdString())};
    table.chart.kind = ReportChart::Kind::Lines;
    table.chart.isReversed = true;
    table.chart.across = HouseTableWords::tr("Days before the performance").toStdString();
    table.chart.upwards = HouseTableWords::tr("Tickets").toStdString();
    std::vector<const BookingCurve::Line*> lines{&curve.line};
    for (const auto& line : curve.earlier) {
        lines.push_back(&line);
    }
    std::set<std::int64_t, std::greater<>> days;
    for (const auto* line : lines) {
        const std::string name = startWords(local, line->startsAt, line->timeZone);
        table.columns.push_back(
            numberColumn(("performance_" + std::to_string(table.columns.size())).c_str(), name));
        ReportChart::Series series{name, {}};
        for (const auto& point : line->points) {
            days.insert(point.daysBefore);
            series.points.emplace_back(static_cast<double>(point.daysBefore),
                                       static_cast<double>(point.tickets));
        }
        table.chart.series.push_back(std::move(series));
    }
    for (const std::int64_t day : days) {
        std::vector<ReportCell> row{day};
        for (const auto* line : lines) {
            const bool isYetToCome = line == &curve.line && day < curve.daysBefore;
            row.push_back(isYetToCome ? ReportCell{} : ReportCell{line->ticketsAt(day)});
        }
        table.rows.push_back(std::move(row));
    }
    const QString own = HouseTableWords::tr("%n ticket(s) are sold", nullptr,
                                            static_cast<int>(curve.line.tickets()));
    table.answer = curve.earlier.empty()
        ? HouseTableWords::tr("%1; there was no earlier performance to compare with.")
              .arg(own)
              .toStdString()
        : HouseTableWords::tr("%1; of the performance before, %2 were by then, and %3 in the end.")
              .arg(own)
              .arg(curve.earlier.front().ticketsAt(curve.daysBefore))
              .arg(curve.earlier.front().tickets())
              .toStdString();
    return table;
}

ReportTable tableOf(const AttendanceReport& report, const std::string& locale)
{
    ReportTable table;
    table.key = "attendance";
    table.title = HouseTableWords::tr("Attendance").toStdString();
    putHead(table, report.head, locale);
    table.columns = {wordColumn("group", HouseTableWords::tr("By").toStdString()),
                     wordColumn("name", HouseTableWords::tr("Name").toStdString()),
                     numberColumn("valid", HouseTableWords::tr("Valid tickets").toStdString()),
                     numberColumn("admitted", HouseTableWords::tr("Came").toStdString()),
                     numberColumn("not_come", HouseTableWords::tr("Did not come").toStdString()),
                     numberColumn("again", HouseTableWords::tr("Came in again").toStdString())};
    for (const auto& row : report.types) {
        putRow(table, HouseTableWords::tr("Ticket type").toStdString(), row, false);
    }
    for (const auto& row : report.gates) {
        putRow(table, HouseTableWords::tr("Gate").toStdString(), row, true);
    }
    table.chart.across = HouseTableWords::tr("Quarter of an hour of the arrival").toStdString();
    table.chart.upwards = HouseTableWords::tr("Arrivals").toStdString();
    ReportChart::Series series{table.chart.upwards, {}};
    const LocalDays clock{report.timeZone};
    for (const auto& each : report.arrivals) {
        const std::string time = clock.timeOf(each.from);
        table.rows.push_back(
            {HouseTableWords::tr("Arrival").toStdString(), time, {}, each.admitted, {}, {}});
        series.addBar(static_cast<double>(each.admitted));
        table.chart.names.push_back(time);
    }
    table.chart.series.push_back(std::move(series));
    table.sums.push_back({HouseTableWords::tr("In all").toStdString(),
                          {},
                          report.valid,
                          report.admitted,
                          report.notCome(),
                          report.again});
    table.answer = report.valid == 0
        ? HouseTableWords::tr("No ticket is valid for it.").toStdString()
        : HouseTableWords::tr("%1 of %2 came (%3), %4 did not.")
              .arg(report.admitted)
              .arg(report.valid)
              .arg(QString::fromStdString(shareWords(report.admitted, report.valid)))
              .arg(report.notCome())
              .toStdString();
    return table;
}

ReportTable tableOf(const Dashboard& dashboard, const std::string& locale)
{
    const LocalText local{locale};
    ReportTable table;
    table.key = "dashboard";
    table.title = HouseTableWords::tr("Today").toStdString();
    putHead(table, dashboard.head, locale);
    table.columns = {wordColumn("event", HouseTableWords::tr("Event").toStdString()),
                     wordColumn("starts", HouseTableWords::tr("Starts").toStdString()),
                     numberColumn("sold", HouseTableWords::tr("Sold").toStdString()),
                     numberColumn("places", HouseTableWords::tr("Places").toStdString()),
                     numberColumn("share", HouseTableWords::tr("Share").toStdString())};
    table.chart.across = HouseTableWords::tr("Performance").toStdString();
    table.chart.upwards = HouseTableWords::tr("Share sold, per cent").toStdString();
    ReportChart::Series series{table.chart.upwards, {}};
    for (const auto& each : dashboard.coming) {
        table.rows.push_back({each.event, startWords(local, each.startsAt, each.timeZone),
                              each.sold, each.capacity, shareWords(each.sold, each.capacity)});
        table.chart.names.push_back(each.event + " " +
                                    LocalDays{each.timeZone}.timeOf(each.startsAt));
        series.addBar(each.capacity > 0 ? static_cast<double>(each.sold * 100) /
                              static_cast<double>(each.capacity)
                                        : 0);
    }
    table.chart.series.push_back(std::move(series));
    SalesReport today{dashboard.head, SalesGrouping::Day, dashboard.today, dashboard.today};
    table.answer = dashboard.today.empty()
        ? HouseTableWords::tr("Nothing was sold today.").toStdString()
        : tableOf(today, locale).answer;
    table.emptyWords = HouseTableWords::tr("No performance is coming up.").toStdString();
    return table;
}

} // namespace foyer
