// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_map_view.h"

#include "core/base/ensure.h"
#include "ui/sell/seat_map/seat_map_accessible.h"
#include "ui/sell/seat_map/seat_map_frame.h"
#include "ui/sell/seat_map/seat_map_pointer.h"
#include "ui/sell/seat_map/seat_map_scene.h"
#include "ui/sell/seat_map/seat_words.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace foyer::ui {
namespace {

constexpr double kReadableSeat = 26; // pixels; numbers are read with ease
constexpr double kLeastRing = 16;    // pixels; the focus is seen however small the seats are

} // namespace

SeatMapView::SeatMapView(QWidget* parent)
    : QWidget(parent), m_scene(std::make_unique<SeatMapScene>()),
      m_frame(std::make_unique<SeatMapFrame>()), m_pointer(std::make_unique<Pointer>())
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_AcceptTouchEvents);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 150);
    setAccessibleName(tr("Seat map"));
    m_frame->forget(*m_scene, font());
    SeatMapAccessible::install();
}

SeatMapView::~SeatMapView() = default;

void SeatMapView::setPlan(std::shared_ptr<const SeatingPlan> plan)
{
    m_scene->setPlan(std::move(plan));
    m_frame->forget(*m_scene, font());
    m_focused.reset();
    m_hovered.reset();
    if (m_scene->hasPlan()) {
        const SeatMapGeometry& geometry = m_scene->geometry();
        m_camera.setViewport(QSizeF(size())); // a hidden widget has had no resize event yet
        m_camera.setContent(geometry.content, geometry.index.diameter());
    }
    redraw();
}

void SeatMapView::setStates(std::vector<SeatState> states)
{
    m_scene->setStates(std::move(states));
    redraw();
    if (m_focused) {
        announceChange(*m_focused);
    }
}

void SeatMapView::setTold(SeatsTold told)
{
    m_scene->setTold(std::move(told));
    redraw();
    if (m_focused) {
        announceChange(*m_focused);
    }
}

bool SeatMapView::isTold() const
{
    return m_scene->isTold();
}

void SeatMapView::setKept(std::unordered_map<SeatNumber, SeatKept> kept)
{
    m_scene->setKept(std::move(kept));
    redraw();
}

void SeatMapView::setState(SeatNumber seat, SeatState state)
{
    m_scene->setState(seat, state);
    redraw();
    announceChange(seat);
}

void SeatMapView::setChosen(const std::vector<SeatNumber>& seats)
{
    const bool before = m_focused && m_scene->isChosen(*m_focused);
    m_scene->setChosen(seats);
    redraw();
    if (m_focused && m_scene->isChosen(*m_focused) != before) {
        announceChange(*m_focused);
    }
}

void SeatMapView::setCategoryColours(std::vector<QColor> colours)
{
    m_scene->setCategoryColours(std::move(colours));
    m_frame->forget(*m_scene, font());
    redraw();
}

void SeatMapView::setCategoryPrices(std::vector<QString> prices)
{
    m_scene->setCategoryPrices(std::move(prices));
}

void SeatMapView::setPlacesLeft(std::vector<std::int64_t> places)
{
    m_scene->setPlacesLeft(std::move(places));
    redraw();
}

void SeatMapView::setColours(const SeatMapColours& colours)
{
    m_scene->setColours(colours);
    m_frame->forget(*m_scene, font());
    redraw();
}

void SeatMapView::zoomToFit()
{
    m_camera.fit();
    cameraMoved();
}

void SeatMapView::zoomToSeat(SeatNumber seat)
{
    ENSURE(m_scene->hasPlan() && seat < m_scene->plan().seats.size());
    const PlanPoint at = m_scene->plan().seats[seat].at;
    m_camera.lookAt(QPointF(at.x, at.y), kReadableSeat);
    cameraMoved();
    moveFocus(seat, false);
}

void SeatMapView::zoomBy(double factor, QPointF around)
{
    m_camera.zoomAt(around, factor);
    cameraMoved();
}

void SeatMapView::panBy(QPointF pixels)
{
    m_camera.panBy(pixels);
    cameraMoved();
}

std::optional<SeatNumber> SeatMapView::seatAt(QPointF point) const
{
    if (!m_scene->hasPlan()) {
        return std::nullopt;
    }
    const SeatIndex& index = m_scene->geometry().index;
    // Tiny seats are hit a little beside them too; the nearest one always wins.
    const double reach = std::max(index.diameter() * 0.55, 2.0 / m_camera.scale());
    return index.nearest(m_camera.toPlan(point), reach);
}

QPointF SeatMapView::positionOf(SeatNumber seat) const
{
    ENSURE(m_scene->hasPlan() && seat < m_scene->plan().seats.size());
    return m_camera.toView(m_scene->plan().seats[seat].at);
}

