// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace foyer {

/// The least box around points of a plan, in its units.
struct PlanBounds {
    double left = std::numeric_limits<double>::max();
    double top = std::numeric_limits<double>::max();
    double right = std::numeric_limits<double>::lowest();
    double bottom = std::numeric_limits<double>::lowest();

    /// Makes it as large as to hold this, too.
    void take(const PlanPoint& point)
    {
        left = std::min(left, double{point.x});
        top = std::min(top, double{point.y});
        right = std::max(right, double{point.x});
        bottom = std::max(bottom, double{point.y});
    }
    void take(const std::vector<PlanPoint>& points)
    {
        for (const PlanPoint& point : points) {
            take(point);
        }
    }
    /// Whether nothing was taken yet.
    bool isEmpty() const { return left > right; }
};

} // namespace foyer
