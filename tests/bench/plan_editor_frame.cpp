// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the plan editor takes with 60,000 seats in a window of 1280x800: one frame of panning,
// the same over a picture, one frame of dragging 1,000 seats, an edit of one row (the drawing
// alone, and until it is seen). Prints one line of JSON. Run it in a release build.

#include "core/domain/seating/plan_editing/edit_positions.h"
#include "tests/support/room_plans.h"
#include "ui/plans/plan_canvas.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QMouseEvent>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace foyer;

namespace {

constexpr int kTimes = 60;
constexpr std::size_t kDragged = 1'000;

struct Times {
    double median = 0;
    double most = 0;
};

Times timesOf(const std::function<void(int)>& act)
{
    std::vector<double> times;
    for (int i = 0; i < kTimes; ++i) {
        QElapsedTimer timer;
        timer.start();
        act(i);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

void send(ui::PlanCanvas& canvas, QEvent::Type type, QPointF at, Qt::MouseButton button)
{
    QMouseEvent event{type,
                      at,
                      canvas.mapToGlobal(at),
                      button,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton,
                      Qt::NoModifier};
    QApplication::sendEvent(&canvas, &event);
}

KeySet someSeats(const PlanSketch& drawing, std::size_t count)
{
    KeySet seats;
    for (const auto& row : drawing.rows) {
        for (const DrawnSeat& seat : row->seats) {
            if (seats.size() < count) {
                seats.add(seat.key);
            }
        }
    }
    return seats;
}

/// As wide as the widest that is made of a picture, with something on every pixel.
QImage scan()
{
    QImage picture{1920, 1280, QImage::Format_RGB32};
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            picture.setPixel(x, y, qRgb(x % 256, y % 256, (x * y) % 256));
        }
    }
    return picture;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    ui::PlanDesk desk;
    ui::PlanCanvas canvas{desk};
    canvas.resize(1280, 800);
    desk.open(test::arenaPlan(60'000), "bench");
    canvas.zoomToFit();
    const double ratio = canvas.devicePixelRatioF();
    QImage window(canvas.size() * ratio, QImage::Format_RGB32);
    window.setDevicePixelRatio(ratio);
    const auto paint = [&] { canvas.render(&window, QPoint(), QRegion(), QWidget::RenderFlags()); };
    paint();
    const Times zoom = timesOf([&](int i) {
        canvas.zoomBy(i % 2 == 0 ? 1.3 : 1 / 1.3);
        paint();
    });
    canvas.setPicture(scan());
    desk.setBackground(
        PlanBackground{std::string(64, 'a'), {0, 0}, planOf(desk.drawing()).size, 0.5F}, {});
    const Times over = timesOf([&](int i) {
        canvas.zoomBy(i % 2 == 0 ? 1.3 : 1 / 1.3);
        paint();
    });
    desk.takePictureAway();
    const PlanSketch& drawing = desk.drawing();
    const KeySet row = wholeRows(drawing, KeySet{drawing.rows[40]->seats.front().key});
    const Times edit = timesOf([&](int) { (void)moved(drawing, row, {1, 1}); });
    desk.select(row);
    const Times seen = timesOf([&](int i) {
        desk.move({i % 2 == 0 ? 12.0F : -12.0F, 0});
        paint();
    });
    desk.select(someSeats(desk.drawing(), kDragged));
    paint();
    const QPointF from = canvas.positionOf(desk.drawing().rows[0]->seats[0].at);
    send(canvas, QEvent::MouseButtonPress, from, Qt::LeftButton);
    const Times drag = timesOf([&](int i) {
        send(canvas, QEvent::MouseMove, from + QPointF(i, i), Qt::NoButton);
        paint();
    });
    send(canvas, QEvent::MouseButtonRelease, from, Qt::LeftButton);
    std::printf("{\"name\":\"plan_editor_frame\",\"zoom_ms\":%.2f,\"zoom_max_ms\":%.2f,"
                "\"over_ms\":%.2f,\"over_max_ms\":%.2f,"
                "\"drag_ms\":%.2f,\"drag_max_ms\":%.2f,\"edit_ms\":%.3f,\"edit_max_ms\":%.3f,"
                "\"edit_seen_ms\":%.2f,\"edit_seen_max_ms\":%.2f}\n",
                zoom.median, zoom.most, over.median, over.most, drag.median, drag.most, edit.median,
                edit.most, seen.median, seen.most);
    return 0;
}
