// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_map_pointer.h"
#include "ui/sell/seat_map/seat_map_scene.h"
#include "ui/sell/seat_map/seat_map_view.h"
#include "ui/sell/seat_map/seat_words.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <QTouchEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace foyer::ui {
namespace {

// Below these sizes a press would hit a seat by luck: it goes nearer instead.
constexpr double kLeastPressed = 5;       // pixels, by mouse
constexpr double kLeastTouched = 16;      // pixels, by finger
constexpr double kTouchReach = 22;        // pixels around a finger, half of a 44 px target
constexpr double kSeatAfterApproach = 22; // pixels
constexpr double kLeastWalked = 14;       // pixels, for arrow keys
constexpr double kFingerSlack = 12;       // pixels a tap may move
constexpr double kZoomStep = 1.35;

} // namespace

bool SeatMapView::event(QEvent* event)
{
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
        return touch(*static_cast<QTouchEvent*>(event));
    case QEvent::NativeGesture: {
        const auto& gesture = *static_cast<QNativeGestureEvent*>(event);
        if (gesture.gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(std::max(1.0 + gesture.value(), 0.2), gesture.position());
            return true;
        }
        break;
    }
    case QEvent::ToolTip: {
        const auto& help = *static_cast<QHelpEvent*>(event);
        return showTip(help.globalPos(), QPointF(help.pos()));
    }
    default:
        break;
    }
    return QWidget::event(event);
}

void SeatMapView::resizeEvent(QResizeEvent*)
{
    m_camera.setDevicePixelRatio(devicePixelRatioF());
    m_camera.setViewport(QSizeF(size()));
    cameraMoved();
}

void SeatMapView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) {
        return QWidget::mousePressEvent(event);
    }
    m_pointer->down = true;
    m_pointer->dragging = event->button() == Qt::MiddleButton;
    m_pointer->from = event->position();
    m_pointer->last = event->position();
}

void SeatMapView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (!m_pointer->down) {
        hover(seatAt(at), at);
        return;
    }
    const double moved = (at - m_pointer->from).manhattanLength();
    if (!m_pointer->dragging && moved >= QApplication::startDragDistance()) {
        m_pointer->dragging = true;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_pointer->dragging) {
        panBy(at - m_pointer->last);
        m_pointer->last = at;
    }
}

void SeatMapView::mouseReleaseEvent(QMouseEvent* event)
{
    const bool pressed = m_pointer->down && !m_pointer->dragging;
    m_pointer->down = false;
    m_pointer->dragging = false;
    unsetCursor();
    if (pressed && event->button() == Qt::LeftButton) {
        press(event->position(), false);
    }
}

void SeatMapView::mouseDoubleClickEvent(QMouseEvent* event)
{
    // On a seat the second click is a click like the first.
    if (event->button() == Qt::LeftButton && !seatAt(event->position())) {
        zoomBy(kZoomStep * kZoomStep, event->position());
        return;
    }
    mousePressEvent(event);
}

void SeatMapView::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0) {
        zoomBy(std::pow(1.2, std::clamp(notches, -6.0, 6.0)), event->position());
    }
    event->accept();
}

void SeatMapView::leaveEvent(QEvent*)
{
    hover(std::nullopt, QPointF(-1, -1));
}

void SeatMapView::hover(std::optional<SeatNumber> seat, QPointF at)
{
    const bool worthwhile = seatPixels() >= kLeastPressed;
    const auto shown = worthwhile ? seat : std::nullopt;
    if (shown == m_hovered) {
        return;
    }
    m_hovered = shown;
    const bool takes =
        shown && !isTold() && (m_scene->stateOf(*shown) == SeatState::Free || isChosen(*shown));
    if (takes) {
        setCursor(Qt::PointingHandCursor);
    } else {
        unsetCursor();
    }
    update();
    if (shown) {
        Q_EMIT statusChanged(describe(*shown));
    } else if (const auto area = areaAt(at)) {
        Q_EMIT statusChanged(areaInWords(*m_scene, *area));
    } else {
        Q_EMIT statusChanged(m_focused && hasFocus() ? describe(*m_focused) : QString());
    }
}

void SeatMapView::press(QPointF at, bool finger)
{
    if (!m_scene->hasPlan()) {
        return;
    }
    const double reach = finger ? kTouchReach / m_camera.scale() : 0;
    auto seat = seatAt(at);
    if (!seat && finger) {
        seat = m_scene->geometry().index.nearest(m_camera.toPlan(at), reach);
    }
    if (!seat) {
        if (const auto area = areaAt(at)) {
            Q_EMIT areaPressed(*area);
        }
        return;
    }
    if (seatPixels() < (finger ? kLeastTouched : kLeastPressed)) {
        zoomBy(kSeatAfterApproach / seatPixels(), at);
        return;
    }
    m_anchor = m_scene->plan().seats[*seat].at;
    moveFocus(*seat, false);
    pressSeat(*seat);
}

std::optional<std::size_t> SeatMapView::areaAt(QPointF point) const
{
    if (!m_scene->hasPlan()) {
        return std::nullopt;
    }
    const QPointF at = m_camera.toPlan(point);
    const auto& areas = m_scene->geometry().areas;
    for (std::size_t i = areas.size(); i > 0; --i) {
        if (areas[i - 1].outline.containsPoint(at, Qt::OddEvenFill)) {
            return i - 1;
        }
    }
    return std::nullopt;
}

