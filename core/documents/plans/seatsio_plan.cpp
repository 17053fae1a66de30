// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/plans/plan_draft.h"
#include "core/documents/plans/plan_formats.h"
#include "core/documents/plans/plan_node.h"
#include "core/documents/plans/seatsio_reference.h"

#include <map>
#include <optional>

namespace foyer {
namespace {

constexpr std::uint32_t kCapacityMax = 1'000'000;
constexpr SeatFields kSeatFields{"uuid", "label"};

PlanPoint operator+(PlanPoint a, PlanPoint b)
{
    return {a.x + b.x, a.y + b.y};
}

// Where a chart within the chart lies, and what its objects inherit.
struct Surroundings {
    PlanPoint offset;
    std::optional<std::uint32_t> section; // none at the top of the chart
    std::string sectionLabel;
    std::string zone;
    std::optional<std::uint32_t> category;
};

class ChartReader {
public:
    explicit ChartReader(PlanDraft& draft) : m_draft{draft} {}

    void read(const PlanNode& root);

private:
    void readCategories(const PlanNode& list);
    void readZones(const PlanNode& list);
    void readChart(const PlanNode& chart, const Surroundings& around);
    void readSection(const PlanNode& node, const Surroundings& around);
    void readRow(const PlanNode& node, const Surroundings& around);
    void readTable(const PlanNode& node, const Surroundings& around);
    void readBooth(const PlanNode& node, const Surroundings& around);
    void readArea(const PlanNode& node, const Surroundings& around);
    void readShape(const PlanNode& node, PlanPoint offset);
    void readText(const PlanNode& node, PlanPoint offset);
    void readSeats(const PlanNode& owner, const Surroundings& around, std::uint8_t traits);
    void drawTable(const PlanNode& node, const std::string& label, PlanPoint offset);

    std::string nameOf(const PlanNode& node) const;
    std::optional<std::uint32_t> categoryOf(const PlanNode& node,
                                            std::optional<std::uint32_t> inherited);
    std::uint32_t neededCategory(const PlanNode& node, std::optional<std::uint32_t> inherited);
    std::uint32_t sectionFor(const PlanNode& node, const Surroundings& around);
    std::vector<PlanPoint> outlineOf(const PlanNode& node, PlanPoint offset);

