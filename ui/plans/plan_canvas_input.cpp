// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plans/plan_canvas.h"
#include "ui/sell/seat_map/seat_map_frame.h"
#include "ui/sell/seat_map/seat_map_scene.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace foyer::ui {
namespace {

constexpr double kPressBecomesDrag = 4; // pixels
constexpr double kZoomStep = 1.25;
constexpr float kDrawnByKey = 10; // seats of a row that is drawn by the keyboard

} // namespace

// Tab goes through the objects, and leaves the canvas behind the last one.
bool PlanCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const bool isTab = key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab;
        if (isTab && (key.modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier &&
            m_desk.step(key.key() == Qt::Key_Tab)) {
            revealCurrent();
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (key.modifiers() == Qt::NoModifier && !key.text().isEmpty()) {
            event->accept(); // a tool's letter is no shortcut of the window
            return true;
        }
    }
    return QWidget::event(event);
}

void PlanCanvas::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    m_pressed = m_at = event->position();
    if (event->button() == Qt::MiddleButton || event->button() == Qt::RightButton) {
        m_drag = Drag::Pan;
        return;
    }
    beginDrag(event->position(), event->modifiers());
}

void PlanCanvas::beginDrag(QPointF at, Qt::KeyboardModifiers keys)
{
    if (m_tool == PlanTool::Outline) {
        addSketchCorner(at);
        return;
    }
    if (m_tool == PlanTool::Picture) {
        beginPictureDrag(at);
        return;
    }
    if (m_tool != PlanTool::Select) {
        m_drag = Drag::Draw;
        return;
    }
    if (const auto corner = cornerAt(at)) {
        m_desk.chooseCorner(corner);
        m_drag = Drag::Corner;
        return;
    }
    const bool adds = keys.testFlag(Qt::ShiftModifier) || keys.testFlag(Qt::ControlModifier);
    const auto object = objectAt(at);
    if (!object) {
        m_before = adds ? m_desk.selection() : KeySet{};
        m_drag = Drag::Band;
        m_desk.select(m_before);
        return;
    }
    if (adds) {
        m_desk.toggle(*object);
        return;
    }
    if (!m_desk.selection().has(*object)) {
        m_desk.select(KeySet{*object});
    }
    m_drag = Drag::Move;
    m_dragged.clear();
    for (const auto& row : m_desk.drawing().rows) {
        for (const DrawnSeat& seat : row->seats) {
            if (m_desk.selection().has(seat.key)) {
                m_dragged.emplace_back(seat.at.x, seat.at.y);
            }
        }
    }
    const auto corners = [&](const std::vector<PlanPoint>& points) {
        for (const PlanPoint point : points) {
            m_dragged.emplace_back(point.x, point.y);
        }
    };
    for (const auto& area : m_desk.drawing().areas) {
        if (m_desk.selection().has(area->key)) {
            corners(area->area.outline);
        }
    }
    for (const auto& shape : m_desk.drawing().shapes) {
        if (m_desk.selection().has(shape->key)) {
            corners(shape->shape.points);
        }
    }
    for (const auto& section : m_desk.drawing().sections) {
        if (m_desk.selection().has(section->key)) {
            corners(section->section.outline);
        }
    }
}

// The first of what is dragged lands on the grid, or in line with a seat that stays.
PlanPoint PlanCanvas::dragShift(QPointF at) const
{
    const PlanPoint from = planPoint(m_pressed);
    const PlanPoint to = planPoint(at);
    PlanPoint by{to.x - from.x, to.y - from.y};
    if (m_dragged.empty()) {
        return by;
    }
    const PlanPoint first{static_cast<float>(m_dragged.front().x()) + by.x,
                          static_cast<float>(m_dragged.front().y()) + by.y};
    const PlanPoint on = snapped(first);
    const float reach = static_cast<float>(6 / m_camera.scale());
    const PlanPoint towards = towardsNeighbours(m_desk.drawing(), m_desk.selection(), first, reach);
    by.x += towards.x != 0 ? towards.x : on.x - first.x;
    by.y += towards.y != 0 ? towards.y : on.y - first.y;
    return by;
}

void PlanCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF before = m_at;
    m_at = event->position();
    if (m_drag == Drag::None) {
        if (!m_sketch.empty()) {
            update(); // the next edge follows the pointer
        }
        return;
    }
    if (m_drag == Drag::Pan) {
        m_camera.panBy(m_at - before);
        noteMoved();
    }
    update();
}

void PlanCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    endDrag(event->position());
    m_drag = Drag::None;
    m_dragged.clear();
    update();
}

void PlanCanvas::endDrag(QPointF at)
{
    m_at = at;
    const bool moved =
        std::hypot(at.x() - m_pressed.x(), at.y() - m_pressed.y()) > kPressBecomesDrag;
    if (m_drag == Drag::Move && moved) {
        m_desk.move(dragShift(at));
    } else if (m_drag == Drag::Band && moved) {
        KeySet found = objectsIn(m_desk.drawing(), boxBetween(planPoint(m_pressed), planPoint(at)));
        found.add(m_before);
        m_desk.select(found);
    } else if (m_drag == Drag::Corner && moved) {
        const auto outlined = outlinedAlone(m_desk.drawing(), m_desk.selection());
        if (outlined && m_desk.corner()) {
            const PlanPoint to = snapped(planPoint(at));
            const PlanPoint was = (*outlineOf(m_desk.drawing(), *outlined))[*m_desk.corner()];
            m_desk.moveCorner({to.x - was.x, to.y - was.y});
        }
    } else if (m_drag == Drag::Picture || m_drag == Drag::Scale) {
        endPictureDrag(at);
    } else if (m_drag == Drag::Draw) {
        const PlanPoint from = snapped(planPoint(m_pressed));
        draw(from, moved ? snapped(planPoint(at)) : from);
    }
}

