// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/drawing_selection.h"

#include <algorithm>

namespace foyer {
namespace {

/// Grows around points.
class Around {
public:
    void take(PlanPoint point) { m_box = m_box ? m_box->with(point) : PlanBox{point, point}; }
    void take(const std::vector<PlanPoint>& points)
    {
        for (const PlanPoint point : points) {
            take(point);
        }
    }
    const std::optional<PlanBox>& box() const { return m_box; }

private:
    std::optional<PlanBox> m_box;
};

bool lieIn(const std::vector<PlanPoint>& points, const PlanBox& box)
{
    return !points.empty() &&
        std::ranges::all_of(points, [&](PlanPoint point) { return box.holds(point); });
}

std::vector<ObjectKey> inReadingOrder(const PlanSketch& drawing)
{
    std::vector<ObjectKey> keys;
    for (const auto& row : drawing.rows) {
        for (const DrawnSeat& seat : row->seats) {
            keys.push_back(seat.key);
        }
    }
    for (const auto& area : drawing.areas) {
        keys.push_back(area->key);
    }
    for (const auto& shape : drawing.shapes) {
        keys.push_back(shape->key);
    }
    return keys;
}

} // namespace

PlanBox boxBetween(PlanPoint one, PlanPoint other)
{
    return {{std::min(one.x, other.x), std::min(one.y, other.y)},
            {std::max(one.x, other.x), std::max(one.y, other.y)}};
}

KeySet objectsIn(const PlanSketch& drawing, const PlanBox& box)
{
    KeySet found;
    for (const auto& row : drawing.rows) {
        for (const DrawnSeat& seat : row->seats) {
            if (box.holds(seat.at)) {
                found.add(seat.key);
            }
        }
    }
    for (const auto& area : drawing.areas) {
        if (lieIn(area->area.outline, box)) {
            found.add(area->key);
        }
    }
    for (const auto& shape : drawing.shapes) {
        if (lieIn(shape->shape.points, box)) {
            found.add(shape->key);
        }
    }
    for (const auto& section : drawing.sections) {
        if (lieIn(section->section.outline, box)) {
            found.add(section->key);
        }
    }
    return found;
}

KeySet allObjects(const PlanSketch& drawing)
{
    KeySet all;
    for (const ObjectKey key : inReadingOrder(drawing)) {
        all.add(key);
    }
    for (const auto& section : drawing.sections) {
        all.add(section->key);
    }
    return all;
}

KeySet wholeRows(const PlanSketch& drawing, const KeySet& of)
{
    KeySet whole = of;
    for (const auto& row : drawing.rows) {
        if (of.hasSeatOf(*row)) {
            for (const DrawnSeat& seat : row->seats) {
                whole.add(seat.key);
            }
        }
    }
    return whole;
}

KeySet wholeSections(const PlanSketch& drawing, const KeySet& of)
{
    KeySet whole = of;
    for (const auto& row : drawing.rows) {
        if (of.hasSeatOf(*row)) {
            whole.add(row->section);
        }
    }
    for (const auto& row : drawing.rows) {
        if (whole.has(row->section)) {
            for (const DrawnSeat& seat : row->seats) {
                whole.add(seat.key);
            }
        }
    }
    return whole;
}

KeySet seatsOfCategory(const PlanSketch& drawing, std::uint32_t category)
{
    KeySet found;
    for (const auto& row : drawing.rows) {
        for (const DrawnSeat& seat : row->seats) {
            if (seat.category == category) {
                found.add(seat.key);
            }
        }
    }
    for (const auto& area : drawing.areas) {
        if (area->area.category == category) {
            found.add(area->key);
        }
    }
    return found;
}

std::optional<ObjectKey> nextObject(const PlanSketch& drawing, std::optional<ObjectKey> from,
                                    bool forwards)
{
    const std::vector<ObjectKey> keys = inReadingOrder(drawing);
    if (keys.empty()) {
        return std::nullopt;
    }
    const auto at = from ? std::ranges::find(keys, *from) : keys.end();
    if (at == keys.end()) {
        return forwards ? keys.front() : keys.back();
    }
    const auto place = static_cast<std::size_t>(at - keys.begin());
    return keys[(place + (forwards ? 1 : keys.size() - 1)) % keys.size()];
}

std::optional<PlanBox> boxOf(const PlanSketch& drawing, const KeySet& of)
{
    Around around;
    for (const auto& row : drawing.rows) {
        for (const DrawnSeat& seat : row->seats) {
            if (of.has(seat.key)) {
                around.take(seat.at);
            }
        }
    }
    for (const auto& area : drawing.areas) {
        if (of.has(area->key)) {
            around.take(area->area.outline);
        }
    }
    for (const auto& shape : drawing.shapes) {
        if (of.has(shape->key)) {
            around.take(shape->shape.points);
        }
    }
    for (const auto& section : drawing.sections) {
        if (of.has(section->key)) {
            around.take(section->section.outline);
        }
    }
    return around.box();
}

std::optional<PlanPoint> placeOf(const PlanSketch& drawing, ObjectKey key)
{
    const auto box = boxOf(drawing, KeySet{key});
    return box ? std::optional{box->middle()} : std::nullopt;
}

} // namespace foyer
