// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calendar/local_days.h"
#include "core/documents/reports/report_tables.h"
#include "core/documents/reports/report_words.h"
#include "core/documents/tickets/local_text.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <functional>
#include <set>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct CurveTableWords {
    Q_DECLARE_TR_FUNCTIONS(CurveTableWords)
};

/// Short, for it stands over a column and in a legend.
std::string nameOf(const BookingCurve::Line& line, const BookingCurve& curve,
                   const std::string& locale)
{
    const std::string start = dayWords(LocalDays{line.timeZone}.of(line.startsAt), locale) + ", " +
        LocalText{locale}.time(line.startsAt, line.timeZone);
    return line.event == curve.event ? start : line.event + ", " + start;
}

/// Tickets come in on days, and between them nothing changes: a line of steps, up to its
/// performance or the moment that is reported.
ReportChart::Series stepsOf(const BookingCurve::Line& line, const std::string& name)
{
    ReportChart::Series series{name, {}};
    std::int64_t before = 0;
    const auto put = [&](std::int64_t day, std::int64_t tickets) {
        series.points.emplace_back(static_cast<double>(day), static_cast<double>(tickets));
    };
    for (const auto& point : line.points) {
        put(point.daysBefore, before);
        put(point.daysBefore, point.tickets);
        before = point.tickets;
    }
    const std::int64_t last = std::max<std::int64_t>(line.daysLeft, 0);
    if (!line.points.empty() && line.points.back().daysBefore > last) {
        put(last, before);
    }
    return series;
}

QString comparison(const BookingCurve& curve, const QString& own, const std::string& locale)
{
    if (curve.earlier.empty()) {
        return CurveTableWords::tr("%1; there was no earlier performance to compare with.")
            .arg(own);
    }
    const BookingCurve::Line& other = curve.earlier.front();
    const QString then = QString::number(other.ticketsAt(curve.line.daysLeft));
    const QString all = QString::number(other.tickets());
    if (!curve.isChosen) {
        return CurveTableWords::tr(
                   "%1; of the performance before, %2 were by then, and %3 in the end.")
            .arg(own, then, all);
    }
    const QString name = QString::fromStdString(nameOf(other, curve, locale));
    return (other.daysLeft < 0
                ? CurveTableWords::tr("%1; of “%2”, %3 were by then, and %4 in the end.")
                : CurveTableWords::tr("%1; of “%2”, %3 were so many days before, and %4 are now."))
        .arg(own, name, then, all);
}

} // namespace

ReportTable tableOf(const BookingCurve& curve, const std::string& locale)
{
    ReportTable table;
    table.key = "curve";
    table.title = CurveTableWords::tr("Booking curve").toStdString();
    putHead(table, curve.head, locale);
    table.columns = {numberColumn("days_before", CurveTableWords::tr("Days before").toStdString())};
    table.chart.kind = ReportChart::Kind::Lines;
    table.chart.isReversed = true;
    table.chart.across = CurveTableWords::tr("Days before the performance").toStdString();
    table.chart.upwards = CurveTableWords::tr("Tickets").toStdString();
    std::vector<const BookingCurve::Line*> lines{&curve.line};
    for (const auto& line : curve.earlier) {
        lines.push_back(&line);
    }
    std::set<std::int64_t, std::greater<>> days;
    for (const auto* line : lines) {
        const std::string name = nameOf(*line, curve, locale);
        table.columns.push_back(
            numberColumn(("performance_" + std::to_string(table.columns.size())).c_str(), name));
        for (const auto& point : line->points) {
            days.insert(point.daysBefore);
        }
        table.chart.series.push_back(stepsOf(*line, name));
    }
    for (const std::int64_t day : days) {
        std::vector<ReportCell> row{day};
        for (const auto* line : lines) {
            // The figures after its day are those of its day, but for what came later still.
            const bool isYetToCome = day < line->daysLeft;
            row.emplace_back();
            if (!isYetToCome) {
                row.back() = line->ticketsAt(day);
            }
        }
        table.rows.push_back(std::move(row));
    }
    const QString own = CurveTableWords::tr("%n ticket(s) are sold", nullptr,
                                            static_cast<int>(curve.line.tickets()));
    table.answer = comparison(curve, own, locale).toStdString();
    return table;
}

} // namespace foyer
