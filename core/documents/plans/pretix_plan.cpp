// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/plans/plan_draft.h"
#include "core/documents/plans/plan_formats.h"
#include "core/documents/plans/plan_node.h"

#include <cmath>

namespace foyer {
namespace {

PlanPoint operator+(PlanPoint a, PlanPoint b)
{
    return {a.x + b.x, a.y + b.y};
}

// Ellipses with slanted axes are drawn as polygons: a shape's box cannot turn.
PlanShape ellipse(PlanPoint middle, float radiusX, float radiusY, float degrees)
{
    PlanShape shape;
    if (radiusX == radiusY || std::fmod(degrees, 180.0F) == 0) {
        shape.kind = PlanShape::Kind::Ellipse;
        shape.points = {{middle.x - radiusX, middle.y - radiusY},
                        {middle.x + radiusX, middle.y + radiusY}};
    } else {
        shape.points = ellipseCorners(middle, radiusX, radiusY, degrees);
    }
    return shape;
}

PlanShape rectangle(const PlanNode& size, PlanPoint corner, float degrees)
{
    const float width = size.member("width").coordinate();
    const float height = size.member("height").coordinate();
    return {PlanShape::Kind::Polygon,
            {},
            rectangleCorners({corner.x + width / 2, corner.y + height / 2}, width, height, degrees,
                             corner)};
}

/// Where a zone lies and which section it became.
struct PretixZone {
    PlanPoint at;
    std::uint32_t section = 0;
};

bool isOutline(const PlanNode& node, const PlanShape& shape, const std::string& zone)
{
    if (shape.kind != PlanShape::Kind::Polygon || shape.points.size() < 3) {
        return false;
    }
    const std::string mark = node.member("uuid").optionalLabel();
    return mark == kOutlineMark || (mark != kShapeMark && !zone.empty() && shape.text == zone);
}

void readArea(const PlanNode& node, const PretixZone& zone, PlanDraft& draft)
{
    const PlanPoint at = zone.at + node.member("position").point();
    const float degrees = node.member("rotation").optionalCoordinate(0);
    const PlanNode text = node.member("text");
    const std::string written =
        text.isObject() ? text.member("text").drawnText() : text.drawnText();
    // Plans of the first version have no "shape": all their areas are rectangles.
    const std::string kind = node.member("shape").optionalLabel();
    PlanShape shape;
    if (kind == "circle") {
        const float radius = node.member("circle").member("radius").coordinate();
        shape = ellipse(at, radius, radius, 0);
    } else if (kind == "ellipse") {
        const PlanPoint radius = node.member("ellipse").member("radius").point();
        shape = ellipse(at, radius.x, radius.y, degrees);
    } else if (kind == "polygon") {
        node.member("polygon").member("points").forEach(
            [&](const PlanNode& corner) { shape.points.push_back(at + corner.point()); });
    } else if (kind == "text") {
        shape.kind = PlanShape::Kind::Text;
        shape.points = {at};
    } else {
        shape = rectangle(kind == "rectangle" ? node.member("rectangle") : node, at, degrees);
    }
    shape.text = written;
    Section& section = draft.section(zone.section);
    if (section.outline.empty() && isOutline(node, shape, section.label)) {
        section.outline = std::move(shape.points);
    } else {
        draft.addShape(std::move(shape));
    }
}

std::uint8_t traitsOf(const PlanNode& node)
{
    std::uint8_t traits = 0;
    const auto mark = [&](std::string_view key, SeatTrait trait) {
        if (node.member(key).flag()) {
            traits |= static_cast<std::uint8_t>(trait);
        }
    };
    mark("accessible", SeatTrait::Accessible);
    mark("companion", SeatTrait::Companion);
    mark("restricted_view", SeatTrait::RestrictedView);
    return traits;
}

void readSeat(const PlanNode& node, PlanPoint row, PlanDraft& draft)
{
    Seat seat;
    seat.id = node.member("seat_guid").label();
    seat.number = node.member("seat_number").label();
    seat.at = row + node.member("position").point();
    seat.traits = traitsOf(node);
    const PlanNode category = node.member("category");
    const std::string name = category.label();
    if (const auto found = draft.category(name)) {
        seat.category = *found;
    } else if (!name.empty()) {
        category.problem("No category of the plan is named \"" + name + "\".");
    }
    draft.addSeat(node, {"seat_guid", "seat_number"}, std::move(seat));
}

void readZone(const PlanNode& node, PlanDraft& draft)
{
    const PlanPoint zone = node.member("position").point();
    Section section;
    section.label = node.member("name").optionalLabel();
    const std::uint32_t index = draft.addSection(std::move(section));
    node.member("rows").forEach([&](const PlanNode& row) {
        const PlanNode position = row.member("position");
        const PlanPoint at = position.present() ? zone + position.point() : zone;
        Row started;
        started.label = row.member("row_number").label();
        started.section = index;
        draft.startRow(std::move(started));
        row.member("seats").forEach([&](const PlanNode& seat) { readSeat(seat, at, draft); });
        draft.endRow();
    });
    node.member("areas").forEachIfPresent([&](const PlanNode& area) {
        readArea(area, {zone, index}, draft);
    });
}

} // namespace

void readPretixPlan(const PlanNode& root, PlanDraft& draft)
{
    root.member("categories").forEach([&](const PlanNode& node) {
        const std::string name = node.member("name").label();
        draft.addCategory(node.member("name"), name, {name, node.member("color").colour()});
    });
    root.member("zones").forEach([&](const PlanNode& zone) { readZone(zone, draft); });
}

} // namespace foyer
