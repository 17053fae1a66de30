// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/plan_editing/key_set.h"

#include <algorithm>

namespace foyer {

/// A rectangle of the plan; its corners may be given in any order.
struct PlanBox {
    PlanPoint low;
    PlanPoint high;

    PlanPoint middle() const { return {(low.x + high.x) / 2, (low.y + high.y) / 2}; }
    PlanBox with(PlanPoint point) const
    {
        return {{std::min(low.x, point.x), std::min(low.y, point.y)},
                {std::max(high.x, point.x), std::max(high.y, point.y)}};
    }
    bool holds(PlanPoint point) const
    {
        return point.x >= low.x && point.x <= high.x && point.y >= low.y && point.y <= high.y;
    }
};
PlanBox boxBetween(PlanPoint one, PlanPoint other);

/// Seats whose middles lie in the box, and areas, shapes and outlines of sections that lie in it as
/// a whole.
KeySet objectsIn(const PlanSketch& drawing, const PlanBox& box);
KeySet allObjects(const PlanSketch& drawing);
/// The rows of these seats, as a whole.
KeySet wholeRows(const PlanSketch& drawing, const KeySet& of);
/// Every seat of the sections of these seats, and those sections' outlines.
KeySet wholeSections(const PlanSketch& drawing, const KeySet& of);
KeySet seatsOfCategory(const PlanSketch& drawing, std::uint32_t category);
/// The object after (or before) this one in reading order: seats row by row, areas, shapes. The
/// first one where there is none before; nothing in an empty drawing.
std::optional<ObjectKey> nextObject(const PlanSketch& drawing, std::optional<ObjectKey> from,
                                    bool forwards);
/// Around the selected objects; nothing where none is selected.
std::optional<PlanBox> boxOf(const PlanSketch& drawing, const KeySet& of);
/// The middle of an object.
std::optional<PlanPoint> placeOf(const PlanSketch& drawing, ObjectKey key);

} // namespace foyer
