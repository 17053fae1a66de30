// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/edit_positions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foyer {
namespace {

/// What is moved as a whole: the selected seats of a row, an area, a shape.
struct AlignedThing {
    std::vector<ObjectKey> keys;
    PlanBox box;
};

std::vector<AlignedThing> thingsOf(const PlanSketch& drawing, const KeySet& selected)
{
    std::vector<AlignedThing> things;
    for (const auto& row : drawing.rows) {
        AlignedThing thing;
        for (const DrawnSeat& seat : row->seats) {
            if (selected.has(seat.key)) {
                thing.box =
                    thing.keys.empty() ? PlanBox{seat.at, seat.at} : thing.box.with(seat.at);
                thing.keys.push_back(seat.key);
            }
        }
        if (!thing.keys.empty()) {
            things.push_back(std::move(thing));
        }
    }
    const auto addWhole = [&](ObjectKey key) {
        if (selected.has(key)) {
            if (const auto box = boxOf(drawing, KeySet{key})) {
                things.push_back({{key}, *box});
            }
        }
    };
    for (const auto& area : drawing.areas) {
        addWhole(area->key);
    }
    for (const auto& shape : drawing.shapes) {
        addWhole(shape->key);
    }
    return things;
}

PlanPoint alignmentShift(const PlanBox& box, const PlanBox& all, Alignment to)
{
    switch (to) {
    case Alignment::Left:
        return {all.low.x - box.low.x, 0};
    case Alignment::Right:
        return {all.high.x - box.high.x, 0};
    case Alignment::Top:
        return {0, all.low.y - box.low.y};
    case Alignment::Bottom:
        return {0, all.high.y - box.high.y};
    case Alignment::CentreAcross:
        return {all.middle().x - box.middle().x, 0};
    case Alignment::CentreDown:
        break;
    }
    return {0, all.middle().y - box.middle().y};
}

float along(PlanPoint point, PlanAxis axis)
{
    return axis == PlanAxis::Horizontal ? point.x : point.y;
}

// Each thing by a shift of its own.
PlanSketch shiftedEach(const PlanSketch& drawing, const std::vector<AlignedThing>& things,
                       const std::vector<PlanPoint>& shifts)
{
    std::vector<std::uint32_t> thingOf; // by key; 0 for none
    const auto shiftOf = [&](ObjectKey key) {
        return key < thingOf.size() && thingOf[key] > 0 ? shifts[thingOf[key] - 1] : PlanPoint{};
    };
    for (std::size_t i = 0; i < things.size(); ++i) {
        for (const ObjectKey key : things[i].keys) {
            if (key >= thingOf.size()) {
                thingOf.resize(std::size_t{key} + 1, 0);
            }
            thingOf[key] = static_cast<std::uint32_t>(i + 1);
        }
    }
    PlanSketch next = drawing;
    const auto shift = [](PlanPoint& point, PlanPoint by) {
        point = {point.x + by.x, point.y + by.y};
    };
    for (auto& row : next.rows) {
        DrawnRow changed = *row;
        for (DrawnSeat& seat : changed.seats) {
            shift(seat.at, shiftOf(seat.key));
        }
        if (changed != *row) {
            row = std::make_shared<const DrawnRow>(std::move(changed));
        }
    }
    for (auto& area : next.areas) {
        if (const PlanPoint by = shiftOf(area->key); by != PlanPoint{}) {
            DrawnArea changed = *area;
            std::ranges::for_each(changed.area.outline,
                                  [&](PlanPoint& point) { shift(point, by); });
            area = std::make_shared<const DrawnArea>(std::move(changed));
        }
    }
    for (auto& shape : next.shapes) {
        if (const PlanPoint by = shiftOf(shape->key); by != PlanPoint{}) {
            DrawnShape changed = *shape;
            std::ranges::for_each(changed.shape.points,
                                  [&](PlanPoint& point) { shift(point, by); });
            shape = std::make_shared<const DrawnShape>(std::move(changed));
        }
    }
    return next;
}

} // namespace

