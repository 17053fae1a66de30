// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/plans/plan_underlay.h"

#include "ui/sell/seat_map/seat_map_camera.h"

#include <QPainter>

#include <algorithm>

namespace foyer::ui {
namespace {

constexpr int kLeastWidth = 64;

} // namespace

void PlanUnderlay::setPicture(const QImage& picture)
{
    m_levels.clear();
    if (picture.isNull()) {
        return;
    }
    // In the form that the painter blends without converting.
    m_levels.push_back(picture.convertToFormat(
        picture.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32));
    while (m_levels.back().width() / 2 >= kLeastWidth && m_levels.back().height() >= 2) {
        const QImage& wider = m_levels.back();
        m_levels.push_back(wider.scaled(wider.width() / 2, wider.height() / 2,
                                        Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
}

const QImage& PlanUnderlay::levelFor(double pixelsWide) const
{
    std::size_t level = 0;
    while (level + 1 < m_levels.size() && m_levels[level + 1].width() >= pixelsWide) {
        ++level;
    }
    return m_levels[level];
}

void PlanUnderlay::paint(QPainter& painter, const SeatMapCamera& camera,
                         const PlanBackground& background, bool isQuick) const
{
    if (isEmpty() || background.hidden || background.opacity <= 0) {
        return;
    }
    const QRectF place{camera.toView(background.at),
                       QSizeF{background.size.x, background.size.y} * camera.scale()};
    const QRectF seen = place.intersected(QRectF{QPointF{}, camera.viewport()});
    if (seen.isEmpty()) {
        return;
    }
    const QImage& level = levelFor(place.width() * camera.ratio());
    const double across = level.width() / place.width();
    const double down = level.height() / place.height();
    const QRectF source{(seen.x() - place.x()) * across, (seen.y() - place.y()) * down,
                        seen.width() * across, seen.height() * down};
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !isQuick);
    painter.setOpacity(static_cast<double>(std::min(background.opacity, 1.0F)));
    painter.drawImage(seen, level, source);
    painter.restore();
}

} // namespace foyer::ui
