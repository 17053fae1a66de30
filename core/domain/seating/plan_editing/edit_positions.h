// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/plan_editing/drawing_selection.h"

#include <functional>

namespace foyer {

/// Edits of where things stand. Each gives the drawing as it is then; what is not selected keeps
/// its place, and rows without a selected seat are shared with the drawing before.

/// Every selected point through a function: seats, outlines, shapes.
PlanSketch transformed(const PlanSketch& drawing, const KeySet& selected,
                       const std::function<PlanPoint(PlanPoint)>& to);

PlanSketch moved(const PlanSketch& drawing, const KeySet& selected, PlanPoint by);
/// About the middle of the selection, clockwise. Ellipses turn as their boxes' corners do.
PlanSketch rotated(const PlanSketch& drawing, const KeySet& selected, float degrees);

enum class PlanAxis : std::uint8_t { Horizontal, Vertical };
/// Left and right (Horizontal), or up and down, change places about the selection's middle.
PlanSketch mirrored(const PlanSketch& drawing, const KeySet& selected, PlanAxis axis);

enum class Alignment : std::uint8_t { Left, Right, Top, Bottom, CentreAcross, CentreDown };
/// Rows, areas and shapes of the selection, each as a whole, put to one line.
PlanSketch aligned(const PlanSketch& drawing, const KeySet& selected, Alignment to);
/// The same, put at equal distances between the outermost two. Three or more are needed.
PlanSketch distributed(const PlanSketch& drawing, const KeySet& selected, PlanAxis along);

/// The rows of the selected seats, bent: their middle stands `bow` plan units out of the line
/// between their ends, to the right of the way one walks; 0 makes them straight. Gaps keep their
/// proportions, so aisles stay aisles.
PlanSketch bent(const PlanSketch& drawing, const KeySet& selected, float bow);
/// The rows of the selected seats with this distance between neighbours, from their middle on;
/// aisles keep their width.
PlanSketch spaced(const PlanSketch& drawing, const KeySet& selected, float spacing);
/// A gap behind this seat, wide enough that the seats beside it are no neighbours any more (see
/// best_available.h): the seats behind it move on along the row. Nothing for a table or the last
/// seat of a row.
std::optional<PlanSketch> withAisleBehind(const PlanSketch& drawing, ObjectKey seat);

/// The nearest crossing of the grid's lines.
PlanPoint onGrid(PlanPoint point, float grid);
/// By how much to correct a move, so that the point comes to stand in line with the nearest seat
/// that is not selected, across and down, where one is no farther than `reach`.
PlanPoint towardsNeighbours(const PlanSketch& drawing, const KeySet& selected, PlanPoint point,
                            float reach);

} // namespace foyer
