// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"

#include <QImage>

#include <vector>

class QPainter;

namespace foyer::ui {

class SeatMapCamera;

/// The picture to draw over, painted where the plan lays it. Smaller copies are made once, so that
/// a frame costs what is seen of it and not what the picture has.
class PlanUnderlay {
public:
    /// A null picture: nothing is painted.
    void setPicture(const QImage& picture);
    bool isEmpty() const { return m_levels.empty(); }
    /// `isQuick`: from the nearest pixels, as while the view moves.
    void paint(QPainter& painter, const SeatMapCamera& camera, const PlanBackground& background,
               bool isQuick) const;

private:
    const QImage& levelFor(double pixelsWide) const;

    std::vector<QImage> m_levels; ///< each half as wide as the one before
};

} // namespace foyer::ui
