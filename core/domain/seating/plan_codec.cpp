// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_codec.h"

#include "core/domain/journal/cbor.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace foyer {
namespace {

constexpr std::int64_t kVersion = 1; // seats in the order of their numbers
/// With an order of its own, retired seats or a picture: more than version 1 can say.
constexpr std::int64_t kChangedVersion = 2;
constexpr float kUnitsPerStep = 0.01F;

std::int64_t steps(float units)
{
    return std::llround(static_cast<double>(units) * 100.0);
}

float units(std::int64_t steps)
{
    return static_cast<float>(steps) * kUnitsPerStep;
}

void write(CborWriter& writer, const PlanPoint& point)
{
    writer.integer(steps(point.x)).integer(steps(point.y));
}

void write(CborWriter& writer, const std::vector<PlanPoint>& points)
{
    writer.array(points.size() * 2);
    for (const PlanPoint& point : points) {
        write(writer, point);
    }
}

PlanPoint pointOf(const CborValue& x, const CborValue& y)
{
    return {units(x.asInteger()), units(y.asInteger())};
}

std::vector<PlanPoint> pointsOf(const CborValue& value)
{
    const auto& items = value.asArray();
    std::vector<PlanPoint> points;
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        points.push_back(pointOf(items[i], items[i + 1]));
    }
    return points;
}

/// An item of an array, or null past its end.
const CborValue& at(const CborValue::Array& items, std::size_t index)
{
    static const CborValue kNone;
    return index < items.size() ? items[index] : kNone;
}

std::uint32_t indexOf(const CborValue& value)
{
    const std::int64_t number = value.asInteger(-1);
    return number >= 0 && number <= UINT32_MAX ? static_cast<std::uint32_t>(number) : UINT32_MAX;
}

std::int64_t versionOf(const SeatingPlan& plan)
{
    const bool changed =
        !plan.order.empty() || plan.background.has_value() || plan.seatCount() != plan.seats.size();
    return changed ? kChangedVersion : kVersion;
}

// Pairs of seat and row: what a retired seat's row is, no order says.
void writeRetired(CborWriter& writer, const SeatingPlan& plan)
{
    writer.text("retired").array((plan.seats.size() - plan.seatCount()) * 2);
    for (std::size_t seat = 0; seat < plan.seats.size(); ++seat) {
        if (plan.seats[seat].retired) {
            writer.integer(static_cast<std::int64_t>(seat)).integer(plan.seats[seat].row);
        }
    }
}

void writeBackground(CborWriter& writer, const std::optional<PlanBackground>& background)
{
    writer.text("background").array(!background ? 0 : background->hidden ? 7 : 6);
    if (background) {
        writer.text(background->sha256);
        write(writer, background->at);
        write(writer, background->size);
        writer.integer(steps(background->opacity));
        if (background->hidden) {
            writer.boolean(true);
        }
    }
}

void writeParts(CborWriter& writer, const SeatingPlan& plan)
{
    writer.text("areas").array(plan.areas.size());
    for (const StandingArea& area : plan.areas) {
        writer.array(5)
            .text(area.id)
            .text(area.label)
            .integer(area.category)
            .integer(area.capacity);
        write(writer, area.outline);
    }
    if (versionOf(plan) == kChangedVersion) {
        writer.text("order").array(plan.order.size());
        for (const SeatNumber seat : plan.order) {
            writer.integer(seat);
        }
    }
    writer.text("seats").array(plan.seats.size());
    for (const Seat& seat : plan.seats) {
        writer.array(6).text(seat.id).text(seat.number).integer(seat.category);
        write(writer, seat.at);
        writer.integer(seat.traits);
    }
    writer.text("shapes").array(plan.shapes.size());
    for (const PlanShape& shape : plan.shapes) {
        writer.array(3).integer(static_cast<std::int64_t>(shape.kind)).text(shape.text);
        write(writer, shape.points);
    }
    if (versionOf(plan) == kChangedVersion) {
        writeRetired(writer, plan);
    }
    writer.field("version", versionOf(plan));
    writer.text("sections").array(plan.sections.size());
    for (const Section& section : plan.sections) {
        writer.array(4).text(section.label).text(section.entrance).text(section.zone);
        write(writer, section.outline);
    }
    if (versionOf(plan) == kChangedVersion) {
        writeBackground(writer, plan.background);
    }
    writer.text("categories").array(plan.categories.size());
    for (const PlanCategory& category : plan.categories) {
        writer.array(2).text(category.name).text(category.colour);
    }
}

void readRetired(const CborValue& value, SeatingPlan& plan)
{
    const auto& pairs = value["retired"].asArray();
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        const std::uint32_t seat = indexOf(pairs[i]);
        if (seat < plan.seats.size()) {
            plan.seats[seat].retired = true;
            plan.seats[seat].row = indexOf(pairs[i + 1]);
        }
    }
}

