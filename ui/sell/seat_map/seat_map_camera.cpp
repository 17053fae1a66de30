// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_map_camera.h"

#include <algorithm>
#include <cmath>

namespace foyer::ui {
namespace {

constexpr double kMargin = 24;      // around the plan when all of it is shown
constexpr double kLargestSeat = 56; // pixels
constexpr double kLargestFittedSeat = 40;

double settled(double offset, double from, double to, double window)
{
    const double size = to - from;
    if (size + 2 * kMargin <= window) {
        return (window - size) / 2 - from;
    }
    return std::clamp(offset, window - kMargin - to, kMargin - from);
}

} // namespace

void SeatMapCamera::setContent(const QRectF& content, double seatDiameter)
{
    m_content = QRectF(content.topLeft(), content.size().expandedTo(QSizeF(1, 1)));
    m_diameter = seatDiameter;
    fit();
}

void SeatMapCamera::keepOver(const QRectF& content, double seatDiameter)
{
    m_content = QRectF(content.topLeft(), content.size().expandedTo(QSizeF(1, 1)));
    m_diameter = seatDiameter;
    if (m_fitted) {
        fit();
    } else {
        settle();
    }
}

void SeatMapCamera::setViewport(QSizeF size)
{
    const QPointF middle = toPlan(QPointF(m_viewport.width(), m_viewport.height()) / 2);
    m_viewport = size.expandedTo(QSizeF(1, 1));
    if (m_fitted) {
        fit();
        return;
    }
    m_offset = QPointF(m_viewport.width(), m_viewport.height()) / 2 - middle * m_scale;
    settle();
}

double SeatMapCamera::fittingScale() const
{
    const double across = std::max(m_viewport.width() - 2 * kMargin, 1.0) / m_content.width();
    const double down = std::max(m_viewport.height() - 2 * kMargin, 1.0) / m_content.height();
    return std::min({across, down, kLargestFittedSeat / m_diameter});
}

void SeatMapCamera::fit()
{
    m_scale = fittingScale();
    m_fitted = true;
    settle();
}

void SeatMapCamera::zoomAt(QPointF at, double factor)
{
    const QPointF kept = toPlan(at);
    const double least = fittingScale();
    m_scale = std::clamp(m_scale * factor, least, std::max(least, kLargestSeat / m_diameter));
    m_fitted = m_scale <= least;
    m_offset = at - kept * m_scale;
    settle();
}

void SeatMapCamera::panBy(QPointF pixels)
{
    m_offset += pixels;
    settle();
}

void SeatMapCamera::reveal(PlanPoint point, double margin)
{
    const QPointF at = toView(point);
    const double x = std::min(margin, m_viewport.width() / 2);
    const double y = std::min(margin, m_viewport.height() / 2);
    panBy(QPointF(std::clamp(at.x(), x, m_viewport.width() - x) - at.x(),
                  std::clamp(at.y(), y, m_viewport.height() - y) - at.y()));
}

void SeatMapCamera::lookAt(QPointF point, double seatPixels)
{
    const QPointF middle = QPointF(m_viewport.width(), m_viewport.height()) / 2;
    zoomAt(middle, seatPixels / this->seatPixels());
    panBy(middle - toView(point));
}

QRectF SeatMapCamera::window() const
{
    return QRectF(toPlan(QPointF(0, 0)), toPlan(QPointF(m_viewport.width(), m_viewport.height())));
}

void SeatMapCamera::settle()
{
    const QPointF from = m_content.topLeft() * m_scale;
    const QPointF to = m_content.bottomRight() * m_scale;
    const double x = settled(m_offset.x(), from.x(), to.x(), m_viewport.width());
    const double y = settled(m_offset.y(), from.y(), to.y(), m_viewport.height());
    m_offset = QPointF(std::round(x * m_ratio) / m_ratio, std::round(y * m_ratio) / m_ratio);
}

} // namespace foyer::ui
