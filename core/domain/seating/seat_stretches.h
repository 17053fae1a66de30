// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"

#include <cstdint>
#include <vector>

namespace foyer {

/// Seats side by side, free or not: consecutive places of the plan's order that no aisle parts.
struct SeatStretch {
    std::uint32_t first = 0; ///< place in SeatingPlan::order
    std::uint32_t count = 0;
    bool ring = false; ///< the last seat is the first one's neighbour
};

/// What the choice of a seat depends on.
struct SeatPlace {
    PlanPoint at;
    std::int32_t distance = 0; ///< to the stage, in 1/64 of the plan's unit
    std::uint32_t category = 0;
    std::uint8_t traits = 0; ///< SeatTrait bits
};

/// The rows of a plan, cut at aisles. An aisle is a gap wider than 1.8 times the row's median
/// spacing, or that of all rows for a row of fewer than three seats. Rings have none, and there is
/// none between an accessible seat and a companion's: a wheelchair takes room.
std::vector<SeatStretch> seatStretches(const SeatingPlan& plan);

/// Every seat's place, by number. The distance is that to the middle of the first shape that is
/// called a stage in one of the usual languages; in a plan without, to the middle of the first row
/// of the seat's own section.
std::vector<SeatPlace> seatPlaces(const SeatingPlan& plan);

} // namespace foyer
