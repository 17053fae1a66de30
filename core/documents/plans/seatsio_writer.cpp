// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/plans/plan_writers.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <numbers>
#include <optional>

namespace foyer {
namespace {

using ChartJson = nlohmann::ordered_json;

constexpr float kTopOfTable = 0.7F; // see the reader: a table's radius reaches to its chairs

double rounded(float value)
{
    return std::round(static_cast<double>(value) * 100.0) / 100.0;
}

ChartJson pointOf(PlanPoint point)
{
    return {{"x", rounded(point.x)}, {"y", rounded(point.y)}};
}

ChartJson pointsOf(const std::vector<PlanPoint>& points)
{
    ChartJson list = ChartJson::array();
    for (const PlanPoint point : points) {
        list.push_back(pointOf(point));
    }
    return list;
}

struct DrawnBox {
    PlanPoint low;
    PlanPoint high;
    PlanPoint middle() const { return {(low.x + high.x) / 2, (low.y + high.y) / 2}; }
    bool holds(PlanPoint at) const
    {
        return at.x >= low.x && at.x <= high.x && at.y >= low.y && at.y <= high.y;
    }
};

DrawnBox boxAround(const std::vector<PlanPoint>& points)
{
    const auto [left, right] = std::ranges::minmax(points, {}, &PlanPoint::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &PlanPoint::y);
    return {{left.x, top.y}, {right.x, bottom.y}};
}

float lengthOf(PlanPoint a, PlanPoint b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

class ChartWriter {
public:
    explicit ChartWriter(const SeatingPlan& plan) : m_plan{plan}, m_shapeUsed(plan.shapes.size())
    {
        m_hasFloors = std::ranges::any_of(plan.sections, [](const Section& section) {
            return section.label.empty() && !section.zone.empty();
        });
    }

    ChartJson chart();

private:
    struct Objects {
        ChartJson rows = ChartJson::array();
        ChartJson tables = ChartJson::array();
    };
    ChartJson subChart(Objects objects, ChartJson sections) const;
    Objects objectsOf(std::size_t section);
    ChartJson sectionsOf(const std::string* floor, Objects& loose);
    ChartJson rowObject(const Row& row);
    ChartJson tableObject(const Row& row);
    ChartJson seatsOf(const Row& row) const;
    std::optional<std::size_t> shapeOfTable(const Row& row, PlanPoint middle) const;
    void addDrawn(ChartJson& chart) const;
    void addReference(ChartJson& root, ChartJson& chart) const;

    const SeatingPlan& m_plan;
    std::vector<bool> m_shapeUsed; // tables bring their own drawing
    bool m_hasFloors = false;
};

ChartJson ChartWriter::seatsOf(const Row& row) const
{
    ChartJson seats = ChartJson::array();
    for (const SeatNumber number : m_plan.seatsOf(row)) {
        const Seat& seat = m_plan.seats[number];
        ChartJson each{{"uuid", seat.id},
                       {"label", seat.number},
                       {"x", rounded(seat.at.x)},
                       {"y", rounded(seat.at.y)},
                       {"categoryKey", seat.category + 1},
                       {"categoryLabel", m_plan.categories[seat.category].name}};
        each["accessible"] = seat.has(SeatTrait::Accessible);
        each["companionSeat"] = seat.has(SeatTrait::Companion);
        each["restrictedView"] = seat.has(SeatTrait::RestrictedView);
        seats.push_back(std::move(each));
    }
    return seats;
}

std::optional<std::size_t> ChartWriter::shapeOfTable(const Row& row, PlanPoint middle) const
{
    for (std::size_t i = 0; i < m_plan.shapes.size(); ++i) {
        const PlanShape& shape = m_plan.shapes[i];
        const bool isTop = row.ring
            ? shape.kind == PlanShape::Kind::Ellipse && shape.points.size() == 2
            : shape.kind == PlanShape::Kind::Polygon && shape.points.size() == 4;
        if (isTop && !m_shapeUsed[i] && shape.text == row.label &&
            boxAround(shape.points).holds(middle)) {
            return i;
        }
    }
    return std::nullopt;
}

ChartJson ChartWriter::tableObject(const Row& row)
{
    std::vector<PlanPoint> chairs;
    PlanPoint sum;
    for (const SeatNumber seat : m_plan.seatsOf(row)) {
        chairs.push_back(m_plan.seats[seat].at);
        sum = {sum.x + chairs.back().x, sum.y + chairs.back().y};
    }
    const auto count = static_cast<float>(chairs.size());
    PlanPoint middle{sum.x / count, sum.y / count};
    ChartJson table{{"label", row.label},
                    {"type", row.ring ? "round" : "rectangular"},
                    {"openSpaces", 0},
                    {"seats", seatsOf(row)}};
    const auto top = shapeOfTable(row, middle);
    if (top) {
        m_shapeUsed[*top] = true;
    }
    if (row.ring) {
        float radius = lengthOf(middle, chairs.front());
        if (top) {
            const DrawnBox box = boxAround(m_plan.shapes[*top].points);
            middle = box.middle();
            radius = (box.high.x - box.low.x) / 2 / kTopOfTable;
        }
        table["center"] = pointOf(middle);
        table["radius"] = rounded(radius);
    } else if (top) {
        const auto& corners = m_plan.shapes[*top].points;
        const PlanPoint side{corners[1].x - corners[0].x, corners[1].y - corners[0].y};
        table["center"] = pointOf(boxAround(corners).middle());
        table["width"] = rounded(lengthOf(corners[0], corners[1]));
        table["height"] = rounded(lengthOf(corners[1], corners[2]));
        table["rotationAngle"] =
            rounded(std::atan2(side.y, side.x) * 180.0F / std::numbers::pi_v<float>);
    }
    return table;
}

ChartJson ChartWriter::rowObject(const Row& row)
{
    return {{"label", row.label}, {"seats", seatsOf(row)}};
}

ChartWriter::Objects ChartWriter::objectsOf(std::size_t section)
{
    Objects objects;
    for (const Row& row : m_plan.rows) {
        if (row.section != section || row.count == 0) {
            continue;
        }
        const bool isTable =
            row.ring || std::ranges::all_of(m_plan.seatsOf(row), [this](SeatNumber seat) {
                return m_plan.seats[seat].has(SeatTrait::Table);
            });
        (isTable ? objects.tables : objects.rows)
            .push_back(isTable ? tableObject(row) : rowObject(row));
    }
    return objects;
}

// Sections that have a name; rows of those without one lie loose in the chart.
ChartJson ChartWriter::sectionsOf(const std::string* floor, Objects& loose)
{
    ChartJson sections = ChartJson::array();
    for (std::size_t i = 0; i < m_plan.sections.size(); ++i) {
        const Section& section = m_plan.sections[i];
        if (floor != nullptr && section.zone != *floor) {
            continue;
        }
        Objects objects = objectsOf(i);
        if (section.label.empty()) {
            std::ranges::move(objects.rows, std::back_inserter(loose.rows));
            std::ranges::move(objects.tables, std::back_inserter(loose.tables));
            continue;
        }
        ChartJson each{{"label", section.label}, {"topLeft", pointOf({})}};
        if (!section.outline.empty()) {
            each["points"] = pointsOf(section.outline);
        }
        if (!section.entrance.empty()) {
            each["entrance"] = section.entrance;
        }
        if (floor == nullptr && !section.zone.empty()) {
            each["zone"] = section.zone;
        }
        each["subChart"] = subChart(std::move(objects), ChartJson::array());
        sections.push_back(std::move(each));
    }
    return sections;
}

ChartJson ChartWriter::subChart(Objects objects, ChartJson sections) const
{
    return {{"width", rounded(m_plan.size.x)},
            {"height", rounded(m_plan.size.y)},
            {"rows", std::move(objects.rows)},
            {"tables", std::move(objects.tables)},
            {"sections", std::move(sections)},
            {"booths", ChartJson::array()},
            {"generalAdmissionAreas", ChartJson::array()},
            {"shapes", ChartJson::array()},
            {"texts", ChartJson::array()}};
}

void ChartWriter::addDrawn(ChartJson& chart) const
{
    for (const StandingArea& area : m_plan.areas) {
        chart["generalAdmissionAreas"].push_back({{"uuid", area.id},
                                                  {"label", area.label},
                                                  {"capacity", area.capacity},
                                                  {"categoryKey", area.category + 1},
                                                  {"type", "polygon"},
                                                  {"points", pointsOf(area.outline)}});
    }
    for (std::size_t i = 0; i < m_plan.shapes.size(); ++i) {
        const PlanShape& shape = m_plan.shapes[i];
        if (m_shapeUsed[i] || shape.points.empty()) {
            continue;
        }
        if (shape.kind == PlanShape::Kind::Text) {
            chart["texts"].push_back(
                {{"text", shape.text}, {"center", pointOf(shape.points.front())}});
            continue;
        }
        ChartJson each{{"label", shape.text}};
        if (shape.kind == PlanShape::Kind::Ellipse && shape.points.size() == 2) {
            const DrawnBox box = boxAround(shape.points);
            each["type"] = "ellipse";
            each["center"] = pointOf(box.middle());
            each["radius1"] = rounded((box.high.x - box.low.x) / 2);
            each["radius2"] = rounded((box.high.y - box.low.y) / 2);
        } else {
            each["type"] = "polygon";
            each["points"] = pointsOf(shape.points);
        }
        chart["shapes"].push_back(std::move(each));
    }
}

// Where the chart designer has the picture that is drawn over and that no customer sees. Its
// "origin" is its middle; it is said to have a pixel for each unit, so that its zoom is 100 %.
void ChartWriter::addReference(ChartJson& root, ChartJson& chart) const
{
    if (!m_plan.background) {
        return;
    }
    const PlanBackground& background = *m_plan.background;
    chart["referenceChart"] = {{"backgroundImageUrl", nullptr},
                               {"backgroundImageKey", background.sha256},
                               {"backgroundImageZoom", 100},
                               {"opacity", rounded(background.opacity)},
                               {"origin",
                                pointOf({background.at.x + background.size.x / 2,
                                         background.at.y + background.size.y / 2})},
                               {"backgroundImageWidth", rounded(background.size.x)},
                               {"backgroundImageHeight", rounded(background.size.y)}};
    // Last, for what is added to the root moves the chart within it.
    root["referenceChartVisible"] = !background.hidden;
}

ChartJson ChartWriter::chart()
{
    ChartJson categories = ChartJson::array();
    for (std::size_t i = 0; i < m_plan.categories.size(); ++i) {
        categories.push_back({{"key", i + 1},
                              {"label", m_plan.categories[i].name},
                              {"color", m_plan.categories[i].colour},
                              {"accessible", false}});
    }
    ChartJson root{{"name", m_plan.name}, {"categories", {{"list", categories}}}};
    std::vector<std::string> zones;
    for (const Section& section : m_plan.sections) {
        if (std::ranges::find(zones, section.zone) == zones.end()) {
            zones.push_back(section.zone);
        }
    }
    if (m_hasFloors) {
        ChartJson floors = ChartJson::array();
        for (const std::string& zone : zones) {
            Objects loose;
            ChartJson sections = sectionsOf(&zone, loose);
            floors.push_back(
                {{"name", zone}, {"subChart", subChart(std::move(loose), std::move(sections))}});
        }
        addDrawn(floors.front()["subChart"]);
        addReference(root, floors.front()["subChart"]);
        root["floors"] = std::move(floors);
        return root;
    }
    ChartJson list = ChartJson::array();
    for (const std::string& zone : zones) {
        if (!zone.empty()) {
            list.push_back({{"key", zone}, {"label", zone}});
        }
    }
    root["zones"] = {{"list", std::move(list)}};
    Objects loose;
    ChartJson sections = sectionsOf(nullptr, loose);
    root["subChart"] = subChart(std::move(loose), std::move(sections));
    addDrawn(root["subChart"]);
    addReference(root, root["subChart"]);
    return root;
}

} // namespace

std::string seatsIoText(const SeatingPlan& plan)
{
    return ChartWriter{plan}.chart().dump(1, ' ', false, ChartJson::error_handler_t::replace) +
        "\n";
}

} // namespace foyer