bool SeatMapView::showTip(const QPoint& globalAt, QPointF at)
{
    const auto seat = seatPixels() >= kLeastPressed ? seatAt(at) : std::nullopt;
    const auto area = seat ? std::nullopt : areaAt(at);
    if (seat) {
        const double half = seatPixels() / 2;
        const QPointF middle = positionOf(*seat);
        const QRectF around(middle - QPointF(half, half), middle + QPointF(half, half));
        QToolTip::showText(globalAt, describe(*seat), this, around.toAlignedRect());
    } else if (area) {
        QToolTip::showText(globalAt, areaInWords(*m_scene, *area), this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

void SeatMapView::keyPressEvent(QKeyEvent* event)
{
    const Qt::KeyboardModifiers held =
        event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (!m_scene->hasPlan() || held != Qt::NoModifier || !(zoomKey(*event) || step(event->key()))) {
        QWidget::keyPressEvent(event);
    }
}

bool SeatMapView::zoomKey(const QKeyEvent& event)
{
    // Around the seat the keyboard is on, where it can be seen.
    QPointF around(width() / 2.0, height() / 2.0);
    if (m_focused && QRectF(rect()).contains(positionOf(*m_focused))) {
        around = positionOf(*m_focused);
    }
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(kZoomStep, around);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / kZoomStep, around);
        return true;
    case Qt::Key_0:
        zoomToFit();
        return true;
    default:
        return false;
    }
}

bool SeatMapView::step(int key)
{
    static const std::pair<int, SeatStep> kSteps[] = {{Qt::Key_Left, SeatStep::Left},
                                                      {Qt::Key_Right, SeatStep::Right},
                                                      {Qt::Key_Up, SeatStep::Up},
                                                      {Qt::Key_Down, SeatStep::Down},
                                                      {Qt::Key_Home, SeatStep::RowStart},
                                                      {Qt::Key_End, SeatStep::RowEnd},
                                                      {Qt::Key_PageUp, SeatStep::SectionBefore},
                                                      {Qt::Key_PageDown, SeatStep::SectionAfter}};
    const bool presses = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    const auto found = std::find_if(std::begin(kSteps), std::end(kSteps),
                                    [key](const auto& entry) { return entry.first == key; });
    if (!presses && found == std::end(kSteps)) {
        return false;
    }
    if (!m_focused) {
        if (const auto first = firstSeat()) {
            focusSeat(*first);
        }
        return true;
    }
    if (presses) {
        pressSeat(*m_focused);
        return true;
    }
    if (seatPixels() < kLeastWalked) {
        m_camera.zoomAt(positionOf(*m_focused), kLeastWalked / seatPixels());
    }
    if (const auto next = seatAfter(m_scene->plan(), *m_focused, found->second, m_anchor)) {
        const bool acrossRows =
            m_scene->plan().seats[*next].row != m_scene->plan().seats[*m_focused].row;
        const bool upOrDown = found->second == SeatStep::Up || found->second == SeatStep::Down;
        if (!(acrossRows && upOrDown)) {
            m_anchor = m_scene->plan().seats[*next].at;
        }
        moveFocus(*next, true);
    }
    return true;
}

void SeatMapView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    const bool byKeyboard = event->reason() != Qt::MouseFocusReason;
    if (byKeyboard && !m_focused) {
        if (const auto first = firstSeat()) {
            focusSeat(*first);
        }
    } else if (m_focused) {
        announceFocus();
        Q_EMIT statusChanged(describe(*m_focused));
    }
    update();
}

void SeatMapView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool SeatMapView::touch(QTouchEvent& event)
{
    event.accept();
    if (event.type() == QEvent::TouchCancel) {
        *m_pointer = Pointer();
        return true;
    }
    if (event.points().size() >= 2) {
        pinch(event);
        return true;
    }
    if (event.points().isEmpty()) {
        return true;
    }
    m_pointer->apart = 0;
    const QEventPoint& finger = event.points().front();
    if (event.type() == QEvent::TouchBegin) {
        *m_pointer = Pointer();
        m_pointer->down = true;
        m_pointer->from = finger.position();
        m_pointer->last = finger.position();
        setFocus(Qt::MouseFocusReason);
    } else if (event.type() == QEvent::TouchUpdate && !m_pointer->pinching) {
        const QPointF moved = finger.position() - m_pointer->from;
        m_pointer->dragging |= std::hypot(moved.x(), moved.y()) > kFingerSlack;
        if (m_pointer->dragging) {
            panBy(finger.position() - m_pointer->last);
            m_pointer->last = finger.position();
        }
    } else if (event.type() == QEvent::TouchEnd) {
        const bool tapped = m_pointer->down && !m_pointer->dragging && !m_pointer->pinching;
        *m_pointer = Pointer();
        if (tapped) {
            press(finger.position(), true);
        }
    }
    return true;
}

void SeatMapView::pinch(const QTouchEvent& event)
{
    if (event.type() == QEvent::TouchEnd) {
        *m_pointer = Pointer();
        return;
    }
    const QPointF one = event.points().at(0).position();
    const QPointF other = event.points().at(1).position();
    const QPointF middle = (one + other) / 2;
    const double apart = std::hypot(one.x() - other.x(), one.y() - other.y());
    const bool begun = std::exchange(m_pointer->pinching, true) && m_pointer->apart > 0;
    if (begun && event.type() == QEvent::TouchUpdate && apart > 1) {
        m_camera.panBy(middle - m_pointer->last);
        m_camera.zoomAt(middle, apart / m_pointer->apart);
    }
    m_pointer->last = middle;
    m_pointer->apart = apart;
    cameraMoved();
}

} // namespace foyer::ui
