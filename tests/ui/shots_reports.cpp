// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the reports into a folder: shots_reports DIR [LANGUAGE]. Run with QT_SCALE_FACTOR=2 for
// dense screens.

#include "tests/ui/fake_reports_port.h"
#include "tests/ui/shots_start.h"
#include "ui/common/main_window.h"
#include "ui/common/theme.h"
#include "ui/reports/report_map_view.h"
#include "ui/reports/reports_page.h"

#include <QComboBox>
#include <QTabBar>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

ReportTable curveTable()
{
    ReportTable table = FakeReportsPort::table(
        "212 tickets are sold; of the performance before, 187 were by then, and 340 in the end.");
    table.title = "Booking curve";
    table.chart = {};
    table.chart.kind = ReportChart::Kind::Lines;
    table.chart.isReversed = true;
    table.chart.across = "Days before the performance";
    table.chart.upwards = "Tickets";
    for (int i = 0; i < 3; ++i) {
        ReportChart::Series series{"Hamlet " + std::to_string(i + 1), {}};
        for (int day = 40; day >= (i == 0 ? 12 : 0); day -= 4) {
            series.points.emplace_back(day, (41 - day) * (8 - i));
        }
        table.chart.series.push_back(series);
    }
    return table;
}

ReportTable occupancyTable()
{
    ReportTable table =
        FakeReportsPort::table("20 of 30 places are sold (66 %), 4 are held, 6 are free.");
    table.chart.names = {"Stalls", "Balcony"};
    table.chart.series = {{"Sold", {{0, 14}, {1, 6}}},
                          {"Held", {{0, 3}, {1, 1}}},
                          {"Free", {{0, 2}, {1, 4}}}};
    return table;
}

} // namespace

int main(int argc, char** argv)
{
    PageShots shots{argc, argv, {1280, 720}};
    FakeReportsPort port;
    auto* page = new ui::ReportsPage{port};
    shots.show(page, QCoreApplication::translate("foyer::desktop::Desktop", "Reports"),
               "chart-column");
    shots.shoot("reports-none");
    port.fill();
    page->refresh();
    shots.shoot("reports-today");
    auto& tabs = *page->findChild<QTabBar*>();
    tabs.setCurrentIndex(1);
    shots.shoot("reports-sales");
    port.answer = curveTable();
    page->refresh();
    shots.shoot("reports-curve");
    port.answer = occupancyTable();
    page->refresh();
    shots.shoot("reports-occupancy");
    const auto showMap = [&](SeatingPlan room, bool isOver, int view, const char* name) {
        port.answer = FakeReportsPort::mapTable(std::move(room), isOver);
        page->refresh();
        settle();
        page->findChild<ui::ReportMapView*>()->findChild<QComboBox*>()->setCurrentIndex(view);
        settle();
        shots.shoot(name);
    };
    showMap(theatrePlan(), false, 0, "reports-map");
    showMap(theatrePlan(), true, 0, "reports-map-after");
    showMap(theatrePlan(), true, 1, "reports-map-sections");
    showMap(theatrePlan(), true, 2, "reports-map-categories");
    constexpr std::size_t kArena = 60'000;
    showMap(arenaPlan(kArena), false, 0, "reports-map-arena");
    showMap(arenaPlan(kArena), false, 1, "reports-map-arena-sections");
    tabs.setCurrentIndex(3);
    shots.shoot("reports-came");
    port.refusal = storageError("disk_error", "x");
    page->refresh();
    shots.shoot("reports-failed");
    return 0;
}
