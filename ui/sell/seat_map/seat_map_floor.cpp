// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_map_floor.h"

#include "ui/sell/seat_map/seat_map_camera.h"
#include "ui/sell/seat_map/seat_map_scene.h"

#include <QPainter>
#include <QPen>

namespace foyer::ui {
namespace {

// A pen of the same width at every zoom.
QPen outlinePen(const QColor& colour, double width)
{
    QPen pen(colour, width);
    pen.setCosmetic(true);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

void paintSections(QPainter& painter, const SeatMapScene& scene, const QRectF& window)
{
    const SeatMapColours& colours = scene.colours();
    const QPen pen = outlinePen(colours.line, 1);
    painter.setBrush(colours.surface);
    for (const SeatMapGeometry::SectionPlace& section : scene.geometry().sections) {
        if (section.outline.size() < 3 || !section.bounds.intersects(window)) {
            continue;
        }
        // The outline hides the steps of a fill without antialiasing, which takes a third of the
        // time.
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(section.outline);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(pen);
        painter.drawPolyline(section.outline);
        painter.drawLine(section.outline.back(), section.outline.front());
    }
}

void paintAreas(QPainter& painter, const SeatMapScene& scene, const QRectF& window)
{
    const SeatMapColours& colours = scene.colours();
    for (std::size_t i = 0; i < scene.plan().areas.size(); ++i) {
        const SeatMapGeometry::AreaPlace& area = scene.geometry().areas[i];
        if (area.outline.size() < 3 || !area.bounds.intersects(window)) {
            continue;
        }
        const bool left = scene.placesLeft(i) > 0;
        const QColor colour = left && !scene.isTold()
            ? scene.colourOf(scene.plan().areas[i].category)
            : colours.muted;
        painter.setPen(outlinePen(visibleOn(colour, colours.background, colours.text, 3.0), 1.5));
        painter.setBrush(mixed(colours.surface, colour, left ? 0.16 : 0.08));
        painter.drawPolygon(area.outline);
    }
}

void paintShapes(QPainter& painter, const SeatMapScene& scene, const QRectF& window)
{
    const SeatMapColours& colours = scene.colours();
    painter.setPen(outlinePen(mixed(colours.line, colours.muted, 0.35), 1));
    painter.setBrush(mixed(colours.background, colours.line, 0.75));
    for (std::size_t i = 0; i < scene.plan().shapes.size(); ++i) {
        const QPolygonF& points = scene.geometry().shapes[i];
        const QRectF box = points.boundingRect();
        if (!box.intersects(window)) {
            continue;
        }
        switch (scene.plan().shapes[i].kind) {
        case PlanShape::Kind::Polygon:
            painter.drawPolygon(points);
            break;
        case PlanShape::Kind::Ellipse:
            painter.drawEllipse(box);
            break;
        case PlanShape::Kind::Text:
            break;
        }
    }
}

void paintTables(QPainter& painter, const SeatMapScene& scene, const QRectF& window)
{
    const SeatMapColours& colours = scene.colours();
    painter.setPen(outlinePen(mixed(colours.line, colours.muted, 0.35), 1));
    painter.setBrush(mixed(colours.surface, colours.line, 0.6));
    for (const SeatMapGeometry::TablePlace& table : scene.geometry().tables) {
        if (!table.bounds.adjusted(-1, -1, 1, 1).intersects(window)) {
            continue;
        }
        if (table.radius > 0) {
            painter.drawEllipse(table.middle, table.radius, table.radius);
        } else {
            painter.drawPolygon(table.outline);
        }
    }
}

} // namespace

void paintFloor(QPainter& painter, const SeatMapScene& scene, const SeatMapCamera& camera)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(camera.offset());
    painter.scale(camera.scale(), camera.scale());
    const QRectF window = camera.window();
    paintSections(painter, scene, window);
    paintAreas(painter, scene, window);
    paintShapes(painter, scene, window);
    paintTables(painter, scene, window);
    painter.restore();
}

} // namespace foyer::ui
