// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/edit_objects.h"

#include "core/domain/seating/plan_editing/edit_positions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foyer {
namespace {

constexpr std::size_t kSeatsOfPlanMax = 200'000;
constexpr std::size_t kSeatsOfRowMax = 1'000;
constexpr std::uint32_t kCapacityOfAreaMax = 1'000'000;

Error badDrawing(const std::string& message, const char* where)
{
    return badInput("bad_drawing", message, where);
}

Result<void> checkSeatsFit(const PlanSketch& drawing, std::size_t count)
{
    if (count == 0 || count > kSeatsOfRowMax) {
        return badDrawing("Say a number of seats from 1 to 1,000.", "count");
    }
    if (drawing.seatCount() + count > kSeatsOfPlanMax) {
        return badDrawing("The plan would have more than 200,000 seats. Split it into several.",
                          "count");
    }
    return {};
}

Result<void> checkBelongs(const PlanSketch& drawing, ObjectKey section, std::uint32_t category)
{
    if (drawing.section(section) == nullptr) {
        return badDrawing("Choose the section that this belongs to.", "section");
    }
    if (category >= drawing.categories.size()) {
        return badDrawing("Choose a category, so that there can be a price.", "category");
    }
    return {};
}

DrawnSeat newSeat(KeySource& keys, std::string number, std::uint32_t category, PlanPoint at,
                  std::uint8_t traits)
{
    const ObjectKey key = keys.take();
    return {key, keys.idOf(key), std::move(number), category, at, traits};
}

DrawingWith withNewRow(const PlanSketch& drawing, DrawnRow row)
{
    DrawingWith next{drawing, {}};
    for (const DrawnSeat& seat : row.seats) {
        next.added.add(seat.key);
    }
    next.drawing.rows.push_back(std::make_shared<const DrawnRow>(std::move(row)));
    return next;
}

std::vector<PlanPoint> chairsOf(const TableWanted& wanted)
{
    std::vector<PlanPoint> chairs;
    const PlanPoint middle = wanted.middle;
    if (wanted.round) {
        for (std::size_t i = 0; i < wanted.chairs; ++i) {
            const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) /
                static_cast<float>(wanted.chairs);
            chairs.push_back({middle.x + wanted.width / 2 * std::sin(angle),
                              middle.y - wanted.width / 2 * std::cos(angle)});
        }
        return chairs;
    }
    // Around the table, as one walks: along the upper side, back along the lower one.
    const std::size_t upper = (wanted.chairs + 1) / 2;
    for (std::size_t i = 0; i < wanted.chairs; ++i) {
        const bool isUpper = i < upper;
        const std::size_t onSide = isUpper ? upper : wanted.chairs - upper;
        const std::size_t place = isUpper ? i : wanted.chairs - 1 - i;
        const float share = (static_cast<float>(place) + 0.5F) /
            static_cast<float>(std::max<std::size_t>(onSide, 1));
        chairs.push_back({middle.x + wanted.width * (share - 0.5F),
                          middle.y + (isUpper ? -wanted.height : wanted.height) / 2});
    }
    return chairs;
}

// The lowest whole number that no seat of the row has.
std::string freeNumber(const DrawnRow& row)
{
    std::int64_t highest = 0;
    for (const DrawnSeat& seat : row.seats) {
        std::int64_t number = 0;
        for (const char digit : seat.number) {
            number = digit >= '0' && digit <= '9' && number < 1'000'000
                ? number * 10 + (digit - '0')
                : number;
        }
        highest = std::max(highest, number);
    }
    return std::to_string(highest + 1);
}

} // namespace

Result<DrawingWith> withRow(const PlanSketch& drawing, KeySource& keys, const RowWanted& wanted)
{
    if (auto fits = checkSeatsFit(drawing, wanted.count); !fits) {
        return std::move(fits).error();
    }
    if (auto belongs = checkBelongs(drawing, wanted.section, wanted.category); !belongs) {
        return std::move(belongs).error();
    }
    DrawnRow row{wanted.label, wanted.section, false, {}};
    const auto numbers = seatNumbers(wanted.numbering, wanted.count);
    for (std::size_t i = 0; i < wanted.count; ++i) {
        const float share =
            wanted.count > 1 ? static_cast<float>(i) / static_cast<float>(wanted.count - 1) : 0;
        row.seats.push_back(newSeat(keys, numbers[i], wanted.category,
                                    {wanted.from.x + (wanted.to.x - wanted.from.x) * share,
                                     wanted.from.y + (wanted.to.y - wanted.from.y) * share},
                                    0));
    }
    DrawingWith next = withNewRow(drawing, std::move(row));
    if (wanted.bow != 0) {
        next.drawing = bent(next.drawing, next.added, wanted.bow);
    }
    return next;
}

