// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/seating/plan_editing/drawing_selection.h"
#include "core/domain/seating/plan_editing/seat_numbering.h"

namespace foyer {

/// A drawing with something new in it, and what that is.
struct DrawingWith {
    PlanSketch drawing;
    KeySet added;
};

/// All of these refuse with "bad_drawing" where what is wanted makes no sense (`where`: the field)
/// or the plan would have more than 200,000 seats.

struct RowWanted {
    ObjectKey section = 0;
    std::string label;
    std::uint32_t category = 0;
    PlanPoint from;
    PlanPoint to;
    std::size_t count = 1;
    float bow = 0; ///< see bent()
    SeatNumbering numbering;
};
Result<DrawingWith> withRow(const PlanSketch& drawing, KeySource& keys, const RowWanted& wanted);

struct TableWanted {
    ObjectKey section = 0;
    std::string label;
    std::uint32_t category = 0;
    PlanPoint middle;
    std::size_t chairs = 8;
    bool round = true; ///< its chairs are a ring; otherwise they stand along its two long sides
    float width = 80;  ///< from chair to chair across: the diameter of a round one
    float height = 60; ///< of a rectangular one
};
Result<DrawingWith> withTable(const PlanSketch& drawing, KeySource& keys,
                              const TableWanted& wanted);

/// A seat more, behind this one in its row; where there is one behind already, those after it move
/// on by its room. Its number is the next one that is free in the row.
Result<DrawingWith> withSeatBehind(const PlanSketch& drawing, KeySource& keys, ObjectKey seat);

Result<DrawingWith> withArea(const PlanSketch& drawing, KeySource& keys, StandingArea area);
Result<DrawingWith> withShape(const PlanSketch& drawing, KeySource& keys, PlanShape shape);
Result<DrawingWith> withSection(const PlanSketch& drawing, KeySource& keys, Section section);

/// Without the selected seats, areas and shapes; and without the selected sections that then have
/// no row, unless it is the last one. Selected sections that stay lose their outline.
PlanSketch without(const PlanSketch& drawing, const KeySet& selected);

PlanSketch withCategory(const PlanSketch& drawing, const KeySet& selected, std::uint32_t category);
PlanSketch withTrait(const PlanSketch& drawing, const KeySet& selected, SeatTrait trait, bool has);
/// The rows of the selected seats in that section. Seats of a row stay together.
PlanSketch inSection(const PlanSketch& drawing, const KeySet& selected, ObjectKey section);
/// Every row of the selected seats numbered by the rule.
PlanSketch renumbered(const PlanSketch& drawing, const KeySet& selected, const SeatNumbering& rule);
/// The rows of the selected seats named by the rule, in the drawing's order.
PlanSketch rowsNamed(const PlanSketch& drawing, const KeySet& selected, const RowNaming& rule);
/// One name for the rows of the selected seats, the areas or the texts that are selected.
PlanSketch labelled(const PlanSketch& drawing, const KeySet& selected, const std::string& label);
/// One number for one seat.
PlanSketch numbered(const PlanSketch& drawing, ObjectKey seat, const std::string& number);
/// A new category, or a new name or colour of one. Refuses a name that is taken, and a colour that
/// is not of the form "#RRGGBB".
Result<PlanSketch> withCategoryNamed(const PlanSketch& drawing, std::optional<std::uint32_t> known,
                                     const PlanCategory& category);

/// What was copied: parts with the keys that they had.
struct DrawingPiece {
    std::vector<Shared<DrawnRow>> rows;
    std::vector<Shared<DrawnArea>> areas;
    std::vector<Shared<DrawnShape>> shapes;
    bool isEmpty() const { return rows.empty() && areas.empty() && shapes.empty(); }
};
DrawingPiece copyOf(const PlanSketch& drawing, const KeySet& selected);
/// The piece once more, moved by so much: other keys, other identifiers, the same names.
Result<DrawingWith> withCopy(const PlanSketch& drawing, KeySource& keys, const DrawingPiece& piece,
                             PlanPoint by);

} // namespace foyer
