// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/documents/plans/plan_node.h"
#include "core/domain/seating/seating_plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace foyer {

/// The fields of a file that identify and number a seat, to say which one is wrong.
struct SeatFields {
    std::string_view id;
    std::string_view number;
};

/// A seating plan while it is read from a file: gives numbers to seats, refuses what would make two
/// places look alike, and puts the finished drawing to (0, 0). Every add takes the node that a
/// problem is said about.
class PlanDraft {
public:
    /// A category under the key by which seats name it.
    void addCategory(const PlanNode& node, const std::string& key, PlanCategory category,
                     std::uint8_t traits = 0);
    /// The category of that key, or nothing.
    std::optional<std::uint32_t> category(const std::string& key) const;
    /// The traits that every seat of a category has.
    std::uint8_t traitsOf(std::uint32_t category) const { return m_categoryTraits[category]; }

    std::uint32_t addSection(Section section);
    /// One that was added; valid until the next is.
    Section& section(std::uint32_t index) { return m_plan.sections[index]; }
    /// Starts a row; the seats added from now on are its own.
    void startRow(Row row);
    /// A seat of the row started last.
    void addSeat(const PlanNode& node, SeatFields fields, Seat seat);
    /// Ends the row; one without seats is forgotten.
    void endRow();
    /// Areas come from charts alone: "label" and "uuid" are their fields.
    void addArea(const PlanNode& node, StandingArea area);
    void addShape(PlanShape shape) { m_plan.shapes.push_back(std::move(shape)); }
    /// The picture to draw over; what is none is left out, for nothing hangs on it.
    void setBackground(PlanBackground background);

    /// The plan, moved so that everything drawn lies within (0, 0) and `size` with a margin.
    /// "bad_plan" where it has no place to sell or is unsound.
    Result<SeatingPlan> finish(std::string name) &&;

private:
    SeatingPlan m_plan;
    std::vector<std::uint8_t> m_categoryTraits;
    std::unordered_map<std::string, std::uint32_t> m_categories;
    std::unordered_set<std::string> m_categoryNames;
    std::unordered_set<std::string> m_ids;
    std::unordered_set<std::string> m_names; // section, row and number of each seat
    std::unordered_set<std::string> m_areas;
    bool m_tooMany = false;
};

/// The corners of a rectangle around `middle`, turned by `degrees` clockwise about `pivot`.
std::vector<PlanPoint> rectangleCorners(PlanPoint middle, float width, float height, float degrees,
                                        PlanPoint pivot);
/// An ellipse as a polygon of 32 corners, turned by `degrees` clockwise.
std::vector<PlanPoint> ellipseCorners(PlanPoint middle, float radiusX, float radiusY,
                                      float degrees);

} // namespace foyer