    PlanDraft& m_draft;
    std::map<std::string, std::string> m_zones;            // label by key
    std::map<std::string, std::uint32_t> m_sectionsOfRows; // those that only rows name
    bool m_badCategories = false; // then a seat's missing category is a consequence, not said again
};

void ChartReader::read(const PlanNode& root)
{
    readCategories(root.member("categories"));
    const PlanNode zones = root.member("zones");
    if (zones.present()) {
        readZones(zones.member("list"));
    }
    const PlanNode visible = root.member("referenceChartVisible");
    const bool isReferenceVisible = !visible.present() || visible.flag();
    const PlanNode floors = root.member("floors");
    if (!floors.present() || root.member("subChart").present()) {
        const PlanNode chart = root.member("subChart");
        readChart(chart, {});
        readReferenceChart(chart, isReferenceVisible, m_draft);
        return;
    }
    floors.forEach([&](const PlanNode& floor) {
        Surroundings around;
        around.zone = floor.member("label").optionalLabel();
        if (around.zone.empty()) {
            around.zone = floor.member("name").optionalLabel();
        }
        const PlanNode chart = floor.member("subChart");
        readChart(chart, around);
        readReferenceChart(chart, isReferenceVisible, m_draft);
    });
}

void ChartReader::readCategories(const PlanNode& categories)
{
    const PlanNode list = categories.member("list");
    m_badCategories = !list.present();
    list.forEach([&](const PlanNode& node) {
        const std::uint8_t traits = node.member("accessible").flag()
            ? static_cast<std::uint8_t>(SeatTrait::Accessible)
            : std::uint8_t{0};
        m_draft.addCategory(node, node.member("key").key(),
                            {node.member("label").label(), node.member("color").colour()}, traits);
    });
}

void ChartReader::readZones(const PlanNode& list)
{
    list.forEach([&](const PlanNode& node) {
        m_zones[node.member("key").key()] = node.member("label").label();
    });
}

void ChartReader::readChart(const PlanNode& chart, const Surroundings& around)
{
    if (!chart.isObject()) {
        chart.problem("This has to be a chart with rows, tables or sections.");
        return;
    }
    const auto each = [&](std::string_view key, auto readObject) {
        chart.member(key).forEachIfPresent(
            [&](const PlanNode& node) { (this->*readObject)(node, around); });
    };
    each("sections", &ChartReader::readSection);
    each("rows", &ChartReader::readRow);
    each("tables", &ChartReader::readTable);
    each("booths", &ChartReader::readBooth);
    each("generalAdmissionAreas", &ChartReader::readArea);
    chart.member("shapes").forEachIfPresent(
        [&](const PlanNode& node) { readShape(node, around.offset); });
    chart.member("texts").forEachIfPresent(
        [&](const PlanNode& node) { readText(node, around.offset); });
}

void ChartReader::readSection(const PlanNode& node, const Surroundings& around)
{
    Surroundings within = around;
    within.sectionLabel = nameOf(node);
    within.category = categoryOf(node, around.category);
    const PlanNode zone = node.member("zone");
    if (zone.present()) {
        const std::string key = zone.key();
        const auto found = m_zones.find(key);
        if (found == m_zones.end()) {
            zone.problem("The chart has no zone with the key \"" + key + "\".");
        } else {
            within.zone += (within.zone.empty() ? "" : " · ") + found->second;
        }
    }
    Section section{within.sectionLabel, node.member("entrance").optionalLabel(), within.zone, {}};
    node.member("points").forEachIfPresent(
        [&](const PlanNode& corner) { section.outline.push_back(around.offset + corner.point()); });
    const std::vector<PlanPoint> outline = section.outline;
    within.section = m_draft.addSection(std::move(section));
    const PlanNode chart = node.member("subChart");
    if (chart.present()) {
        within.offset = around.offset + node.member("topLeft").point();
        readChart(chart, within);
    } else if (node.member("capacity").present()) {
        // A section that is one standing area as a whole.
        m_draft.addArea(node,
                        {node.member("uuid").label(), within.sectionLabel,
                         neededCategory(node, within.category),
                         node.member("capacity").wholeNumber(1, kCapacityMax), outline});
    }
}

void ChartReader::readRow(const PlanNode& node, const Surroundings& around)
{
    Row row;
    row.label = nameOf(node);
    row.section = sectionFor(node, around);
    m_draft.startRow(std::move(row));
    readSeats(node, around, 0);
    m_draft.endRow();
}

void ChartReader::readTable(const PlanNode& node, const Surroundings& around)
{
    Row row;
    row.label = nameOf(node);
    row.section = sectionFor(node, around);
    row.ring = node.member("type").optionalLabel() == "round" &&
        node.member("openSpaces").optionalCoordinate(0) == 0;
    drawTable(node, row.label, around.offset);
    m_draft.startRow(std::move(row));
    readSeats(node, around, static_cast<std::uint8_t>(SeatTrait::Table));
    m_draft.endRow();
}

void ChartReader::drawTable(const PlanNode& node, const std::string& label, PlanPoint offset)
{
    if (!node.member("center").present()) {
        return;
    }
    const PlanPoint middle = offset + node.member("center").point();
    if (node.member("radius").present()) {
        const float radius = node.member("radius").coordinate();
        // The radius of a table reaches to the middle of its chairs.
        constexpr float kTop = 0.7F;
        m_draft.addShape({PlanShape::Kind::Ellipse,
                          label,
                          {{middle.x - radius * kTop, middle.y - radius * kTop},
                           {middle.x + radius * kTop, middle.y + radius * kTop}}});
    } else if (node.member("width").present() && node.member("height").present()) {
        m_draft.addShape(
            {PlanShape::Kind::Polygon, label,
             rectangleCorners(middle, node.member("width").coordinate(),
                              node.member("height").coordinate(),
                              node.member("rotationAngle").optionalCoordinate(0), middle)});
    }
}

void ChartReader::readBooth(const PlanNode& node, const Surroundings& around)
{
    m_draft.startRow({"Booth", sectionFor(node, around), 0, 0, false});
    Seat seat;
    seat.id = node.member("uuid").label();
    seat.number = nameOf(node);
    seat.category = neededCategory(node, around.category);
    seat.at = around.offset + node.member("center").point();
    m_draft.addSeat(node, kSeatFields, std::move(seat));
    m_draft.endRow();
}

void ChartReader::readArea(const PlanNode& node, const Surroundings& around)
{
    StandingArea area;
    area.id = node.member("uuid").label();
    area.label = nameOf(node);
    // Areas carry no section of their own, so their label has to name it.
    if (!around.sectionLabel.empty() && !area.label.empty() && area.label != around.sectionLabel) {
        area.label = around.sectionLabel + " · " + area.label;
    }
    area.category = neededCategory(node, around.category);
    area.capacity = node.member("capacity").wholeNumber(1, kCapacityMax);
    area.outline = outlineOf(node, around.offset);
    m_draft.addArea(node, std::move(area));
}

void ChartReader::readSeats(const PlanNode& owner, const Surroundings& around, std::uint8_t traits)
{
    const std::optional<std::uint32_t> inherited = categoryOf(owner, around.category);
    owner.member("seats").forEach([&](const PlanNode& node) {
        Seat seat;
        seat.id = node.member("uuid").label();
        seat.number = nameOf(node);
        seat.category = neededCategory(node, inherited);
        seat.at = around.offset + node.point();
        seat.traits = traits;
        const auto mark = [&](std::string_view key, SeatTrait trait) {
            if (node.member(key).flag()) {
                seat.traits |= static_cast<std::uint8_t>(trait);
            }
        };
        mark("accessible", SeatTrait::Accessible);
        mark("categoryAccessible", SeatTrait::Accessible);
        mark("companionSeat", SeatTrait::Companion);
        mark("restrictedView", SeatTrait::RestrictedView);
        m_draft.addSeat(node, kSeatFields, std::move(seat));
    });
}

void ChartReader::readShape(const PlanNode& node, PlanPoint offset)
{
    PlanShape shape;
    shape.text = node.member("label").drawnText();
    if (shape.text.empty() && node.member("smartType").optionalLabel() == "stage") {
        shape.text = "Stage"; // the chart draws a symbol there
    }
    shape.points = outlineOf(node, offset);
    if (!shape.points.empty()) {
        m_draft.addShape(std::move(shape));
    }
}

void ChartReader::readText(const PlanNode& node, PlanPoint offset)
{
    PlanShape shape;
    shape.kind = PlanShape::Kind::Text;
    shape.text = node.member("text").drawnText();
    if (shape.text.empty()) {
        shape.text = node.member("label").drawnText();
    }
    for (const std::string_view place : {"center", "topLeft", "position"}) {
        if (shape.points.empty() && node.member(place).present()) {
            shape.points.push_back(offset + node.member(place).point());
        }
    }
    if (shape.points.empty() && node.member("x").present()) {
        shape.points.push_back(offset + node.point());
    }
    if (!shape.text.empty() && !shape.points.empty()) {
        m_draft.addShape(std::move(shape));
    }
}

// What people read: the label shown where it differs from the one that programs use.
std::string ChartReader::nameOf(const PlanNode& node) const
{
    if (std::string shown = node.member("displayLabel").optionalLabel(); !shown.empty()) {
        return shown;
    }
    std::string label = node.member("label").label();
    if (label == "?") { // what the chart designer puts where no label was given
        node.member("label").problem("This has no label yet, only \"?\". Label it in the chart.");
    }
    return label;
}

std::optional<std::uint32_t> ChartReader::categoryOf(const PlanNode& node,
                                                     std::optional<std::uint32_t> inherited)
{
    const PlanNode key = node.member("categoryKey");
    if (!key.present()) {
        return inherited;
    }
    const std::string wanted = key.key();
    const auto found = m_draft.category(wanted);
    if (!found && !wanted.empty() && !m_badCategories) {
        key.problem("The chart has no category with the key \"" + wanted + "\".");
    }
    return found;
}

std::uint32_t ChartReader::neededCategory(const PlanNode& node,
                                          std::optional<std::uint32_t> inherited)
{
    const auto found = categoryOf(node, inherited);
    if (!found && !node.member("categoryKey").present() && !m_badCategories) {
        node.member("categoryKey").problem("This has no category, so it could have no price.");
    }
    return found.value_or(0);
}

std::uint32_t ChartReader::sectionFor(const PlanNode& node, const Surroundings& around)
{
    if (around.section) {
        return *around.section;
    }
    std::string label = node.member("sectionDisplayedLabel").optionalLabel();
    if (label.empty()) {
        label = node.member("sectionLabel").optionalLabel();
    }
    const std::string key = around.zone + '\x1F' + label;
    const auto found = m_sectionsOfRows.find(key);
    if (found != m_sectionsOfRows.end()) {
        return found->second;
    }
    const std::uint32_t index = m_draft.addSection({label, {}, around.zone, {}});
    m_sectionsOfRows.emplace(key, index);
    return index;
}

std::vector<PlanPoint> ChartReader::outlineOf(const PlanNode& node, PlanPoint offset)
{
    const std::string type = node.member("type").optionalLabel();
    const float degrees = node.member("rotationAngle").optionalCoordinate(0);
    if (type == "rectangle") {
        const PlanPoint middle = offset + node.member("center").point();
        return rectangleCorners(middle, node.member("width").coordinate(),
                                node.member("height").coordinate(), degrees, middle);
    }
    if (type == "circle" || type == "ellipse") {
        return ellipseCorners(offset + node.member("center").point(),
                              node.member("radius1").coordinate(),
                              node.member("radius2").coordinate(), degrees);
    }
    std::vector<PlanPoint> outline;
    if (type == "polygon") {
        node.member("points").forEach(
            [&](const PlanNode& corner) { outline.push_back(offset + corner.point()); });
    }
    return outline; // other kinds are only drawn, so a new one is no reason to refuse a chart
}

} // namespace

void readSeatsIoChart(const PlanNode& root, PlanDraft& draft)
{
    ChartReader{draft}.read(root);
}

} // namespace foyer