void SeatMapView::focusSeat(SeatNumber seat)
{
    ENSURE(m_scene->hasPlan() && seat < m_scene->plan().seats.size());
    m_anchor = m_scene->plan().seats[seat].at;
    moveFocus(seat, true);
}

bool SeatMapView::isChosen(SeatNumber seat) const
{
    return m_scene->isChosen(seat);
}

QString SeatMapView::describe(SeatNumber seat) const
{
    return seatInWords(*m_scene, seat);
}

QPixmap SeatMapView::legendMark(SeatMark mark, std::uint32_t category, int side) const
{
    const double ratio = devicePixelRatioF();
    QPixmap pixmap(static_cast<int>(side * ratio), static_cast<int>(side * ratio));
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const SeatSign sign{{mark, 0, category},
                        m_scene->colourOf(category),
                        QPointF(side / 2.0, side / 2.0),
                        side * 0.86};
    paintSeatSign(painter, sign, m_scene->colours());
    return pixmap;
}

QSize SeatMapView::sizeHint() const
{
    return QSize(800, 560);
}

void SeatMapView::redraw()
{
    m_stale = true;
    update();
}

void SeatMapView::cameraMoved()
{
    m_hovered.reset();
    redraw();
}

void SeatMapView::refreshFrame()
{
    m_camera.setDevicePixelRatio(devicePixelRatioF());
    if (m_stale) {
        m_frame->render(*m_scene, m_camera);
        m_stale = false;
    }
}

void SeatMapView::paintEvent(QPaintEvent*)
{
    refreshFrame();
    QPainter painter(this);
    painter.drawImage(QPointF(0, 0), m_frame->image());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_hovered && m_hovered != m_focused) {
        paintRing(painter, *m_hovered, m_scene->colours().text, 1.5);
    }
    if (m_focused && hasFocus()) {
        paintRing(painter, *m_focused, m_scene->colours().focus, 2.5);
    }
}

void SeatMapView::paintRing(QPainter& painter, SeatNumber seat, const QColor& colour,
                            double width) const
{
    const double radius = std::max(seatPixels() * 1.12 + 4, kLeastRing) / 2 + width / 2;
    const QPointF middle = positionOf(seat);
    painter.setBrush(Qt::NoBrush);
    // A ring of the floor's colour around it keeps the ring apart from whatever it lies on.
    painter.setPen(QPen(m_scene->colours().surface, width + 2.5));
    painter.drawEllipse(middle, radius, radius);
    painter.setPen(QPen(colour, width));
    painter.drawEllipse(middle, radius, radius);
}

void SeatMapView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Seat map"));
        m_frame->forget(*m_scene, font());
        redraw();
    }
    QWidget::changeEvent(event);
}

void SeatMapView::moveFocus(SeatNumber seat, bool reveal)
{
    const bool moved = m_focused != seat;
    m_focused = seat;
    if (reveal) {
        const double margin = std::max(2.5 * seatPixels(), kLeastRing);
        m_camera.reveal(m_scene->plan().seats[seat].at, margin);
        redraw();
    } else {
        update();
    }
    if (moved) {
        Q_EMIT seatFocused(seat);
        announceFocus();
    }
    Q_EMIT statusChanged(describe(seat));
}

void SeatMapView::pressSeat(SeatNumber seat)
{
    const SeatState state = m_scene->stateOf(seat);
    if (isTold()) {
        return; // it is described already, as the one the keyboard is on
    }
    if (state == SeatState::Free || m_scene->isChosen(seat)) {
        Q_EMIT seatToggled(seat);
    } else {
        Q_EMIT refusedSeat(seat, state);
    }
}

std::optional<SeatNumber> SeatMapView::firstSeat() const
{
    if (!m_scene->hasPlan() || m_scene->plan().seats.empty()) {
        return std::nullopt;
    }
    if (!m_scene->chosen().empty()) {
        return m_scene->chosen().front();
    }
    const QPointF middle(width() / 2.0, height() / 2.0);
    return m_scene->geometry().index.nearest(m_camera.toPlan(middle), 1e9);
}

void SeatMapView::announceFocus()
{
    if (QAccessible::isActive() && hasFocus()) {
        SeatMapAccessible::tell(*this, QAccessible::Focus);
        SeatMapAccessible::tell(*this, QAccessible::NameChanged);
    }
}

void SeatMapView::announceChange(SeatNumber seat)
{
    if (m_focused != seat) {
        return;
    }
    Q_EMIT statusChanged(describe(seat));
    if (QAccessible::isActive()) {
        SeatMapAccessible::tell(*this, QAccessible::NameChanged);
    }
}

} // namespace foyer::ui
