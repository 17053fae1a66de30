// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/plan_continuation.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace foyer {
namespace {

constexpr auto kTraitsToSay = static_cast<std::uint8_t>(
    static_cast<unsigned>(SeatTrait::Accessible) | static_cast<unsigned>(SeatTrait::Companion) |
    static_cast<unsigned>(SeatTrait::RestrictedView) | static_cast<unsigned>(SeatTrait::Table));

bool saysTraits(const SeatingPlan& plan)
{
    return std::ranges::any_of(plan.seats,
                               [](const Seat& seat) { return (seat.traits & kTraitsToSay) != 0; });
}

using NumbersById = std::unordered_map<std::string_view, SeatNumber>;

// A file may count from another corner of the room. How far most of the seats that are in both lie
// from where they lay.
PlanPoint shiftBetween(const SeatingPlan& before, const SeatingPlan& next, const NumbersById& known)
{
    std::vector<float> across;
    std::vector<float> down;
    for (const Seat& seat : next.seats) {
        if (const auto was = known.find(seat.id); was != known.end()) {
            const PlanPoint at = before.seats[was->second].at;
            across.push_back(seat.at.x - at.x);
            down.push_back(seat.at.y - at.y);
        }
    }
    const auto middleOf = [](std::vector<float>& values) {
        if (values.empty()) {
            return 0.0F;
        }
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
        std::ranges::nth_element(values, middle);
        return *middle;
    };
    return {middleOf(across), middleOf(down)};
}

void shiftAll(std::vector<PlanPoint>& points, PlanPoint by)
{
    for (PlanPoint& point : points) {
        point = {point.x + by.x, point.y + by.y};
    }
}

void keepAreas(const SeatingPlan& before, SeatingPlan& next, PlanPoint shift)
{
    for (const StandingArea& area : before.areas) {
        const PlanCategory& category = before.categories[area.category];
        auto known = std::ranges::find(next.categories, category.name, &PlanCategory::name);
        if (known == next.categories.end()) {
            next.categories.push_back(category);
            known = next.categories.end() - 1;
        }
        std::erase_if(next.shapes, [&](const PlanShape& shape) {
            return shape.kind == PlanShape::Kind::Polygon && shape.text == area.label;
        });
        next.areas.push_back(area);
        shiftAll(next.areas.back().outline, shift);
        next.areas.back().category = static_cast<std::uint32_t>(known - next.categories.begin());
    }
}

void keepSections(const SeatingPlan& before, SeatingPlan& next, PlanPoint shift)
{
    for (Section& section : next.sections) {
        const auto known = std::ranges::find(before.sections, section.label, &Section::label);
        if (known == before.sections.end()) {
            continue;
        }
        section.zone = section.zone.empty() ? known->zone : section.zone;
        section.entrance = section.entrance.empty() ? known->entrance : section.entrance;
        if (section.outline.empty()) {
            section.outline = known->outline;
            shiftAll(section.outline, shift);
        }
    }
}

void keepColours(const SeatingPlan& before, SeatingPlan& next)
{
    for (PlanCategory& category : next.categories) {
        const auto known = std::ranges::find(before.categories, category.name, &PlanCategory::name);
        if (category.colour.empty() && known != before.categories.end()) {
            category.colour = known->colour;
        }
    }
}

} // namespace

SeatingPlan withUnsaid(const SeatingPlan& before, SeatingPlan next)
{
    NumbersById known;
    for (std::size_t seat = 0; seat < before.seats.size(); ++seat) {
        known.emplace(before.seats[seat].id, static_cast<SeatNumber>(seat));
    }
    const PlanPoint shift = shiftBetween(before, next, known);
    if (!saysTraits(next)) {
        for (Seat& seat : next.seats) {
            if (const auto was = known.find(seat.id); was != known.end()) {
                seat.traits = before.seats[was->second].traits;
            }
        }
    }
    for (Row& row : next.rows) {
        std::optional<std::uint32_t> table; // that all of its seats come from
        bool isOne = true;
        for (const SeatNumber seat : next.seatsOf(row)) {
            const auto was = known.find(next.seats[seat].id);
            const bool isRing = was != known.end() && before.isSeat(was->second) &&
                before.rows[before.seats[was->second].row].ring;
            isOne = isOne && isRing && (!table || *table == before.seats[was->second].row);
            table = isRing ? std::optional{before.seats[was->second].row} : table;
        }
        row.ring = row.ring || (isOne && table && before.rows[*table].count == row.count);
    }
    if (next.areas.empty()) {
        keepAreas(before, next, shift);
    }
    keepSections(before, next, shift);
    keepColours(before, next);
    if (!next.background && before.background) {
        next.background = before.background;
        PlanPoint& at = next.background->at;
        at = {at.x + shift.x, at.y + shift.y};
    }
    return next;
}

} // namespace foyer