void PlanCanvas::draw(PlanPoint from, PlanPoint to)
{
    const float spacing = m_desk.manner().spacing;
    if (from == to) { // pressed, not dragged
        to = m_tool == PlanTool::Row ? PlanPoint{from.x + spacing * (kDrawnByKey - 1), from.y}
                                     : PlanPoint{from.x + spacing * 6, from.y + spacing * 3};
    }
    switch (m_tool) {
    case PlanTool::Row:
        m_desk.addRow(from, to);
        break;
    case PlanTool::Table:
        m_desk.addTable(from);
        break;
    case PlanTool::Area:
        m_desk.addArea(boxBetween(from, to));
        break;
    case PlanTool::Shape:
        m_desk.addShape(boxBetween(from, to), {});
        break;
    case PlanTool::Stage:
        m_desk.addShape(boxBetween(from, to), tr("Stage"));
        break;
    case PlanTool::Text:
        Q_EMIT textAsked(from);
        break;
    case PlanTool::Outline:
        outlineSection(boxBetween(from, to));
        break;
    case PlanTool::Picture:
        Q_EMIT pictureAsked();
        break;
    case PlanTool::Select:
        break;
    }
}

void PlanCanvas::drawHere()
{
    const PlanPoint middle = snapped(planPoint(QPointF(width(), height()) / 2));
    draw(middle, middle);
}

void PlanCanvas::wheelEvent(QWheelEvent* event)
{
    const double steps = event->angleDelta().y() / 120.0;
    m_camera.zoomAt(event->position(), std::pow(kZoomStep, steps));
    noteMoved();
    event->accept();
}

void PlanCanvas::revealCurrent()
{
    auto place = m_desk.current() ? placeOf(m_desk.drawing(), *m_desk.current()) : std::nullopt;
    if (const auto outlined = outlinedAlone(m_desk.drawing(), m_desk.selection());
        outlined && m_desk.corner()) {
        place = (*outlineOf(m_desk.drawing(), *outlined))[*m_desk.corner()];
    }
    if (place) {
        m_camera.reveal(*place, 60);
        m_stale = true;
        update();
    }
}

bool PlanCanvas::arrow(const QKeyEvent& event)
{
    if (event.modifiers().testFlag(Qt::ControlModifier) &&
        (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right)) {
        if (!m_desk.stepCorner(event.key() == Qt::Key_Right)) {
            m_desk.stepSeat(event.key() == Qt::Key_Right);
        }
        revealCurrent();
        return true;
    }
    const float grid = m_desk.manner().grid > 0 ? m_desk.manner().grid : 1;
    const float step = event.modifiers().testFlag(Qt::ShiftModifier) ? 1 : grid;
    PlanPoint by;
    switch (event.key()) {
    case Qt::Key_Left:
        by = {-step, 0};
        break;
    case Qt::Key_Right:
        by = {step, 0};
        break;
    case Qt::Key_Up:
        by = {0, -step};
        break;
    case Qt::Key_Down:
        by = {0, step};
        break;
    default:
        return false;
    }
    if (movePicture(by)) {
        return true;
    }
    if (m_desk.corner()) {
        m_desk.moveCorner(by);
        revealCurrent();
    } else if (m_desk.selection().isEmpty()) {
        m_camera.panBy(QPointF(-by.x, -by.y) * m_camera.scale() * 4);
        noteMoved();
    } else {
        m_desk.move(by);
    }
    return true;
}

bool PlanCanvas::toolKey(const QKeyEvent& event)
{
    if (event.modifiers() != Qt::NoModifier) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_V:
        setTool(PlanTool::Select);
        return true;
    case Qt::Key_R:
        setTool(PlanTool::Row);
        return true;
    case Qt::Key_T:
        setTool(PlanTool::Table);
        return true;
    case Qt::Key_A:
        setTool(PlanTool::Area);
        return true;
    case Qt::Key_S:
        setTool(PlanTool::Shape);
        return true;
    case Qt::Key_G:
        setTool(PlanTool::Stage);
        return true;
    case Qt::Key_X:
        setTool(PlanTool::Text);
        return true;
    case Qt::Key_O:
        setTool(PlanTool::Outline);
        return true;
    case Qt::Key_B:
        setTool(PlanTool::Picture);
        return true;
    default:
        return false;
    }
}

void PlanCanvas::keyPressEvent(QKeyEvent* event)
{
    if (arrow(*event) || toolKey(*event) || sketchKey(*event)) {
        return;
    }
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        QWidget::keyPressEvent(event); // the editor's
        return;
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        drawHere();
        break;
    case Qt::Key_Escape:
        if (m_desk.corner()) {
            m_desk.chooseCorner(std::nullopt);
            break;
        }
        if (m_tool == PlanTool::Select && m_desk.selection().isEmpty()) {
            QWidget::keyPressEvent(event);
            return;
        }
        setTool(PlanTool::Select);
        m_desk.select({});
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_tool == PlanTool::Picture ? m_desk.takePictureAway() : m_desk.remove();
        break;
    case Qt::Key_Plus:
        zoomBy(kZoomStep);
        break;
    case Qt::Key_Minus:
        zoomBy(1 / kZoomStep);
        break;
    case Qt::Key_0:
        zoomToFit();
        break;
    case Qt::Key_N:
        m_desk.corner() ? m_desk.addCorner() : m_desk.addSeatBehind();
        break;
    case Qt::Key_I:
        m_desk.openAisle();
        break;
    case Qt::Key_W:
        m_desk.selectRows();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace foyer::ui
