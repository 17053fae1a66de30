// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace foyer::ui {

/// Where the viewer stands: maps plan units to pixels of the widget (logical, not device pixels).
/// Keeps what is drawn in view: a plan smaller than the window is centred, a larger one fills it.
class SeatMapCamera {
public:
    /// What there is to see, in plan units, and how large a seat is there.
    void setContent(const QRectF& content, double seatDiameter);
    /// The same, while whoever looks stays where they are; who saw everything still does.
    void keepOver(const QRectF& content, double seatDiameter);
    void setViewport(QSizeF size);
    /// Steps the picture may be moved by, so that panning shifts whole device pixels.
    void setDevicePixelRatio(double ratio) { m_ratio = ratio; }

    /// Everything, as large as it goes.
    void fit();
    /// Zooms by a factor, the plan under `at` (widget pixels) staying where it is.
    void zoomAt(QPointF at, double factor);
    void panBy(QPointF pixels);
    /// Moves no more than needed for `point` to lie at least `margin` pixels inside the window.
    void reveal(PlanPoint point, double margin);
    /// `point` in the middle, seats drawn with this many pixels.
    void lookAt(QPointF point, double seatPixels);

    double scale() const { return m_scale; }
    QPointF offset() const { return m_offset; }
    QSizeF viewport() const { return m_viewport; }
    double ratio() const { return m_ratio; }
    /// The size of a seat in widget pixels.
    double seatPixels() const { return m_diameter * m_scale; }
    QPointF toView(QPointF point) const { return point * m_scale + m_offset; }
    QPointF toView(PlanPoint point) const { return toView(QPointF(point.x, point.y)); }
    QPointF toPlan(QPointF pixel) const { return (pixel - m_offset) / m_scale; }
    /// The part of the plan in the window.
    QRectF window() const;

private:
    double fittingScale() const;
    void settle();

    QRectF m_content{0, 0, 1, 1};
    QSizeF m_viewport{1, 1};
    double m_diameter = 1;
    double m_ratio = 1;
    double m_scale = 1;
    QPointF m_offset;
    bool m_fitted = true;
};

} // namespace foyer::ui
