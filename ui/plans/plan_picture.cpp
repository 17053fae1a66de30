// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plans/plan_picture.h"

#include "ui/common/formatting.h"
#include "ui/sell/seat_map/seat_map_colours.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr double kFrame = 6;
constexpr std::size_t kMostDots = 3'000; // of more seats a sample says as much

QPolygonF mappedPolygon(const std::vector<PlanPoint>& points, double scale, QPointF offset)
{
    QPolygonF polygon;
    for (const PlanPoint point : points) {
        polygon << QPointF(point.x, point.y) * scale + offset;
    }
    return polygon;
}

} // namespace

QImage planPicture(const SeatingPlan& plan, QSize size, double ratio, const Palette& palette)
{
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(palette.background);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = std::max(double{plan.size.x}, 1.0);
    const double height = std::max(double{plan.size.y}, 1.0);
    const double scale =
        std::min((size.width() - 2 * kFrame) / width, (size.height() - 2 * kFrame) / height);
    const QPointF offset((size.width() - width * scale) / 2, (size.height() - height * scale) / 2);
    painter.setPen(QPen(palette.line, 1));
    painter.setBrush(palette.surface);
    for (const PlanShape& shape : plan.shapes) {
        if (shape.kind != PlanShape::Kind::Text) {
            painter.drawRect(mappedPolygon(shape.points, scale, offset).boundingRect());
        }
    }
    for (const StandingArea& area : plan.areas) {
        painter.drawPolygon(mappedPolygon(area.outline, scale, offset));
    }
    painter.setPen(Qt::NoPen);
    const std::uint32_t seats = plan.seatCount();
    const auto every = static_cast<std::uint32_t>(1 + seats / kMostDots);
    for (std::uint32_t place = 0; place < seats; place += every) {
        const Seat& seat = plan.seats[plan.seatAt(place)];
        QColor colour(text(plan.categories[seat.category].colour));
        painter.setBrush(colour.isValid() ? colour : categoryColour(seat.category));
        painter.drawEllipse(QPointF(seat.at.x, seat.at.y) * scale + offset, 1.4, 1.4);
    }
    return image;
}

} // namespace foyer::ui
