// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/drawing.h"

#include "core/domain/seating/plan_editing/plan_continuation.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace foyer {
namespace {

constexpr float kRoomLeast = 1.0F;

template <typename Part>
Shared<Part> sharedPart(Part part)
{
    return std::make_shared<const Part>(std::move(part));
}

// Everything drawn lies within (0, 0) and this.
void measureSize(SeatingPlan& plan)
{
    PlanPoint far{kRoomLeast, kRoomLeast};
    const auto take = [&far](PlanPoint point) {
        far = {std::max(far.x, point.x), std::max(far.y, point.y)};
    };
    const auto takeAll = [&take](const std::vector<PlanPoint>& points) {
        std::ranges::for_each(points, take);
    };
    for (const Seat& seat : plan.seats) {
        take(seat.at);
    }
    for (const Section& section : plan.sections) {
        takeAll(section.outline);
    }
    for (const StandingArea& area : plan.areas) {
        takeAll(area.outline);
    }
    for (const PlanShape& shape : plan.shapes) {
        takeAll(shape.points);
    }
    plan.size = {std::max(plan.size.x, std::ceil(far.x)), std::max(plan.size.y, std::ceil(far.y))};
}

} // namespace

std::size_t PlanSketch::seatCount() const
{
    std::size_t count = 0;
    for (const auto& row : rows) {
        count += row->seats.size();
    }
    return count;
}

const DrawnSection* PlanSketch::section(ObjectKey key) const
{
    const auto found = std::ranges::find(sections, key, [](const auto& each) { return each->key; });
    return found == sections.end() ? nullptr : found->get();
}

PlanSketch drawingOf(const SeatingPlan& plan, KeySource& keys)
{
    keys.next = std::max(keys.next, static_cast<ObjectKey>(plan.seats.size()));
    PlanSketch drawing;
    drawing.name = plan.name;
    drawing.categories = plan.categories;
    drawing.background = plan.background;
    for (const Section& section : plan.sections) {
        drawing.sections.push_back(sharedPart(DrawnSection{keys.take(), section}));
    }
    for (const Row& row : plan.rows) {
        DrawnRow drawn{row.label, drawing.sections[row.section]->key, row.ring, {}};
        drawn.seats.reserve(row.count);
        for (const SeatNumber number : plan.seatsOf(row)) {
            const Seat& seat = plan.seats[number];
            drawn.seats.push_back(
                {number, seat.id, seat.number, seat.category, seat.at, seat.traits});
        }
        if (!drawn.seats.empty()) {
            drawing.rows.push_back(sharedPart(std::move(drawn)));
        }
    }
    for (const StandingArea& area : plan.areas) {
        drawing.areas.push_back(sharedPart(DrawnArea{keys.take(), area}));
    }
    for (const PlanShape& shape : plan.shapes) {
        drawing.shapes.push_back(sharedPart(DrawnShape{keys.take(), shape}));
    }
    return drawing;
}

SeatingPlan planOf(const PlanSketch& drawing, const SeatingPlan* before)
{
    SeatingPlan plan;
    plan.name = drawing.name;
    plan.categories = drawing.categories;
    plan.background = drawing.background;
    std::unordered_map<ObjectKey, std::uint32_t> sections;
    for (const auto& section : drawing.sections) {
        sections.emplace(section->key, static_cast<std::uint32_t>(plan.sections.size()));
        plan.sections.push_back(section->section);
    }
    plan.seats.reserve(drawing.seatCount());
    for (const auto& row : drawing.rows) {
        const auto section = sections.find(row->section);
        plan.rows.push_back({row->label, section != sections.end() ? section->second : 0,
                             static_cast<std::uint32_t>(plan.seats.size()),
                             static_cast<std::uint32_t>(row->seats.size()), row->ring});
        for (const DrawnSeat& seat : row->seats) {
            plan.seats.push_back({seat.id, seat.number,
                                  static_cast<std::uint32_t>(plan.rows.size() - 1), seat.category,
                                  seat.at, seat.traits});
        }
    }
    for (const auto& area : drawing.areas) {
        plan.areas.push_back(area->area);
    }
    for (const auto& shape : drawing.shapes) {
        plan.shapes.push_back(shape->shape);
    }
    if (before != nullptr) {
        plan = continuedPlan(*before, std::move(plan));
        plan.size = before->size;
    }
    measureSize(plan);
    return plan;
}

} // namespace foyer
