// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"

#include <memory>
#include <string>
#include <vector>

namespace foyer {

/// Names an object of a drawing (a seat, a section, a standing area, a shape) while it is edited.
/// Never given twice in one session, also not after an undo.
using ObjectKey = std::uint32_t;

/// Gives keys, and identifiers to new seats. The prefix has to be new for every session, so that
/// two people who draw at two counters give no two seats one identifier.
struct KeySource {
    ObjectKey next = 0;
    std::string prefix;

    ObjectKey take() { return next++; }
    std::string idOf(ObjectKey key) const { return prefix + "-" + std::to_string(key); }
};

struct DrawnSeat {
    ObjectKey key = 0;
    std::string id;
    std::string number;
    std::uint32_t category = 0; ///< index into PlanSketch::categories
    PlanPoint at;
    std::uint8_t traits = 0;

    bool has(SeatTrait trait) const { return (traits & static_cast<std::uint8_t>(trait)) != 0; }
    friend bool operator==(const DrawnSeat&, const DrawnSeat&) = default;
};

/// Seats in walking order.
struct DrawnRow {
    std::string label;
    ObjectKey section = 0;
    bool ring = false;
    std::vector<DrawnSeat> seats;
    friend bool operator==(const DrawnRow&, const DrawnRow&) = default;
};

struct DrawnSection {
    ObjectKey key = 0;
    Section section;
};

struct DrawnArea {
    ObjectKey key = 0;
    StandingArea area;
};

struct DrawnShape {
    ObjectKey key = 0;
    PlanShape shape;
};

template <typename Part>
using Shared = std::shared_ptr<const Part>;

/// A room while it is drawn. A value: an edit makes a new one, which shares with the old one every
/// row and object that it did not touch. So undo is the drawing before, and costs what was edited.
struct PlanSketch {
    std::string name;
    std::vector<PlanCategory> categories;
    std::vector<Shared<DrawnSection>> sections; ///< at least one
    std::vector<Shared<DrawnRow>> rows;         ///< none of them empty
    std::vector<Shared<DrawnArea>> areas;
    std::vector<Shared<DrawnShape>> shapes;
    std::optional<PlanBackground> background;

    std::size_t seatCount() const;
    const DrawnSection* section(ObjectKey key) const;
    /// Identity of parts, not their content: what an edit that changed nothing leaves.
    friend bool operator==(const PlanSketch&, const PlanSketch&) = default;
};

/// A sound plan as a drawing; its seats get their numbers in the plan as keys.
PlanSketch drawingOf(const SeatingPlan& plan, KeySource& keys);

/// The drawing as a plan, seats numbered row by row. With the version of the plan that it was made
/// of, every seat of that one keeps its number, and those no longer drawn are retired: see
/// continuedPlan(). A drawing may be unfinished, so structuralFault() has to be asked.
SeatingPlan planOf(const PlanSketch& drawing, const SeatingPlan* before = nullptr);

} // namespace foyer
