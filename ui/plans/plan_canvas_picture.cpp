// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The picture to draw over on the canvas: moved and scaled with its tool.

#include "core/domain/seating/plan_background.h"
#include "ui/plans/plan_canvas.h"
#include "ui/sell/seat_map/seat_map_scene.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace foyer::ui {
namespace {

constexpr double kHandle = 11;
constexpr double kReach = 14;
constexpr float kNarrowest = 20;

} // namespace

QRectF PlanCanvas::pictureInView() const
{
    const auto& picture = m_desk.drawing().background;
    return picture ? QRectF{m_camera.toView(picture->at),
                            QSizeF{picture->size.x, picture->size.y} * m_camera.scale()}
                   : QRectF{};
}

// By its right lower corner it is scaled; anywhere else it is moved.
void PlanCanvas::beginPictureDrag(QPointF at)
{
    const QRectF place = pictureInView();
    if (!m_desk.drawing().background) {
        Q_EMIT pictureAsked();
        return;
    }
    const QPointF away = at - place.bottomRight();
    if (std::hypot(away.x(), away.y()) <= kReach) {
        m_drag = Drag::Scale;
    } else {
        m_drag = place.contains(at) ? Drag::Picture : Drag::None;
    }
}

std::optional<PlanBackground> PlanCanvas::pictureDraggedTo(QPointF at) const
{
    auto picture = m_desk.drawing().background;
    if (!picture) {
        return std::nullopt;
    }
    const PlanPoint from = planPoint(m_pressed);
    const PlanPoint to = planPoint(at);
    if (m_drag == Drag::Scale) {
        return scaledTo(*picture, std::max(picture->size.x + to.x - from.x, kNarrowest));
    }
    picture->at = {picture->at.x + to.x - from.x, picture->at.y + to.y - from.y};
    return picture;
}

void PlanCanvas::endPictureDrag(QPointF at)
{
    if (at != m_pressed) {
        m_desk.setBackground(pictureDraggedTo(at),
                             m_drag == Drag::Scale ? tr("Scaled the picture")
                                                   : tr("Moved the picture"));
    }
}

bool PlanCanvas::movePicture(PlanPoint by)
{
    auto picture = m_desk.drawing().background;
    if (m_tool != PlanTool::Picture || !picture) {
        return false;
    }
    picture->at = {picture->at.x + by.x, picture->at.y + by.y};
    m_desk.setBackground(picture, tr("Moved the picture"));
    return true;
}

void PlanCanvas::paintPictureFrame(QPainter& painter) const
{
    if (m_tool != PlanTool::Picture || !m_desk.drawing().background) {
        return;
    }
    QRectF place = pictureInView();
    if (m_drag == Drag::Picture || m_drag == Drag::Scale) {
        const PlanBackground dragged = *pictureDraggedTo(m_at);
        place = {m_camera.toView(dragged.at),
                 QSizeF{dragged.size.x, dragged.size.y} * m_camera.scale()};
    }
    const QColor colour = m_scene->colours().focus;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 2, Qt::DashLine));
    painter.drawRect(place);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(m_scene->colours().surface);
    painter.drawRect(
        QRectF(place.bottomRight() - QPointF(kHandle / 2, kHandle / 2), QSizeF(kHandle, kHandle)));
}

} // namespace foyer::ui
