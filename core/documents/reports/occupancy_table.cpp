// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/reports/report_tables.h"
#include "core/documents/reports/report_words.h"

#include <QCoreApplication>
#include <QString>

#include <algorithm>
#include <array>

namespace foyer {
namespace {

/// Holds the words of these pages for translators.
struct OccupancyWords {
    Q_DECLARE_TR_FUNCTIONS(OccupancyWords)
};

using Part = OccupancyReport::Part;

ReportMap::Shade shadeOf(const Part& part)
{
    return {part.name, part.places.value_or(0), part.sold};
}

/// Empty where it cannot be told: only where a category has one area, what is sold of it without a
/// seat is sold of that area.
std::string areaWords(const OccupancyReport& report, const StandingArea& area)
{
    const SeatingPlan& plan = *report.plan;
    const auto part =
        std::ranges::find(report.categories, plan.categories[area.category].name, &Part::name);
    if (part == report.categories.end() ||
        std::ranges::count(plan.areas, area.category, &StandingArea::category) != 1) {
        return {};
    }
    std::int64_t seated = 0;
    for (std::size_t i = 0; i < report.seats.size(); ++i) {
        const SeatFate fate = report.seats[i];
        seated += plan.seats[i].category == area.category &&
                (fate == SeatFate::Sold || fate == SeatFate::Came || fate == SeatFate::NotCome)
            ? 1
            : 0;
    }
    return OccupancyWords::tr("%1 of %2 sold")
        .arg(part->sold - seated)
        .arg(area.capacity)
        .toStdString();
}

std::vector<ReportMap::Sign> signsOf(const std::vector<SeatFate>& seats)
{
    const std::array<std::pair<SeatFate, const char*>, 6> kWords{{
        {SeatFate::Free, QT_TRANSLATE_NOOP("OccupancyWords", "free")},
        {SeatFate::Held, QT_TRANSLATE_NOOP("OccupancyWords", "held")},
        {SeatFate::Sold, QT_TRANSLATE_NOOP("OccupancyWords", "sold")},
        {SeatFate::Came, QT_TRANSLATE_NOOP("OccupancyWords", "came")},
        {SeatFate::NotCome, QT_TRANSLATE_NOOP("OccupancyWords", "did not come")},
        {SeatFate::Closed, QT_TRANSLATE_NOOP("OccupancyWords", "not for sale")},
    }};
    std::vector<ReportMap::Sign> signs;
    for (const auto& [fate, words] : kWords) {
        const auto count = std::ranges::count(seats, fate);
        if (count > 0) {
            signs.push_back({fate, OccupancyWords::tr(words).toStdString(), count});
        }
    }
    return signs;
}

ReportMap mapOf(const OccupancyReport& report)
{
    ReportMap map;
    if (!report.plan || report.plan->seats.empty()) {
        return map;
    }
    const SeatingPlan& plan = *report.plan;
    map.plan = report.plan;
    map.seats = report.seats;
    std::vector<SeatFate> drawn;
    for (std::size_t i = 0; i < report.seats.size(); ++i) {
        if (!plan.seats[i].retired) {
            drawn.push_back(report.seats[i]);
        }
    }
    map.signs = signsOf(drawn);
    std::ranges::transform(report.sections, std::back_inserter(map.sections), shadeOf);
    for (const PlanCategory& category : plan.categories) {
        const auto part = std::ranges::find(report.categories, category.name, &Part::name);
        map.categories.push_back(part != report.categories.end() ? shadeOf(*part)
                                                                 : ReportMap::Shade{category.name});
    }
    for (const StandingArea& area : plan.areas) {
        map.areas.push_back(areaWords(report, area));
    }
    return map;
}

void putRow(ReportTable& table, const OccupancyReport& report, const std::string& by,
            const Part& part)
{
    const auto ofPlaces = [&](std::int64_t count) {
        return part.places ? ReportCell{count} : ReportCell{};
    };
    const bool isCounted = report.isOver || report.came > 0;
    table.rows.push_back({by, part.name, ofPlaces(part.places.value_or(0)), part.sold, part.held,
                          ofPlaces(part.free()), ofPlaces(std::int64_t{shadeOf(part).percent()}),
                          isCounted ? ReportCell{part.came} : ReportCell{},
                          report.isOver ? ReportCell{part.sold - part.came} : ReportCell{}});
}

void putColumns(ReportTable& table, const OccupancyReport& report)
{
    table.columns = {wordColumn("by", OccupancyWords::tr("By").toStdString()),
                     wordColumn("name", OccupancyWords::tr("Name").toStdString()),
                     numberColumn("places", OccupancyWords::tr("Places").toStdString()),
                     numberColumn("sold", OccupancyWords::tr("Sold").toStdString()),
                     numberColumn("held", OccupancyWords::tr("Held").toStdString()),
                     numberColumn("free", OccupancyWords::tr("Free").toStdString()),
                     numberColumn("sold_percent", OccupancyWords::tr("Sold, %").toStdString()),
                     numberColumn("came", OccupancyWords::tr("Came").toStdString(),
                                  report.isOver || report.came > 0),
                     numberColumn("not_come", OccupancyWords::tr("Did not come").toStdString(),
                                  report.isOver)};
}

void chartCategories(ReportTable& table, const OccupancyReport& report)
{
    table.chart.across = OccupancyWords::tr("Category").toStdString();
    table.chart.upwards = OccupancyWords::tr("Places").toStdString();
    ReportChart::Series sold{OccupancyWords::tr("Sold").toStdString(), {}};
    ReportChart::Series held{OccupancyWords::tr("Held").toStdString(), {}};
    ReportChart::Series free{OccupancyWords::tr("Free").toStdString(), {}};
    for (const Part& each : report.categories) {
        const auto place = static_cast<double>(sold.points.size());
        sold.points.emplace_back(place, static_cast<double>(each.sold));
        held.points.emplace_back(place, static_cast<double>(each.held));
        free.points.emplace_back(place, static_cast<double>(each.free()));
        table.chart.names.push_back(each.name);
    }
    table.chart.series = {sold, held, free};
}

QString answerOf(const OccupancyReport& report)
{
    const QString share = report.capacity > 0
        ? QString::number(report.sold * 100 / report.capacity) + QStringLiteral(" %")
        : QStringLiteral("–");
    const QString words =
        OccupancyWords::tr("%1 of %2 places are sold (%3), %4 are held, %5 are free.")
            .arg(report.sold)
            .arg(report.capacity)
            .arg(share)
            .arg(report.held)
            .arg(report.free());
    if (report.isOver) {
        return OccupancyWords::tr("%1 Of those who have a ticket, %2 came and %3 did not.")
            .arg(words)
            .arg(report.came)
            .arg(report.sold - report.came);
    }
    return report.came > 0
        ? OccupancyWords::tr("%1 %2 of them have come so far.").arg(words).arg(report.came)
        : words;
}

} // namespace

ReportTable tableOf(const OccupancyReport& report, const std::string& locale)
{
    ReportTable table;
    table.key = "occupancy";
    table.title = OccupancyWords::tr("Occupancy").toStdString();
    putHead(table, report.head, locale);
    putColumns(table, report);
    for (const Part& each : report.categories) {
        putRow(table, report, OccupancyWords::tr("Category").toStdString(), each);
    }
    for (const Part& each : report.sections) {
        if (each.places != 0 && !each.name.empty()) {
            putRow(table, report, OccupancyWords::tr("Section").toStdString(), each);
        }
    }
    Part all{OccupancyWords::tr("In all").toStdString(), report.capacity, report.sold, report.held,
             report.came};
    putRow(table, report, all.name, all);
    table.sums.push_back(std::move(table.rows.back()));
    table.sums.back()[1] = ReportCell{};
    table.rows.pop_back();
    chartCategories(table, report);
    table.map = mapOf(report);
    table.answer = answerOf(report).toStdString();
    return table;
}

} // namespace foyer
