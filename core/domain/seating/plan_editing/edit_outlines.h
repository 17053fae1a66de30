// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/seating/plan_editing/drawing_selection.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// Edits of outlines, corner by corner: of sections, standing areas and shapes with corners. An
/// outline is closed; behind its last corner comes the first.

constexpr std::size_t kLeastCorners = 3;
constexpr std::size_t kMostCorners = 200;

/// The corners of what has an outline; null for everything else, as seats, ellipses and words. A
/// section without an outline has no corners.
const std::vector<PlanPoint>* outlineOf(const PlanSketch& drawing, ObjectKey key);
/// The one object with corners that is selected and nothing else; nothing otherwise.
std::optional<ObjectKey> outlinedAlone(const PlanSketch& drawing, const KeySet& selected);

/// The object with these corners instead. Refuses with "bad_drawing" (`where`: "outline") less than
/// three, more than two hundred, and corners that enclose nothing; none at all takes a section's
/// outline away.
Result<PlanSketch> withOutline(const PlanSketch& drawing, ObjectKey key,
                               std::vector<PlanPoint> corners);
/// One corner moved by so much. An index beyond the corners changes nothing; this goes for all
/// three.
PlanSketch withCornerMoved(const PlanSketch& drawing, ObjectKey key, std::size_t corner,
                           PlanPoint by);
/// A corner more behind this one, in the middle of the way to the next. Refuses as withOutline().
Result<PlanSketch> withCornerBehind(const PlanSketch& drawing, ObjectKey key, std::size_t corner);
/// A corner less; the last three stay.
PlanSketch withoutCorner(const PlanSketch& drawing, ObjectKey key, std::size_t corner);

/// An outline around the seats of a section: their convex hull, wider by `margin` on every side.
/// Nothing for a section without seats.
std::vector<PlanPoint> outlineAround(const PlanSketch& drawing, ObjectKey section, float margin);

} // namespace foyer