void readBackground(const CborValue& value, SeatingPlan& plan)
{
    const auto& fields = value["background"].asArray();
    if (!fields.empty()) {
        plan.background =
            PlanBackground{at(fields, 0).asText(), pointOf(at(fields, 1), at(fields, 2)),
                           pointOf(at(fields, 3), at(fields, 4)), units(at(fields, 5).asInteger()),
                           at(fields, 6).asBool()};
    }
}

void readSeatsAndRows(const CborValue& value, SeatingPlan& plan)
{
    for (const CborValue& item : value["seats"].asArray()) {
        const auto& fields = item.asArray();
        Seat seat{at(fields, 0).asText(), at(fields, 1).asText()};
        seat.category = indexOf(at(fields, 2));
        seat.at = pointOf(at(fields, 3), at(fields, 4));
        seat.traits = static_cast<std::uint8_t>(at(fields, 5).asInteger());
        plan.seats.push_back(std::move(seat));
    }
    readRetired(value, plan);
    const auto live =
        static_cast<std::size_t>(std::ranges::count(plan.seats, false, &Seat::retired));
    for (const CborValue& item : value["order"].asArray()) {
        plan.order.push_back(indexOf(item));
    }
    std::uint32_t next = 0;
    for (const CborValue& item : value["rows"].asArray()) {
        const auto& fields = item.asArray();
        Row row{at(fields, 0).asText(), indexOf(at(fields, 1)), next, indexOf(at(fields, 2)),
                at(fields, 3).asBool()};
        // What is too many or names no seat is found by structuralFault afterwards.
        const std::size_t left =
            std::min(plan.order.empty() ? live : plan.order.size(), live) - next;
        row.count = row.count <= left ? row.count : static_cast<std::uint32_t>(left);
        for (std::uint32_t i = 0; i < row.count; ++i) {
            const SeatNumber seat = plan.seatAt(next++);
            if (seat < plan.seats.size()) {
                plan.seats[seat].row = static_cast<std::uint32_t>(plan.rows.size());
            }
        }
        plan.rows.push_back(std::move(row));
    }
}

void readParts(const CborValue& value, SeatingPlan& plan)
{
    for (const CborValue& item : value["categories"].asArray()) {
        plan.categories.push_back({at(item.asArray(), 0).asText(), at(item.asArray(), 1).asText()});
    }
    for (const CborValue& item : value["sections"].asArray()) {
        const auto& fields = item.asArray();
        plan.sections.push_back({at(fields, 0).asText(), at(fields, 1).asText(),
                                 at(fields, 2).asText(), pointsOf(at(fields, 3))});
    }
    for (const CborValue& item : value["areas"].asArray()) {
        const auto& fields = item.asArray();
        plan.areas.push_back({at(fields, 0).asText(), at(fields, 1).asText(),
                              indexOf(at(fields, 2)), indexOf(at(fields, 3)),
                              pointsOf(at(fields, 4))});
    }
    for (const CborValue& item : value["shapes"].asArray()) {
        const auto& fields = item.asArray();
        plan.shapes.push_back({static_cast<PlanShape::Kind>(at(fields, 0).asInteger()),
                               at(fields, 1).asText(), pointsOf(at(fields, 2))});
    }
}

} // namespace

Bytes encodePlan(const SeatingPlan& plan)
{
    CborWriter writer;
    writer.map(versionOf(plan) == kChangedVersion ? 12 : 9);
    writer.field("name", plan.name);
    writer.text("rows").array(plan.rows.size());
    for (const Row& row : plan.rows) {
        writer.array(4).text(row.label).integer(row.section).integer(row.count).boolean(row.ring);
    }
    writer.text("size").array(2);
    write(writer, plan.size);
    writeParts(writer, plan);
    return writer.take();
}

namespace {

Result<SeatingPlan> decodeUnchecked(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    if (!value) {
        return value.error();
    }
    SeatingPlan plan;
    plan.name = (*value)["name"].asText();
    const auto& size = (*value)["size"].asArray();
    plan.size = pointOf(at(size, 0), at(size, 1));
    readParts(*value, plan);
    readSeatsAndRows(*value, plan);
    readBackground(*value, plan);
    const std::int64_t version = (*value)["version"].asInteger();
    if (version != kVersion && version != kChangedVersion) {
        return badInput("bad_plan",
                        "This seating plan was written by a newer Foyer. Update this one.");
    }
    return plan;
}

} // namespace

Result<SeatingPlan> decodePlan(ByteView bytes)
{
    auto plan = decodeUnchecked(bytes);
    if (!plan) {
        return plan;
    }
    if (const auto fault = structuralFault(*plan)) {
        return badInput("bad_plan", "The stored seating plan is damaged: " + *fault);
    }
    return plan;
}

Result<SeatingPlan> decodeUnfinishedPlan(ByteView bytes)
{
    auto plan = decodeUnchecked(bytes);
    if (plan && placingFault(*plan)) {
        return badInput("bad_plan", "The plan that was being drawn is damaged.");
    }
    return plan;
}

} // namespace foyer
