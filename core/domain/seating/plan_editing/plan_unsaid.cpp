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

void keepAreas(const SeatingPlan& before, SeatingPlan& next)
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
        next.areas.back().category = static_cast<std::uint32_t>(known - next.categories.begin());
    }
}

void keepSections(const SeatingPlan& before, SeatingPlan& next)
{
    for (Section& section : next.sections) {
        const auto known = std::ranges::find(before.sections, section.label, &Section::label);
        if (known == before.sections.end()) {
            continue;
        }
        section.zone = section.zone.empty() ? known->zone : section.zone;
        section.entrance = section.entrance.empty() ? known->entrance : section.entrance;
        section.outline = section.outline.empty() ? known->outline : section.outline;
    }
}

} // namespace

SeatingPlan withUnsaid(const SeatingPlan& before, SeatingPlan next)
{
    std::unordered_map<std::string_view, SeatNumber> known;
    for (std::size_t seat = 0; seat < before.seats.size(); ++seat) {
        known.emplace(before.seats[seat].id, static_cast<SeatNumber>(seat));
    }
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
        keepAreas(before, next);
    }
    keepSections(before, next);
    return next;
}

} // namespace foyer
