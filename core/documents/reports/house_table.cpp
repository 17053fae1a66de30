// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calendar/local_days.h"
#include "core/documents/reports/report_tables.h"
#include "core/documents/reports/report_words.h"
#include "core/documents/tickets/local_text.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

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

namespace {

/// Today, the same day of the week before, and what waits for somebody: a sentence each.
QString dashboardAnswer(const Dashboard& dashboard, const std::string& locale)
{
    const auto of = [&](const std::vector<SalesRow>& rows) {
        return QString::fromStdString(
            tableOf(SalesReport{dashboard.head, SalesGrouping::Day, rows, rows}, locale).answer);
    };
    QStringList sentences;
    sentences << (dashboard.today.empty()
                      ? HouseTableWords::tr("Nothing was sold today.")
                      : HouseTableWords::tr("Today: %1").arg(of(dashboard.today)));
    sentences << (dashboard.sevenDaysBefore.empty()
                      ? HouseTableWords::tr("A week ago nothing was sold.")
                      : HouseTableWords::tr("A week ago: %1").arg(of(dashboard.sevenDaysBefore)));
    if (!dashboard.alerts.empty()) {
        sentences << HouseTableWords::tr("%n notice(s) wait for somebody.", nullptr,
                                         static_cast<int>(dashboard.alerts.size()));
    }
    return sentences.join(QLatin1Char{' '});
}

} // namespace

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
                     numberColumn("not_come",
                                  (report.isOver ? HouseTableWords::tr("Did not come")
                                                 : HouseTableWords::tr("Not here yet"))
                                      .toStdString()),
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
        : (report.isOver
               ? HouseTableWords::tr("%1 of %2 came (%3), %4 did not.")
               : HouseTableWords::tr("%1 of %2 have come so far (%3), %4 are not here yet."))
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
    table.answer = dashboardAnswer(dashboard, locale).toStdString();
    table.emptyWords = HouseTableWords::tr("No performance is coming up.").toStdString();
    return table;
}

} // namespace foyer
