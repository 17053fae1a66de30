// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plans/plan_canvas.h"

#include "ui/common/formatting.h"
#include "ui/common/palette.h"
#include "ui/common/theme.h"
#include "ui/sell/seat_map/seat_map_frame.h"
#include "ui/sell/seat_map/seat_map_scene.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QPaintEvent>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace foyer::ui {
namespace {

constexpr double kReach = 14; // how far beside a seat a press still means it
constexpr double kLeastGridPixels = 9;
constexpr std::size_t kMostDraggedDrawn = 4'000; // of more, a sample shows where they go
constexpr float kRoomForNew = 480;               // an empty room is that large
constexpr int kRestMs = 150;                     // without a move the view is at rest

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

QPolygonF polygonOfPoints(const std::vector<PlanPoint>& points)
{
    QPolygonF polygon;
    for (const PlanPoint point : points) {
        polygon << QPointF(point.x, point.y);
    }
    return polygon;
}

QRectF shapeBox(const PlanShape& shape, double textReach)
{
    const QRectF box = polygonOfPoints(shape.points).boundingRect();
    return shape.kind == PlanShape::Kind::Text
        ? box.adjusted(-textReach, -textReach, textReach, textReach)
        : box;
}

} // namespace

PlanCanvas::PlanCanvas(PlanDesk& desk, QWidget* parent)
    : QWidget{parent}, m_desk{desk}, m_scene{std::make_unique<SeatMapScene>()},
      m_frame{std::make_unique<SeatMapFrame>()}, m_rest{new QTimer{this}}
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(280, 220);
    setAccessibleName(tr("Drawing of the room"));
    m_rest->setSingleShot(true);
    m_rest->setInterval(kRestMs);
    connect(m_rest, &QTimer::timeout, this, [this] {
        m_stale = true;
        update();
    });
    m_frame->setUnderlay([this](QPainter& painter, const SeatMapCamera& camera) {
        if (const auto& picture = m_desk.drawing().background) {
            m_underlay.paint(painter, camera, *picture, m_rest->isActive());
        }
    });
    connect(&m_desk, &PlanDesk::changed, this, &PlanCanvas::rebuild);
    connect(&m_desk, &PlanDesk::selectionChanged, this, &PlanCanvas::showSelection);
    rebuild();
}

PlanCanvas::~PlanCanvas() = default;

void PlanCanvas::setColours(const SeatMapColours& colours)
{
    m_scene->setColours(colours);
    m_frame->forget(*m_scene, font());
    m_stale = true;
    update();
}

// A picture that is moved or dimmed leaves the seats as they are.
void PlanCanvas::rebuild()
{
    PlanSketch drawing = m_desk.drawing();
    drawing.name.clear();
    drawing.background.reset();
    if (m_isFirst || drawing != m_built) {
        m_built = std::move(drawing);
        rebuildScene();
    }
    look();
    showSelection();
}

void PlanCanvas::rebuildScene()
{
    auto plan = std::make_shared<const SeatingPlan>(planOf(m_built));
    m_keyOf.clear();
    m_seatOf.clear();
    for (const auto& row : m_built.rows) {
        for (const DrawnSeat& seat : row->seats) {
            m_seatOf.emplace(seat.key, static_cast<SeatNumber>(m_keyOf.size()));
            m_keyOf.push_back(seat.key);
        }
    }
    std::vector<QColor> colours;
    for (const PlanCategory& category : plan->categories) {
        colours.emplace_back(text(category.colour));
    }
    m_scene->setPlan(plan);
    m_scene->setCategoryColours(std::move(colours));
    m_scene->setStates(std::vector<SeatState>(plan->seats.size(), SeatState::Free));
    m_frame->forget(*m_scene, font());
}

// Over everything that there is, and the room to draw around it.
void PlanCanvas::look()
{
    const SeatingPlan& plan = m_scene->plan();
    QRectF content{0, 0, std::max(plan.size.x, kRoomForNew), std::max(plan.size.y, kRoomForNew)};
    content = content.united(m_scene->geometry().content);
    if (const auto& picture = m_desk.drawing().background; picture && !picture->hidden) {
        content =
            content.united(QRectF{picture->at.x, picture->at.y, picture->size.x, picture->size.y});
    }
    content.adjust(-content.width() * 0.1, -content.height() * 0.1, content.width() * 0.1,
                   content.height() * 0.1);
    m_camera.setViewport(QSizeF(size()));
    m_camera.keepOver(content, m_scene->geometry().index.diameter());
    if (std::exchange(m_isFirst, false)) {
        m_camera.fit();
    }
}

void PlanCanvas::showSelection()
{
    std::vector<SeatNumber> chosen;
    for (std::size_t seat = 0; seat < m_keyOf.size(); ++seat) {
        if (m_desk.selection().has(m_keyOf[seat])) {
            chosen.push_back(static_cast<SeatNumber>(seat));
        }
    }
    m_scene->setChosen(chosen);
    m_stale = true;
    update();
}

void PlanCanvas::setTool(PlanTool tool)
{
    if (m_tool != tool) {
        m_tool = tool;
        m_sketch.clear();
        update();
        setCursor(tool == PlanTool::Select ? Qt::ArrowCursor : Qt::CrossCursor);
        Q_EMIT toolChanged(tool);
    }
}

void PlanCanvas::setPicture(const QImage& picture)
{
    m_underlay.setPicture(picture);
    m_stale = true;
    update();
}

void PlanCanvas::zoomToFit()
{
    m_camera.setViewport(QSizeF(size()));
    m_camera.fit();
    m_stale = true;
    update();
}

void PlanCanvas::zoomBy(double factor)
{
    m_camera.zoomAt(QPointF(width(), height()) / 2, factor);
    noteMoved();
}