Result<DrawingWith> withTable(const PlanSketch& drawing, KeySource& keys, const TableWanted& wanted)
{
    if (auto fits = checkSeatsFit(drawing, wanted.chairs); !fits) {
        return std::move(fits).error();
    }
    if (auto belongs = checkBelongs(drawing, wanted.section, wanted.category); !belongs) {
        return std::move(belongs).error();
    }
    DrawnRow row{wanted.label, wanted.section, wanted.round, {}};
    const auto numbers = seatNumbers({}, wanted.chairs);
    const auto places = chairsOf(wanted);
    for (std::size_t i = 0; i < wanted.chairs; ++i) {
        row.seats.push_back(newSeat(keys, numbers[i], wanted.category, places[i],
                                    static_cast<std::uint8_t>(SeatTrait::Table)));
    }
    return withNewRow(drawing, std::move(row));
}

Result<DrawingWith> withSeatBehind(const PlanSketch& drawing, KeySource& keys, ObjectKey seat)
{
    if (auto fits = checkSeatsFit(drawing, 1); !fits) {
        return std::move(fits).error();
    }
    for (std::size_t index = 0; index < drawing.rows.size(); ++index) {
        const DrawnRow& row = *drawing.rows[index];
        const auto found = std::ranges::find(row.seats, seat, &DrawnSeat::key);
        if (found == row.seats.end()) {
            continue;
        }
        const auto place = static_cast<std::size_t>(found - row.seats.begin());
        DrawnRow changed = row;
        const PlanPoint at = row.seats[place].at;
        PlanPoint step{24, 0};
        if (row.seats.size() > 1) {
            const PlanPoint other = row.seats[place > 0 ? place - 1 : 1].at;
            step = place > 0 ? PlanPoint{at.x - other.x, at.y - other.y}
                             : PlanPoint{other.x - at.x, other.y - at.y};
        }
        for (std::size_t i = place + 1; i < changed.seats.size(); ++i) {
            PlanPoint& later = changed.seats[i].at;
            later = {later.x + step.x, later.y + step.y};
        }
        const DrawnSeat added =
            newSeat(keys, freeNumber(row), row.seats[place].category,
                    {at.x + step.x, at.y + step.y},
                    row.ring ? static_cast<std::uint8_t>(SeatTrait::Table) : std::uint8_t{0});
        changed.seats.insert(changed.seats.begin() + static_cast<std::ptrdiff_t>(place) + 1, added);
        DrawingWith next{drawing, KeySet{added.key}};
        next.drawing.rows[index] = std::make_shared<const DrawnRow>(std::move(changed));
        return next;
    }
    return badDrawing("Choose the seat that the new one is to stand behind.", "seat");
}

Result<DrawingWith> withArea(const PlanSketch& drawing, KeySource& keys, StandingArea area)
{
    if (area.category >= drawing.categories.size()) {
        return badDrawing("Choose a category, so that there can be a price.", "category");
    }
    if (area.capacity == 0 || area.capacity > kCapacityOfAreaMax) {
        return badDrawing("Say how many people may stand there: 1 to 1,000,000.", "capacity");
    }
    const ObjectKey key = keys.take();
    area.id = keys.idOf(key);
    DrawingWith next{drawing, KeySet{key}};
    next.drawing.areas.push_back(
        std::make_shared<const DrawnArea>(DrawnArea{key, std::move(area)}));
    return next;
}

Result<DrawingWith> withShape(const PlanSketch& drawing, KeySource& keys, PlanShape shape)
{
    const bool isText = shape.kind == PlanShape::Kind::Text;
    if (shape.points.empty() || (isText && shape.text.empty())) {
        return badDrawing(isText ? "Write the text." : "Draw the shape's corners.",
                          isText ? "text" : "points");
    }
    const ObjectKey key = keys.take();
    DrawingWith next{drawing, KeySet{key}};
    next.drawing.shapes.push_back(
        std::make_shared<const DrawnShape>(DrawnShape{key, std::move(shape)}));
    return next;
}

