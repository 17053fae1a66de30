// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/plans/plan_writers.h"

#include "core/documents/plans/plan_formats.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace foyer {
namespace {

using PretixJson = nlohmann::ordered_json;

constexpr const char* kTextColour = "#333333";
constexpr const char* kAreaColour = "#dddddd";

double hundredths(float value)
{
    return std::round(static_cast<double>(value) * 100.0) / 100.0;
}

PretixJson positionOf(PlanPoint point)
{
    return {{"x", hundredths(point.x)}, {"y", hundredths(point.y)}};
}

PlanPoint middleOfBox(const std::vector<PlanPoint>& points)
{
    const auto [left, right] = std::ranges::minmax(points, {}, &PlanPoint::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &PlanPoint::y);
    return {(left.x + right.x) / 2, (top.y + bottom.y) / 2};
}

PretixJson writingOf(const std::string& text, PlanPoint at)
{
    return {{"text", text}, {"color", kTextColour}, {"size", 16}, {"position", positionOf(at)}};
}

PretixJson polygonArea(const std::vector<PlanPoint>& points, const std::string& text,
                       std::string_view mark)
{
    PretixJson corners = PretixJson::array();
    for (const PlanPoint point : points) {
        corners.push_back(positionOf(point));
    }
    return {{"shape", "polygon"},
            {"color", kAreaColour},
            {"border_color", kAreaColour},
            {"uuid", mark},
            {"rotation", 0},
            {"position", positionOf({})},
            {"polygon", {{"points", corners}}},
            {"text", writingOf(text, middleOfBox(points))}};
}

PretixJson areaOf(const PlanShape& shape)
{
    if (shape.kind == PlanShape::Kind::Ellipse && shape.points.size() == 2) {
        const PlanPoint middle = middleOfBox(shape.points);
        const PlanPoint radius{std::abs(shape.points[1].x - shape.points[0].x) / 2,
                               std::abs(shape.points[1].y - shape.points[0].y) / 2};
        return {{"shape", "ellipse"},
                {"color", kAreaColour},
                {"border_color", kAreaColour},
                {"rotation", 0},
                {"position", positionOf(middle)},
                {"ellipse", {{"radius", positionOf(radius)}}},
                {"text", writingOf(shape.text, {})}};
    }
    if (shape.kind == PlanShape::Kind::Text) {
        return {{"shape", "text"},
                {"color", kTextColour},
                {"rotation", 0},
                {"position", positionOf(shape.points.front())},
                {"text", writingOf(shape.text, {})}};
    }
    return polygonArea(shape.points, shape.text, kShapeMark);
}

PretixJson rowOf(const SeatingPlan& plan, const Row& row)
{
    PretixJson seats = PretixJson::array();
    for (const SeatNumber number : plan.seatsOf(row)) {
        const Seat& seat = plan.seats[number];
        seats.push_back({{"seat_guid", seat.id},
                         {"seat_number", seat.number},
                         {"position", positionOf(seat.at)},
                         {"category", plan.categories[seat.category].name}});
    }
    return {{"row_number", row.label},
            {"row_number_position", "both"},
            {"position", positionOf({})},
            {"seats", seats}};
}

} // namespace

std::string pretixText(const SeatingPlan& plan)
{
    PretixJson categories = PretixJson::array();
    for (const PlanCategory& category : plan.categories) {
        PretixJson each{{"name", category.name}};
        if (!category.colour.empty()) {
            each["color"] = category.colour;
        }
        categories.push_back(std::move(each));
    }
    PretixJson zones = PretixJson::array();
    for (std::size_t index = 0; index < plan.sections.size(); ++index) {
        PretixJson rows = PretixJson::array();
        for (const Row& row : plan.rows) {
            if (row.section == index && row.count > 0) {
                rows.push_back(rowOf(plan, row));
            }
        }
        const Section& section = plan.sections[index];
        PretixJson areas = PretixJson::array();
        if (!section.outline.empty()) {
            areas.push_back(polygonArea(section.outline, section.label, kOutlineMark));
        }
        zones.push_back({{"name", section.label},
                         {"position", positionOf({})},
                         {"rows", rows},
                         {"areas", std::move(areas)}});
    }
    PretixJson& drawn = zones.front()["areas"];
    for (const PlanShape& shape : plan.shapes) {
        if (!shape.points.empty()) {
            drawn.push_back(areaOf(shape));
        }
    }
    for (const StandingArea& area : plan.areas) {
        if (!area.outline.empty()) {
            drawn.push_back(polygonArea(area.outline, area.label, kShapeMark));
        }
    }
    const PretixJson root{{"name", plan.name},
                          {"size",
                           {{"width", static_cast<int>(std::ceil(plan.size.x))},
                            {"height", static_cast<int>(std::ceil(plan.size.y))}}},
                          {"categories", categories},
                          {"zones", zones}};
    return root.dump(1, ' ', false, PretixJson::error_handler_t::replace) + "\n";
}

} // namespace foyer