// While the view moves the picture to draw over is drawn quickly, and well once it rests.
void PlanCanvas::noteMoved()
{
    m_stale = true;
    if (!m_underlay.isEmpty()) {
        m_rest->start();
    }
    update();
}

const QImage& PlanCanvas::frame()
{
    m_camera.setDevicePixelRatio(devicePixelRatioF());
    if (std::exchange(m_stale, false)) {
        m_frame->render(*m_scene, m_camera);
    }
    return m_frame->image();
}

void PlanCanvas::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter{this};
    painter.drawImage(QPointF(0, 0), frame());
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter);
    paintOutlines(painter);
    paintDragged(painter);
    paintCurrent(painter);
    paintCorners(painter);
    paintSketch(painter);
    paintPictureFrame(painter);
}

void PlanCanvas::paintGrid(QPainter& painter) const
{
    const double step = double{m_desk.manner().grid} * m_camera.scale();
    if (step < kLeastGridPixels) {
        return;
    }
    painter.setPen(QPen(withAlpha(m_scene->colours().muted, 60), 1));
    const QPointF start = m_camera.offset();
    for (double x = std::fmod(start.x(), step); x < width(); x += step) {
        for (double y = std::fmod(start.y(), step); y < height(); y += step) {
            painter.drawPoint(QPointF(x, y));
        }
    }
}

void PlanCanvas::paintDragged(QPainter& painter) const
{
    const QColor colour = m_scene->colours().focus;
    painter.setPen(QPen(colour, 1.5));
    if (m_drag == Drag::Band || (m_drag == Drag::Draw && m_tool != PlanTool::Row)) {
        painter.setBrush(withAlpha(colour, 30));
        painter.drawRect(QRectF(m_pressed, m_at).normalized());
    } else if (m_drag == Drag::Draw) {
        painter.drawLine(m_pressed, m_at);
    } else if (m_drag == Drag::Move) {
        paintShadows(painter);
    }
}

// A picture for each, made once: a path of a thousand circles takes longer than a frame may.
void PlanCanvas::paintShadows(QPainter& painter) const
{
    const QColor colour = m_scene->colours().focus;
    const double radius = std::max(m_camera.seatPixels() / 2, 1.5);
    const int side = static_cast<int>(std::ceil(radius * 2)) + 4;
    QImage shadow{QSize(side, side) * devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied};
    shadow.setDevicePixelRatio(devicePixelRatioF());
    shadow.fill(Qt::transparent);
    {
        QPainter one{&shadow};
        one.setRenderHint(QPainter::Antialiasing);
        one.setPen(QPen(colour, 1.5));
        one.setBrush(withAlpha(colour, 60));
        one.drawEllipse(QPointF(side / 2.0, side / 2.0), radius, radius);
    }
    const PlanPoint by = dragShift(m_at);
    const std::size_t every = 1 + m_dragged.size() / kMostDraggedDrawn;
    for (std::size_t i = 0; i < m_dragged.size(); i += every) {
        const QPointF at = m_camera.toView(m_dragged[i] + QPointF(by.x, by.y));
        if (rect().contains(at.toPoint())) {
            painter.drawImage(at - QPointF(side / 2.0, side / 2.0), shadow);
        }
    }
}

void PlanCanvas::paintCurrent(QPainter& painter) const
{
    // Selected things other than seats: the seats are drawn as chosen.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_scene->colours().focus, 2));
    const auto outline = [&](const std::vector<PlanPoint>& points) {
        const QRectF box = polygonOfPoints(points).boundingRect();
        painter.drawRect(QRectF(m_camera.toView(box.topLeft()), m_camera.toView(box.bottomRight()))
                             .adjusted(-4, -4, 4, 4));
    };
    for (const auto& area : m_desk.drawing().areas) {
        if (m_desk.selection().has(area->key)) {
            outline(area->area.outline);
        }
    }
    for (const auto& shape : m_desk.drawing().shapes) {
        if (m_desk.selection().has(shape->key)) {
            outline(shape->shape.points);
        }
    }
    const auto seat = m_desk.current() ? m_seatOf.find(*m_desk.current()) : m_seatOf.end();
    if (seat != m_seatOf.end()) {
        const double radius = std::max(m_camera.seatPixels() * 0.7, 9.0);
        painter.drawEllipse(m_camera.toView(m_scene->plan().seats[seat->second].at), radius,
                            radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_scene->colours().focus, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

PlanPoint PlanCanvas::planPoint(QPointF at) const
{
    const QPointF point = m_camera.toPlan(at);
    return {static_cast<float>(point.x()), static_cast<float>(point.y())};
}

PlanPoint PlanCanvas::snapped(PlanPoint point) const
{
    return onGrid(point, m_desk.manner().grid);
}

std::optional<ObjectKey> PlanCanvas::objectAt(QPointF at) const
{
    const QPointF point = m_camera.toPlan(at);
    const double reach = std::max(m_camera.seatPixels() / 2, kReach / 2) / m_camera.scale();
    if (const auto seat = m_scene->geometry().index.nearest(point, reach)) {
        return m_keyOf[*seat];
    }
    const PlanSketch& drawing = m_desk.drawing();
    for (const auto& area : drawing.areas) {
        if (polygonOfPoints(area->area.outline).containsPoint(point, Qt::OddEvenFill)) {
            return area->key;
        }
    }
    for (const auto& shape : drawing.shapes) {
        if (shapeBox(shape->shape, kReach / m_camera.scale()).contains(point)) {
            return shape->key;
        }
    }
    return outlineAt(at);
}

void PlanCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_camera.setViewport(QSizeF(size()));
    m_stale = true;
}

void PlanCanvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_frame->forget(*m_scene, font());
        m_stale = true;
    }
}

} // namespace foyer::ui
