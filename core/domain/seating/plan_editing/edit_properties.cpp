// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/edit_objects.h"

#include <algorithm>
#include <functional>

namespace foyer {
namespace {

// Rows with a selected seat through a function, which says whether it changed the row.
PlanSketch withEachRow(const PlanSketch& drawing, const KeySet& selected,
                       const std::function<void(DrawnRow&)>& change)
{
    PlanSketch next = drawing;
    for (auto& row : next.rows) {
        if (!selected.hasSeatOf(*row)) {
            continue;
        }
        DrawnRow changed = *row;
        change(changed);
        if (changed != *row) {
            row = std::make_shared<const DrawnRow>(std::move(changed));
        }
    }
    return next;
}

} // namespace

PlanSketch withCategory(const PlanSketch& drawing, const KeySet& selected, std::uint32_t category)
{
    if (category >= drawing.categories.size()) {
        return drawing;
    }
    PlanSketch next = withEachRow(drawing, selected, [&](DrawnRow& row) {
        for (DrawnSeat& seat : row.seats) {
            seat.category = selected.has(seat.key) ? category : seat.category;
        }
    });
    for (auto& area : next.areas) {
        if (selected.has(area->key) && area->area.category != category) {
            DrawnArea changed = *area;
            changed.area.category = category;
            area = std::make_shared<const DrawnArea>(std::move(changed));
        }
    }
    return next;
}

PlanSketch withTrait(const PlanSketch& drawing, const KeySet& selected, SeatTrait trait, bool has)
{
    const auto bit = static_cast<std::uint8_t>(trait);
    return withEachRow(drawing, selected, [&](DrawnRow& row) {
        for (DrawnSeat& seat : row.seats) {
            if (selected.has(seat.key)) {
                seat.traits =
                    static_cast<std::uint8_t>(has ? seat.traits | bit : seat.traits & ~bit);
            }
        }
    });
}

PlanSketch inSection(const PlanSketch& drawing, const KeySet& selected, ObjectKey section)
{
    if (drawing.section(section) == nullptr) {
        return drawing;
    }
    return withEachRow(drawing, selected, [&](DrawnRow& row) { row.section = section; });
}

PlanSketch renumbered(const PlanSketch& drawing, const KeySet& selected, const SeatNumbering& rule)
{
    return withEachRow(drawing, selected, [&](DrawnRow& row) {
        const auto numbers = seatNumbers(rule, row.seats.size());
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            row.seats[i].number = numbers[i];
        }
    });
}

PlanSketch rowsNamed(const PlanSketch& drawing, const KeySet& selected, const RowNaming& rule)
{
    const auto count = std::ranges::count_if(drawing.rows, [&](const auto& row) {
        return selected.hasSeatOf(*row);
    });
    const auto names = rowNames(rule, static_cast<std::size_t>(count));
    std::size_t next = 0;
    return withEachRow(drawing, selected, [&](DrawnRow& row) { row.label = names[next++]; });
}

PlanSketch labelled(const PlanSketch& drawing, const KeySet& selected, const std::string& label)
{
    PlanSketch next = withEachRow(drawing, selected, [&](DrawnRow& row) { row.label = label; });
    for (auto& area : next.areas) {
        if (selected.has(area->key) && area->area.label != label) {
            DrawnArea changed = *area;
            changed.area.label = label;
            area = std::make_shared<const DrawnArea>(std::move(changed));
        }
    }
    for (auto& shape : next.shapes) {
        if (selected.has(shape->key) && shape->shape.text != label) {
            DrawnShape changed = *shape;
            changed.shape.text = label;
            shape = std::make_shared<const DrawnShape>(std::move(changed));
        }
    }
    for (auto& section : next.sections) {
        if (selected.has(section->key) && section->section.label != label) {
            DrawnSection changed = *section;
            changed.section.label = label;
            section = std::make_shared<const DrawnSection>(std::move(changed));
        }
    }
    return next;
}

PlanSketch numbered(const PlanSketch& drawing, ObjectKey seat, const std::string& number)
{
    return withEachRow(drawing, KeySet{seat}, [&](DrawnRow& row) {
        const auto found = std::ranges::find(row.seats, seat, &DrawnSeat::key);
        found->number = number;
    });
}

Result<PlanSketch> withCategoryNamed(const PlanSketch& drawing, std::optional<std::uint32_t> known,
                                     const PlanCategory& category)
{
    if (category.name.empty()) {
        return badInput("bad_drawing", "Say the name of the category.", "name");
    }
    if (!category.colour.empty() && !categoryColourIn(category.colour)) {
        return badInput("bad_drawing", "Say a colour as #RRGGBB, as in #0072B2.", "colour");
    }
    const auto taken = std::ranges::find(drawing.categories, category.name, &PlanCategory::name);
    if (taken != drawing.categories.end() &&
        (!known || taken - drawing.categories.begin() != std::ptrdiff_t{*known})) {
        return badInput("bad_drawing", "There is a category of this name already.", "name");
    }
    PlanSketch next = drawing;
    if (known && *known < next.categories.size()) {
        next.categories[*known] = category;
    } else {
        next.categories.push_back(category);
    }
    return next;
}

} // namespace foyer
