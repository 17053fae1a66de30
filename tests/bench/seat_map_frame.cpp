// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long one frame of panning or zooming takes with 60,000 seats in a window of 1280x800.
// Prints one line of JSON; frames are whole: what the map draws and its way onto the window's
// picture. Run it in a release build; QT_SCALE_FACTOR=2 measures a screen of twice the density.
//   seat_map_frame          a map that is sold from
//   seat_map_frame report   one that says what became of each seat

#include "tests/support/room_plans.h"
#include "ui/sell/seat_map/seat_map_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace {

using foyer::ui::SeatMapView;

constexpr int kLevels = 15;
constexpr int kFramesPerLevel = 20;

double percentile(std::vector<double> times, double share)
{
    std::sort(times.begin(), times.end());
    const double last = static_cast<double>(times.size() - 1);
    return times[static_cast<std::size_t>(last * share + 0.5)];
}

double frame(SeatMapView& view, QImage& window)
{
    QElapsedTimer timer;
    timer.start();
    view.render(&window, QPoint(), QRegion(), QWidget::RenderFlags());
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

struct Level {
    double seatPixels = 0;
    std::vector<double> times;
};

// One level: a zoom to it and then a pan to and fro.
Level measureLevel(SeatMapView& view, QImage& window, int number)
{
    Level level;
    const QPointF middle(view.width() / 2.0, view.height() / 2.0);
    if (number > 0) {
        view.zoomBy(1.25, middle);
    }
    level.seatPixels = view.seatPixels();
    for (int i = 0; i < kFramesPerLevel; ++i) {
        if (i > 0) {
            // A jump back and forth by a part of a level keeps zooming in the measure.
            i % 4 == 0 ? view.zoomBy(i % 8 == 0 ? 1.06 : 1 / 1.06, middle)
                       : view.panBy(QPointF(i % 2 == 0 ? 23 : -37, i % 3 == 0 ? 17 : -11));
        }
        level.times.push_back(frame(view, window));
    }
    return level;
}

void report(const char* name, const std::vector<Level>& levels, double loadMs)
{
    std::vector<double> all;
    for (const Level& level : levels) {
        all.insert(all.end(), level.times.begin(), level.times.end());
    }
    std::printf(
        "{\"name\":\"%s\",\"frames\":%zu,\"median_ms\":%.2f,\"p99_ms\":%.2f,\"max_ms\":%.2f,"
        "\"load_ms\":%.2f,\"levels\":[",
        name, all.size(), percentile(all, 0.5), percentile(all, 0.99), percentile(all, 1.0),
        loadMs);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        std::printf("%s{\"seat_px\":%.1f,\"median_ms\":%.2f,\"max_ms\":%.2f}", i == 0 ? "" : ",",
                    levels[i].seatPixels, percentile(levels[i].times, 0.5),
                    percentile(levels[i].times, 1.0));
    }
    std::printf("]}\n");
}

/// Every seat came to something, in runs as people buy them.
foyer::ui::SeatsTold toldOf(const foyer::SeatingPlan& plan)
{
    using foyer::ui::SeatMark;
    foyer::ui::SeatsTold told;
    for (const auto mark :
         {SeatMark::Open, SeatMark::Held, SeatMark::Taken, SeatMark::Came, SeatMark::NotCome}) {
        told.signs.push_back({mark, 0, QStringLiteral("so")});
    }
    for (std::size_t seat = 0; seat < plan.seats.size(); ++seat) {
        told.signOf.push_back(static_cast<std::uint16_t>(seat / 3 * 7919 % 101 % 5));
    }
    told.sections.assign(plan.sections.size(), QStringLiteral("120 of 340 sold"));
    told.areas.assign(plan.areas.size(), {});
    return told;
}

void measure(bool isReport)
{
    SeatMapView view;
    view.resize(1280, 800);
    const double ratio = view.devicePixelRatioF();
    QImage window(view.size() * ratio, QImage::Format_RGB32);
    window.setDevicePixelRatio(ratio);
    const auto plan = std::make_shared<const foyer::SeatingPlan>(foyer::test::arenaPlan(60000));
    QElapsedTimer timer;
    timer.start();
    view.setPlan(plan);
    if (isReport) {
        view.setTold(toldOf(*plan));
    } else {
        view.setStates(foyer::test::mixedStates(*plan));
    }
    const double loadMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    std::vector<Level> levels;
    for (int number = 0; number < kLevels; ++number) {
        levels.push_back(measureLevel(view, window, number));
    }
    report(ratio > 1 ? "seat_map_frame_2x" : "seat_map_frame", levels, loadMs);
}

// An application has shown words before it shows a seat map: loading fonts is not the map's time.
void warmUp()
{
    SeatMapView view;
    view.resize(640, 480);
    view.setPlan(std::make_shared<const foyer::SeatingPlan>(foyer::test::theatrePlan()));
    QImage window(view.size() * view.devicePixelRatioF(), QImage::Format_RGB32);
    for (int i = 0; i < 8; ++i) {
        frame(view, window);
        view.zoomBy(1.3, QPointF(320, 240));
    }
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    warmUp();
    measure(argc > 1 && std::string_view{argv[1]} == "report");
    return EXIT_SUCCESS;
}