Result<DrawingWith> withSection(const PlanSketch& drawing, KeySource& keys, Section section)
{
    const ObjectKey key = keys.take();
    DrawingWith next{drawing, KeySet{key}};
    next.drawing.sections.push_back(
        std::make_shared<const DrawnSection>(DrawnSection{key, std::move(section)}));
    return next;
}

PlanSketch without(const PlanSketch& drawing, const KeySet& selected)
{
    PlanSketch next = drawing;
    for (auto& row : next.rows) {
        if (selected.hasSeatOf(*row)) {
            DrawnRow changed = *row;
            std::erase_if(changed.seats,
                          [&](const DrawnSeat& seat) { return selected.has(seat.key); });
            row = std::make_shared<const DrawnRow>(std::move(changed));
        }
    }
    std::erase_if(next.rows, [](const auto& row) { return row->seats.empty(); });
    std::erase_if(next.areas, [&](const auto& area) { return selected.has(area->key); });
    std::erase_if(next.shapes, [&](const auto& shape) { return selected.has(shape->key); });
    KeySet used;
    for (const auto& row : next.rows) {
        used.add(row->section);
    }
    std::erase_if(next.sections, [&](const auto& section) {
        return selected.has(section->key) && !used.has(section->key);
    });
    if (next.sections.empty()) {
        next.sections.push_back(drawing.sections.front());
    }
    for (auto& section : next.sections) {
        if (selected.has(section->key) && !section->section.outline.empty()) {
            DrawnSection changed = *section;
            changed.section.outline.clear();
            section = std::make_shared<const DrawnSection>(std::move(changed));
        }
    }
    return next;
}

DrawingPiece copyOf(const PlanSketch& drawing, const KeySet& selected)
{
    DrawingPiece piece;
    for (const auto& row : drawing.rows) {
        if (selected.hasSeatOf(*row)) {
            DrawnRow copied = *row;
            std::erase_if(copied.seats,
                          [&](const DrawnSeat& seat) { return !selected.has(seat.key); });
            copied.ring = row->ring && copied.seats.size() == row->seats.size();
            piece.rows.push_back(std::make_shared<const DrawnRow>(std::move(copied)));
        }
    }
    const auto isSelected = [&](const auto& part) { return selected.has(part->key); };
    std::ranges::copy_if(drawing.areas, std::back_inserter(piece.areas), isSelected);
    std::ranges::copy_if(drawing.shapes, std::back_inserter(piece.shapes), isSelected);
    return piece;
}

Result<DrawingWith> withCopy(const PlanSketch& drawing, KeySource& keys, const DrawingPiece& piece,
                             PlanPoint by)
{
    std::size_t seats = drawing.seatCount();
    for (const auto& row : piece.rows) {
        seats += row->seats.size();
    }
    if (seats > kSeatsOfPlanMax) {
        return badDrawing("The plan would have more than 200,000 seats. Split it into several.",
                          "count");
    }
    DrawingWith next{drawing, {}};
    const auto newKey = [&] {
        const ObjectKey key = keys.take();
        next.added.add(key);
        return key;
    };
    for (const auto& row : piece.rows) {
        DrawnRow copied = *row;
        if (drawing.section(copied.section) == nullptr) {
            copied.section = drawing.sections.front()->key; // it was copied, then deleted
        }
        for (DrawnSeat& seat : copied.seats) {
            seat.key = newKey();
            seat.id = keys.idOf(seat.key);
            seat.category = seat.category < drawing.categories.size() ? seat.category : 0;
        }
        next.drawing.rows.push_back(std::make_shared<const DrawnRow>(std::move(copied)));
    }
    for (const auto& area : piece.areas) {
        DrawnArea copied{newKey(), area->area};
        copied.area.id = keys.idOf(copied.key);
        next.drawing.areas.push_back(std::make_shared<const DrawnArea>(std::move(copied)));
    }
    for (const auto& shape : piece.shapes) {
        next.drawing.shapes.push_back(
            std::make_shared<const DrawnShape>(DrawnShape{newKey(), shape->shape}));
    }
    next.drawing = moved(next.drawing, next.added, by);
    return next;
}

} // namespace foyer