PlanSketch transformed(const PlanSketch& drawing, const KeySet& selected,
                       const std::function<PlanPoint(PlanPoint)>& to)
{
    PlanSketch next = drawing;
    for (auto& row : next.rows) {
        if (!selected.hasSeatOf(*row)) {
            continue;
        }
        DrawnRow changed = *row;
        for (DrawnSeat& seat : changed.seats) {
            seat.at = selected.has(seat.key) ? to(seat.at) : seat.at;
        }
        row = std::make_shared<const DrawnRow>(std::move(changed));
    }
    const auto all = [&to](std::vector<PlanPoint>& points) {
        std::ranges::transform(points, points.begin(), to);
    };
    for (auto& area : next.areas) {
        if (selected.has(area->key)) {
            DrawnArea changed = *area;
            all(changed.area.outline);
            area = std::make_shared<const DrawnArea>(std::move(changed));
        }
    }
    for (auto& shape : next.shapes) {
        if (selected.has(shape->key)) {
            DrawnShape changed = *shape;
            all(changed.shape.points);
            if (changed.shape.kind == PlanShape::Kind::Ellipse &&
                changed.shape.points.size() == 2) {
                const PlanBox box = boxBetween(changed.shape.points[0], changed.shape.points[1]);
                changed.shape.points = {box.low, box.high};
            }
            shape = std::make_shared<const DrawnShape>(std::move(changed));
        }
    }
    for (auto& section : next.sections) {
        if (selected.has(section->key) && !section->section.outline.empty()) {
            DrawnSection changed = *section;
            all(changed.section.outline);
            section = std::make_shared<const DrawnSection>(std::move(changed));
        }
    }
    return next;
}

PlanSketch moved(const PlanSketch& drawing, const KeySet& selected, PlanPoint by)
{
    return transformed(drawing, selected, [by](PlanPoint point) {
        return PlanPoint{point.x + by.x, point.y + by.y};
    });
}

PlanSketch rotated(const PlanSketch& drawing, const KeySet& selected, float degrees)
{
    const auto box = boxOf(drawing, selected);
    if (!box) {
        return drawing;
    }
    const PlanPoint pivot = box->middle();
    const float angle = degrees * std::numbers::pi_v<float> / 180.0F;
    const float cosine = std::cos(angle);
    const float sine = std::sin(angle);
    return transformed(drawing, selected, [=](PlanPoint point) {
        const float x = point.x - pivot.x;
        const float y = point.y - pivot.y;
        return PlanPoint{pivot.x + x * cosine - y * sine, pivot.y + x * sine + y * cosine};
    });
}

PlanSketch mirrored(const PlanSketch& drawing, const KeySet& selected, PlanAxis axis)
{
    const auto box = boxOf(drawing, selected);
    if (!box) {
        return drawing;
    }
    const PlanPoint sum{box->low.x + box->high.x, box->low.y + box->high.y};
    return transformed(drawing, selected, [=](PlanPoint point) {
        return axis == PlanAxis::Horizontal ? PlanPoint{sum.x - point.x, point.y}
                                            : PlanPoint{point.x, sum.y - point.y};
    });
}

PlanSketch aligned(const PlanSketch& drawing, const KeySet& selected, Alignment to)
{
    const auto all = boxOf(drawing, selected);
    if (!all) {
        return drawing;
    }
    const auto things = thingsOf(drawing, selected);
    std::vector<PlanPoint> shifts;
    for (const AlignedThing& thing : things) {
        shifts.push_back(alignmentShift(thing.box, *all, to));
    }
    return shiftedEach(drawing, things, shifts);
}

PlanSketch distributed(const PlanSketch& drawing, const KeySet& selected, PlanAxis axis)
{
    const auto things = thingsOf(drawing, selected);
    if (things.size() < 3) {
        return drawing;
    }
    std::vector<std::size_t> sorted(things.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        sorted[i] = i;
    }
    const auto middle = [&](std::size_t i) { return along(things[i].box.middle(), axis); };
    std::ranges::stable_sort(sorted, {}, middle);
    const float first = middle(sorted.front());
    const float step = (middle(sorted.back()) - first) / static_cast<float>(sorted.size() - 1);
    std::vector<PlanPoint> shifts(things.size());
    for (std::size_t place = 1; place + 1 < sorted.size(); ++place) {
        const float by = first + step * static_cast<float>(place) - middle(sorted[place]);
        shifts[sorted[place]] = axis == PlanAxis::Horizontal ? PlanPoint{by, 0} : PlanPoint{0, by};
    }
    return shiftedEach(drawing, things, shifts);
}

PlanPoint onGrid(PlanPoint point, float grid)
{
    if (grid <= 0) {
        return point;
    }
    return {std::round(point.x / grid) * grid, std::round(point.y / grid) * grid};
}

PlanPoint towardsNeighbours(const PlanSketch& drawing, const KeySet& selected, PlanPoint point,
                            float reach)
{
    PlanPoint by;
    float nearestX = reach;
    float nearestY = reach;
    for (const auto& row : drawing.rows) {
        for (const DrawnSeat& seat : row->seats) {
            if (selected.has(seat.key)) {
                continue;
            }
            if (const float apart = std::abs(seat.at.x - point.x); apart < nearestX) {
                nearestX = apart;
                by.x = seat.at.x - point.x;
            }
            if (const float apart = std::abs(seat.at.y - point.y); apart < nearestY) {
                nearestY = apart;
                by.y = seat.at.y - point.y;
            }
        }
    }
    return by;
}

} // namespace foyer
