// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Outlines on the canvas: drawn corner by corner, and changed by their corners.

#include "ui/plans/plan_canvas.h"
#include "ui/sell/seat_map/seat_map_scene.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foyer::ui {
namespace {

constexpr double kHandle = 9; // pixels across
constexpr double kReach = 11; // how far beside a corner a press still means it
constexpr double kEdgeReach = 6;

double distanceTo(QPointF point, QPointF from, QPointF to)
{
    const QPointF along = to - from;
    const double length = QPointF::dotProduct(along, along);
    const double share =
        length > 0 ? std::clamp(QPointF::dotProduct(point - from, along) / length, 0.0, 1.0) : 0;
    const QPointF away = point - (from + along * share);
    return std::hypot(away.x(), away.y());
}

double distanceOf(QPointF one, QPointF other)
{
    return std::hypot(one.x() - other.x(), one.y() - other.y());
}

} // namespace

QPolygonF PlanCanvas::inView(const std::vector<PlanPoint>& points) const
{
    QPolygonF polygon;
    for (const PlanPoint point : points) {
        polygon << m_camera.toView(point);
    }
    return polygon;
}

std::optional<std::size_t> PlanCanvas::edgeAt(QPointF at,
                                              const std::vector<PlanPoint>& corners) const
{
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const QPointF to = m_camera.toView(corners[(i + 1) % corners.size()]);
        if (distanceTo(at, m_camera.toView(corners[i]), to) <= kEdgeReach) {
            return i;
        }
    }
    return std::nullopt;
}

// By its line: what lies inside of a section is for its seats.
std::optional<ObjectKey> PlanCanvas::outlineAt(QPointF at) const
{
    for (const auto& section : m_desk.drawing().sections) {
        if (edgeAt(at, section->section.outline)) {
            return section->key;
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> PlanCanvas::cornerAt(QPointF at) const
{
    const auto outlined = outlinedAlone(m_desk.drawing(), m_desk.selection());
    if (!outlined) {
        return std::nullopt;
    }
    const auto& corners = *outlineOf(m_desk.drawing(), *outlined);
    for (std::size_t i = 0; i < corners.size(); ++i) {
        if (distanceOf(at, m_camera.toView(corners[i])) <= kReach) {
            return i;
        }
    }
    return std::nullopt;
}

// A corner more where somebody presses twice.
bool PlanCanvas::splitEdge(QPointF at)
{
    const auto outlined = outlinedAlone(m_desk.drawing(), m_desk.selection());
    const auto edge = outlined ? edgeAt(at, *outlineOf(m_desk.drawing(), *outlined)) : std::nullopt;
    if (!edge || cornerAt(at)) {
        return false;
    }
    m_desk.chooseCorner(edge);
    m_desk.addCorner();
    return true;
}

void PlanCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_tool == PlanTool::Outline) {
        closeSketch(); // its first press has set the last corner
        return;
    }
    if (event->button() == Qt::LeftButton && m_tool == PlanTool::Select &&
        splitEdge(event->position())) {
        return;
    }
    mousePressEvent(event);
}

// How the keyboard draws one: around the seats, or a box whose corners are moved then.
void PlanCanvas::outlineSection(const PlanBox& otherwise)
{
    if (!m_desk.drawOutlineAround()) {
        m_desk.setOutline({otherwise.low,
                           {otherwise.high.x, otherwise.low.y},
                           otherwise.high,
                           {otherwise.low.x, otherwise.high.y}});
    }
    setTool(PlanTool::Select);
}

void PlanCanvas::addSketchCorner(QPointF at)
{
    if (m_sketch.size() >= kLeastCorners &&
        distanceOf(at, m_camera.toView(m_sketch.front())) <= kReach) {
        closeSketch();
        return;
    }
    const PlanPoint corner = snapped(planPoint(at));
    if (m_sketch.empty() || m_sketch.back() != corner) {
        m_sketch.push_back(corner);
    }
    update();
}

bool PlanCanvas::closeSketch()
{
    if (m_sketch.empty()) {
        return false;
    }
    if (m_sketch.size() >= kLeastCorners) {
        m_desk.setOutline(std::exchange(m_sketch, {}));
        setTool(PlanTool::Select); // its corners can be dragged now
    }
    update();
    return true;
}

bool PlanCanvas::sketchKey(const QKeyEvent& event)
{
    if (m_sketch.empty()) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return closeSketch();
    case Qt::Key_Backspace:
        m_sketch.pop_back();
        update();
        return true;
    case Qt::Key_Escape:
        m_sketch.clear();
        update();
        return true;
    default:
        return false;
    }
}

// Over a picture the floor's own lines are hardly seen.
void PlanCanvas::paintOutlines(QPainter& painter) const
{
    const auto& picture = m_desk.drawing().background;
    const bool isOverPicture = picture && !picture->hidden && !m_underlay.isEmpty();
    painter.setBrush(Qt::NoBrush);
    for (const auto& section : m_desk.drawing().sections) {
        const auto& corners = section->section.outline;
        const bool isSelected = m_desk.selection().has(section->key);
        if (corners.empty() || (!isSelected && !isOverPicture)) {
            continue;
        }
        painter.setPen(isSelected ? QPen(m_scene->colours().focus, 2)
                                  : QPen(m_scene->colours().muted, 1.5));
        painter.drawPolygon(inView(corners));
    }
}

void PlanCanvas::paintCorners(QPainter& painter) const
{
    const auto outlined = m_tool == PlanTool::Select
        ? outlinedAlone(m_desk.drawing(), m_desk.selection())
        : std::nullopt;
    if (!outlined) {
        return;
    }
    std::vector<PlanPoint> corners = *outlineOf(m_desk.drawing(), *outlined);
    if (m_drag == Drag::Corner && m_desk.corner()) {
        corners[*m_desk.corner()] = snapped(planPoint(m_at));
        painter.setPen(QPen(m_scene->colours().focus, 1.5, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(inView(corners));
    }
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const bool isChosen = m_desk.corner() == i;
        const double half = isChosen ? kHandle * 0.75 : kHandle / 2;
        painter.setPen(QPen(m_scene->colours().focus, 2));
        painter.setBrush(isChosen ? m_scene->colours().focus : m_scene->colours().surface);
        painter.drawRect(
            QRectF(m_camera.toView(corners[i]) - QPointF(half, half), QSizeF(2 * half, 2 * half)));
    }
}

void PlanCanvas::paintSketch(QPainter& painter) const
{
    if (m_sketch.empty()) {
        return;
    }
    const QPolygonF corners = inView(m_sketch);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_scene->colours().focus, 2));
    painter.drawPolyline(corners);
    painter.setPen(QPen(m_scene->colours().focus, 1.5, Qt::DashLine));
    const QPointF next = m_camera.toView(snapped(planPoint(m_at)));
    painter.drawLine(corners.back(), next);
    if (m_sketch.size() >= 2) {
        painter.drawLine(next, corners.front());
    }
    painter.setPen(QPen(m_scene->colours().focus, 2));
    painter.setBrush(m_scene->colours().surface);
    for (const QPointF corner : corners) {
        painter.drawEllipse(corner, kHandle / 2, kHandle / 2);
    }
}

} // namespace foyer::ui
