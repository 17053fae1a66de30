// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_map_geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_map>

namespace foyer::ui {
namespace {

QString qstring(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QPointF pointOf(PlanPoint point)
{
    return QPointF(point.x, point.y);
}

QPolygonF polygonOf(const std::vector<PlanPoint>& points)
{
    QPolygonF polygon;
    polygon.reserve(static_cast<qsizetype>(points.size()));
    for (const PlanPoint& point : points) {
        polygon << pointOf(point);
    }
    return polygon;
}

// QRectF::united ignores rectangles without height, which a straight row is.
void include(QRectF& bounds, QPointF point, double around)
{
    const QRectF box(point.x() - around, point.y() - around, 2 * around, 2 * around);
    bounds = bounds.isNull() ? box : bounds.united(box);
}

double cross(QPointF o, QPointF a, QPointF b)
{
    return (a.x() - o.x()) * (b.y() - o.y()) - (a.y() - o.y()) * (b.x() - o.x());
}

// Andrew's monotone chain.
QPolygonF hullOf(std::vector<QPointF> points)
{
    std::sort(points.begin(), points.end(),
              [](QPointF a, QPointF b) { return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y(); });
    QPolygonF hull;
    const auto turn = [&hull](QPointF point, qsizetype least) {
        while (hull.size() >= least && cross(hull[hull.size() - 2], hull.back(), point) <= 0) {
            hull.pop_back();
        }
        hull << point;
    };
    for (const QPointF& point : points) {
        turn(point, 2);
    }
    const qsizetype upper = hull.size() + 1;
    for (auto point = points.rbegin(); point != points.rend(); ++point) {
        turn(*point, upper);
    }
    hull.pop_back();
    return hull;
}

} // namespace

SeatMapGeometry::SeatMapGeometry(const SeatingPlan& plan) : index(plan)
{
    nameSeats(plan);
    placeSections(plan);
    placeRows(plan);
    placeFloor(plan);
    measureContent();
}

void SeatMapGeometry::nameSeats(const SeatingPlan& plan)
{
    std::unordered_map<std::string_view, std::uint32_t> known;
    numberOf.resize(index.size());
    for (std::size_t i = 0; i < plan.seats.size(); ++i) {
        if (plan.seats[i].retired) {
            continue;
        }
        const std::string& number = plan.seats[i].number;
        const auto [at, fresh] = known.emplace(number, static_cast<std::uint32_t>(texts.size()));
        if (fresh) {
            texts.push_back(qstring(number));
        }
        numberOf[index.slotOf(static_cast<SeatNumber>(i))] = at->second;
    }
}

void SeatMapGeometry::placeSections(const SeatingPlan& plan)
{
    sections.reserve(plan.sections.size());
    for (const Section& section : plan.sections) {
        SectionPlace place;
        place.label = qstring(section.label);
        place.outline = polygonOf(section.outline);
        place.bounds = place.outline.boundingRect();
        sections.push_back(place);
    }
    const double half = index.diameter() / 2;
    for (const Row& row : plan.rows) {
        for (const SeatNumber seat : plan.seatsOf(row)) {
            include(sections[row.section].body, pointOf(plan.seats[seat].at), half);
        }
    }
    for (SectionPlace& section : sections) {
        section.bounds =
            section.bounds.isNull() ? section.body : section.bounds.united(section.body);
        section.body = section.body.isNull() ? section.bounds : section.body;
        section.heart = section.body.center();
        section.crown = section.body.center();
    }
    placeHearts(plan);
    placeCrowns(plan);
}

void SeatMapGeometry::placeHearts(const SeatingPlan& plan)
{
    // Boxes on both sides of a room are one section whose middle is somebody else's.
    std::vector<double> nearest(sections.size(), std::numeric_limits<double>::max());
    std::vector<QPointF> hearts(sections.size());
    for (const Row& row : plan.rows) {
        const QPointF middle = sections[row.section].body.center();
        for (const SeatNumber seat : plan.seatsOf(row)) {
            const PlanPoint at = plan.seats[seat].at;
            const double distance = std::hypot(at.x - middle.x(), at.y - middle.y());
            if (distance < nearest[row.section]) {
                nearest[row.section] = distance;
                hearts[row.section] = pointOf(at);
            }
        }
    }
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const double far = std::max(3 * index.pitch(), sections[i].body.height() * 0.4);
        if (nearest[i] < std::numeric_limits<double>::max() && nearest[i] > far) {
            sections[i].heart = hearts[i];
        }
    }
}

void SeatMapGeometry::placeCrowns(const SeatingPlan& plan)
{
    constexpr double kNone = std::numeric_limits<double>::max();
    std::vector<double> middle(sections.size(), kNone);
    std::vector<QPointF> peaks(sections.size(), QPointF(0, kNone));
    for (const Row& row : plan.rows) {
        const SectionPlace& section = sections[row.section];
        const double near = std::max(section.body.width() * 0.15, index.diameter());
        for (const SeatNumber seat : plan.seatsOf(row)) {
            const PlanPoint at = plan.seats[seat].at;
            if (at.y < peaks[row.section].y()) {
                peaks[row.section] = pointOf(at);
            }
            if (std::abs(at.x - section.body.center().x()) <= near) {
                middle[row.section] = std::min(middle[row.section], static_cast<double>(at.y));
            }
        }
    }
    for (std::size_t i = 0; i < sections.size(); ++i) {
        if (middle[i] < kNone) {
            sections[i].crown.setY(middle[i]);
        } else if (peaks[i].y() < kNone) {
            sections[i].crown = peaks[i];
        }
    }
}

void SeatMapGeometry::placeRows(const SeatingPlan& plan)
{
    NamedShapes drawn;
    for (const PlanShape& shape : plan.shapes) {
        drawn.emplace(shape.text, &shape);
    }
    std::unordered_map<std::string_view, std::uint32_t> known;
    for (const Row& row : plan.rows) {
        if (row.count == 0) {
            continue;
        }
        if (row.ring || plan.seats[plan.seatAt(row.first)].has(SeatTrait::Table)) {
            placeTable(plan, row, drawn);
            continue;
        }
        const auto [at, fresh] = known.emplace(row.label, static_cast<std::uint32_t>(texts.size()));
        if (fresh) {
            texts.push_back(qstring(row.label));
        }
        placeRowEnds(plan, row, at->second);
    }
    m_endCells = Cells();
}

void SeatMapGeometry::placeTable(const SeatingPlan& plan, const Row& row, const NamedShapes& drawn)
{
    TablePlace table{qstring(row.label), QPointF(), 0, QPolygonF(), QRectF()};
    std::vector<QPointF> chairs;
    for (const SeatNumber seat : plan.seatsOf(row)) {
        chairs.push_back(pointOf(plan.seats[seat].at));
        table.middle += chairs.back() / row.count;
    }
    const auto [first, last] = drawn.equal_range(row.label);
    const bool drawnByFile = std::any_of(first, last, [&](const auto& entry) {
        return polygonOf(entry.second->points).boundingRect().contains(table.middle);
    });
    if (drawnByFile) {
        return;
    }
    const double chair = index.diameter();
    if (row.ring && row.count >= 3) {
        double nearest =
            std::hypot(chairs[0].x() - table.middle.x(), chairs[0].y() - table.middle.y());
        for (const QPointF& at : chairs) {
            nearest =
                std::min(nearest, std::hypot(at.x() - table.middle.x(), at.y() - table.middle.y()));
        }
        table.radius = std::max(nearest - chair * 0.68, nearest * 0.35);
        include(table.bounds, table.middle, table.radius);
    } else {
        // The chairs' hull, drawn in by the half of a chair and a gap.
        for (const QPointF& corner : hullOf(chairs)) {
            const QPointF inward = table.middle - corner;
            const double length = std::hypot(inward.x(), inward.y());
            const double step = std::min(chair * 0.8, length * 0.65);
            table.outline << (length > 0 ? corner + inward * (step / length) : corner);
        }
        table.bounds = table.outline.boundingRect();
    }
    tables.push_back(table);
}

void SeatMapGeometry::placeRowEnds(const SeatingPlan& plan, const Row& row, std::uint32_t text)
{
    const double away = index.diameter() * 1.15;
    const auto place = [&](SeatNumber end, SeatNumber inner, double fallback) {
        const QPointF at = pointOf(plan.seats[end].at);
        QPointF outward = at - pointOf(plan.seats[inner].at);
        const double length = std::hypot(outward.x(), outward.y());
        outward = length > 0 ? outward / length : QPointF(fallback, 0);
        const QPointF label = at + outward * away;
        if (!index.nearest(label, index.diameter() * 0.9)) {
            placeRowEnd({label, text, outward.x()});
        }
    };
    const SeatNumber first = plan.seatAt(row.first);
    place(first, row.count > 1 ? plan.seatAt(row.first + 1) : first, -1);
    if (row.count > 1) {
        const std::uint32_t last = row.first + row.count - 1;
        place(plan.seatAt(last), plan.seatAt(last - 1), 1);
    }
}

void SeatMapGeometry::placeRowEnd(const RowEnd& end)
{
    // Rows of two sections meet at an aisle: one label serves both.
    const double cell = index.diameter() * 1.2;
    const auto key = [cell](double x, double y) {
        const auto column = static_cast<std::int64_t>(std::floor(x / cell));
        const auto row = static_cast<std::int64_t>(std::floor(y / cell));
        return static_cast<std::uint64_t>(column) << 32 ^ static_cast<std::uint32_t>(row);
    };
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            const auto found = m_endCells.find(key(end.at.x() + dx * cell, end.at.y() + dy * cell));
            if (found == m_endCells.end()) {
                continue;
            }
            RowEnd& other = rowEnds[found->second];
            if (std::hypot(other.at.x() - end.at.x(), other.at.y() - end.at.y()) < cell) {
                if (other.text == end.text) {
                    other.at = (other.at + end.at) / 2;
                    other.outward = 0;
                }
                return;
            }
        }
    }
    m_endCells.emplace(key(end.at.x(), end.at.y()), rowEnds.size());
    rowEnds.push_back(end);
}

void SeatMapGeometry::placeFloor(const SeatingPlan& plan)
{
    for (const StandingArea& area : plan.areas) {
        const QPolygonF outline = polygonOf(area.outline);
        areas.push_back({outline, outline.boundingRect()});
    }
    for (const PlanShape& shape : plan.shapes) {
        shapes.push_back(polygonOf(shape.points));
    }
}

void SeatMapGeometry::measureContent()
{
    const double half = index.diameter() / 2;
    if (index.size() > 0) {
        content = index.bounds().adjusted(-half, -half, half, half);
    }
    const auto cover = [this](const QRectF& box) {
        content = content.isNull() ? box : content.united(box);
    };
    for (const SectionPlace& section : sections) {
        cover(section.outline.boundingRect());
    }
    for (const AreaPlace& area : areas) {
        cover(area.bounds);
    }
    for (const QPolygonF& shape : shapes) {
        for (const QPointF& point : shape) {
            include(content, point, half);
        }
    }
    for (const RowEnd& end : rowEnds) {
        include(content, end.at, half);
    }
    for (const TablePlace& table : tables) {
        cover(table.bounds);
    }
}

} // namespace foyer::ui
