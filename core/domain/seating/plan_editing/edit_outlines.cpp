// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/edit_outlines.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace foyer {
namespace {

constexpr double kLeastExtent = 1; // square units: less is a line

// Twice the area, positive where the corners go round as the hands of a clock do (y downwards).
double doubledExtent(const std::vector<PlanPoint>& corners)
{
    double sum = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const PlanPoint a = corners[i];
        const PlanPoint b = corners[(i + 1) % corners.size()];
        sum += static_cast<double>(a.x) * static_cast<double>(b.y) -
            static_cast<double>(b.x) * static_cast<double>(a.y);
    }
    return sum;
}

double crossOf(PlanPoint origin, PlanPoint a, PlanPoint b)
{
    return (static_cast<double>(a.x) - static_cast<double>(origin.x)) *
        (static_cast<double>(b.y) - static_cast<double>(origin.y)) -
        (static_cast<double>(a.y) - static_cast<double>(origin.y)) *
        (static_cast<double>(b.x) - static_cast<double>(origin.x));
}

// Andrew's monotone chain.
std::vector<PlanPoint> hullOf(std::vector<PlanPoint> points)
{
    std::ranges::sort(points,
                      [](PlanPoint a, PlanPoint b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    points.erase(std::unique(points.begin(), points.end()), points.end());
    if (points.size() < kLeastCorners) {
        return points;
    }
    std::vector<PlanPoint> hull;
    const auto take = [&hull](PlanPoint point, std::size_t least) {
        while (hull.size() >= least && crossOf(hull[hull.size() - 2], hull.back(), point) <= 0) {
            hull.pop_back();
        }
        hull.push_back(point);
    };
    for (const PlanPoint point : points) {
        take(point, 2);
    }
    const std::size_t upper = hull.size() + 1;
    for (auto point = points.rbegin() + 1; point != points.rend(); ++point) {
        take(*point, upper);
    }
    hull.pop_back();
    return hull;
}

Error badOutline(const std::string& message)
{
    return badInput("bad_drawing", message, "outline");
}

// Replaces one part by a changed copy of it.
template <typename Part, typename Change>
bool changePart(std::vector<Shared<Part>>& parts, ObjectKey key, Change change)
{
    const auto found = std::ranges::find(parts, key, [](const auto& each) { return each->key; });
    if (found == parts.end()) {
        return false;
    }
    Part changed = **found;
    change(changed);
    *found = std::make_shared<const Part>(std::move(changed));
    return true;
}

PlanSketch replaced(const PlanSketch& drawing, ObjectKey key, const std::vector<PlanPoint>& corners)
{
    const auto* before = outlineOf(drawing, key);
    if (before == nullptr || *before == corners) {
        return drawing;
    }
    PlanSketch next = drawing;
    changePart(next.sections, key, [&](DrawnSection& each) { each.section.outline = corners; }) ||
        changePart(next.areas, key, [&](DrawnArea& each) { each.area.outline = corners; }) ||
        changePart(next.shapes, key, [&](DrawnShape& each) { each.shape.points = corners; });
    return next;
}

} // namespace

const std::vector<PlanPoint>* outlineOf(const PlanSketch& drawing, ObjectKey key)
{
    if (const DrawnSection* section = drawing.section(key)) {
        return &section->section.outline;
    }
    for (const auto& area : drawing.areas) {
        if (area->key == key) {
            return &area->area.outline;
        }
    }
    for (const auto& shape : drawing.shapes) {
        if (shape->key == key && shape->shape.kind == PlanShape::Kind::Polygon) {
            return &shape->shape.points;
        }
    }
    return nullptr;
}

std::optional<ObjectKey> outlinedAlone(const PlanSketch& drawing, const KeySet& selected)
{
    if (selected.size() != 1) {
        return std::nullopt;
    }
    const auto find = [&](const auto& parts) -> std::optional<ObjectKey> {
        for (const auto& part : parts) {
            const auto* corners = selected.has(part->key) ? outlineOf(drawing, part->key) : nullptr;
            if (corners != nullptr && !corners->empty()) {
                return part->key;
            }
        }
        return std::nullopt;
    };
    const auto section = find(drawing.sections);
    const auto area = section ? section : find(drawing.areas);
    return area ? area : find(drawing.shapes);
}

Result<PlanSketch> withOutline(const PlanSketch& drawing, ObjectKey key,
                               std::vector<PlanPoint> corners)
{
    const bool isTakenAway = corners.empty() && drawing.section(key) != nullptr;
    if (outlineOf(drawing, key) == nullptr) {
        return badOutline("Choose a section, a standing area or a shape with corners.");
    }
    if (!isTakenAway && corners.size() < kLeastCorners) {
        return badOutline("An outline has three corners or more.");
    }
    if (corners.size() > kMostCorners) {
        return badOutline("An outline has at most 200 corners.");
    }
    if (!isTakenAway && std::abs(doubledExtent(corners)) < 2 * kLeastExtent) {
        return badOutline("These corners enclose nothing. Draw around something.");
    }
    return replaced(drawing, key, corners);
}

PlanSketch withCornerMoved(const PlanSketch& drawing, ObjectKey key, std::size_t corner,
                           PlanPoint by)
{
    const auto* before = outlineOf(drawing, key);
    if (before == nullptr || corner >= before->size()) {
        return drawing;
    }
    std::vector<PlanPoint> corners = *before;
    corners[corner] = {corners[corner].x + by.x, corners[corner].y + by.y};
    return replaced(drawing, key, corners);
}

Result<PlanSketch> withCornerBehind(const PlanSketch& drawing, ObjectKey key, std::size_t corner)
{
    const auto* before = outlineOf(drawing, key);
    if (before == nullptr || corner >= before->size()) {
        return drawing;
    }
    if (before->size() >= kMostCorners) {
        return badOutline("An outline has at most 200 corners.");
    }
    std::vector<PlanPoint> corners = *before;
    const PlanPoint a = corners[corner];
    const PlanPoint b = corners[(corner + 1) % corners.size()];
    corners.insert(corners.begin() + static_cast<std::ptrdiff_t>(corner) + 1,
                   PlanPoint{(a.x + b.x) / 2, (a.y + b.y) / 2});
    return replaced(drawing, key, corners);
}

PlanSketch withoutCorner(const PlanSketch& drawing, ObjectKey key, std::size_t corner)
{
    const auto* before = outlineOf(drawing, key);
    if (before == nullptr || corner >= before->size() || before->size() <= kLeastCorners) {
        return drawing;
    }
    std::vector<PlanPoint> corners = *before;
    corners.erase(corners.begin() + static_cast<std::ptrdiff_t>(corner));
    return replaced(drawing, key, corners);
}

std::vector<PlanPoint> outlineAround(const PlanSketch& drawing, ObjectKey section, float margin)
{
    // Around each seat a box of the margin; the hull of the boxes is as wide everywhere, or wider.
    std::vector<PlanPoint> points;
    for (const auto& row : drawing.rows) {
        if (row->section != section) {
            continue;
        }
        for (const DrawnSeat& seat : row->seats) {
            for (const PlanPoint by : {PlanPoint{-margin, -margin}, PlanPoint{margin, -margin},
                                       PlanPoint{margin, margin}, PlanPoint{-margin, margin}}) {
                points.push_back({seat.at.x + by.x, seat.at.y + by.y});
            }
        }
    }
    return hullOf(std::move(points));
}

} // namespace foyer
