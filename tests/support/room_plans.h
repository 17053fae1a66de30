// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seat_state.h"
#include "core/domain/seating/seating_plan.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace foyer::test {

/// Builds plans for tests of what is drawn: sections of curved or straight rows in walking order.
class RoomBuilder {
public:
    SeatingPlan plan;

    void category(const char* name) { plan.categories.push_back({name, ""}); }

    void section(const std::string& label, std::vector<PlanPoint> outline = {})
    {
        plan.sections.push_back({label, "", "", std::move(outline)});
    }

    /// A row of the last section.
    void row(const std::string& label, const std::vector<PlanPoint>& places, std::uint32_t category,
             std::uint8_t traits = 0, bool ring = false)
    {
        const auto section = static_cast<std::uint32_t>(plan.sections.size() - 1);
        const auto number = static_cast<std::uint32_t>(plan.rows.size());
        plan.rows.push_back({label, section, static_cast<SeatNumber>(plan.seats.size()),
                             static_cast<std::uint32_t>(places.size()), ring});
        for (std::size_t i = 0; i < places.size(); ++i) {
            plan.seats.push_back({std::string("s").append(std::to_string(plan.seats.size())),
                                  std::to_string(i + 1), number, category, places[i], traits});
        }
    }

    void trait(SeatNumber seat, SeatTrait trait)
    {
        plan.seats[seat].traits |= static_cast<std::uint8_t>(trait);
    }
};

/// "A" … "Z", "AA", "AB" …
inline std::string rowName(int number)
{
    std::string name = number < 26 ? std::string() : rowName(number / 26 - 1);
    name.push_back(static_cast<char>('A' + number % 26));
    return name;
}

/// A point of a rounded rectangle around (0, 0), `share` of the way round.
inline PlanPoint onBowl(double halfWidth, double halfHeight, double radius, double share)
{
    constexpr double kPi = 3.14159265358979;
    const double across = 2 * (halfWidth - radius);
    const double down = 2 * (halfHeight - radius);
    const double corner = kPi * radius / 2;
    const double lengths[] = {across, corner, down, corner, across, corner, down, corner};
    const double whole = 2 * (across + down) + 4 * corner;
    double left = share * whole;
    double x = -(halfWidth - radius);
    double y = -halfHeight;
    double angle = 0; // the way one walks
    for (int side = 0; side < 8; ++side) {
        const bool straight = side % 2 == 0;
        const double here = std::min(left, lengths[side]);
        if (straight) {
            x += std::cos(angle) * here;
            y += std::sin(angle) * here;
        } else {
            const double turned = here / radius;
            x += radius * (std::sin(angle + turned) - std::sin(angle));
            y -= radius * (std::cos(angle + turned) - std::cos(angle));
            angle += turned;
        }
        left -= here;
        if (left <= 0) {
            break;
        }
    }
    return {static_cast<float>(x), static_cast<float>(y)};
}

/// An arena with exactly this many seats: blocks of curved rows all around the field, three tiers.
inline SeatingPlan arenaPlan(std::size_t seats)
{
    RoomBuilder builder;
    builder.plan.name = "Arena";
    for (const char* name : {"Premium", "Standard", "Upper", "Corner", "Family"}) {
        builder.category(name);
    }
    constexpr int kBlocks = 40;
    constexpr int kRowsPerTier = 22;
    constexpr double kSeat = 20;
    constexpr double kRow = 24;
    constexpr double kAisle = 46;
    const auto width = [](double out) { return 2300 + out; };
    const auto height = [](double out) { return 1500 + out; };
    const auto round = [](double out) { return 500 + out; };
    const PlanPoint centre{4600, 3800};
    const auto at = [&](double out, double share) {
        const PlanPoint p = onBowl(width(out), height(out), round(out), share);
        return PlanPoint{p.x + centre.x, p.y + centre.y};
    };
    for (int tier = 0; builder.plan.seats.size() < seats; ++tier) {
        const double inner = tier * (kRowsPerTier * kRow + 70);
        for (int block = 0; block < kBlocks && builder.plan.seats.size() < seats; ++block) {
            const double from = static_cast<double>(block) / kBlocks;
            const double to = from + 1.0 / kBlocks;
            std::vector<PlanPoint> outline;
            for (int i = 0; i <= 8; ++i) {
                outline.push_back(at(inner - 18, from + (to - from) * (0.02 + 0.96 * i / 8)));
            }
            for (int i = 8; i >= 0; --i) {
                outline.push_back(
                    at(inner + kRowsPerTier * kRow, from + (to - from) * (0.02 + 0.96 * i / 8)));
            }
            builder.section(std::to_string((tier + 1) * 100 + block + 1), outline);
            const auto category =
                static_cast<std::uint32_t>(tier == 0       ? (block % 20 < 9 ? 0 : 1)
                                               : tier == 1 ? (block % 10 == 9 ? 3 : 1)
                                                           : 2);
            for (int row = 0; row < kRowsPerTier && builder.plan.seats.size() < seats; ++row) {
                const double out = inner + row * kRow;
                const double length =
                    2 * (2 * (width(out) - round(out)) + 2 * (height(out) - round(out))) +
                    2 * 3.14159265358979 * round(out);
                const double here = length / kBlocks - kAisle;
                const int count = static_cast<int>(here / kSeat) + 1;
                std::vector<PlanPoint> places;
                for (int i = 0; i < count && builder.plan.seats.size() + places.size() < seats;
                     ++i) {
                    const double along = (length / kBlocks - (count - 1) * kSeat) / 2 + i * kSeat;
                    places.push_back(at(out, from + along / length));
                }
                builder.row(rowName(row), places, category);
            }
        }
    }
    for (SeatNumber seat = 0; seat < seats; seat += 211) {
        builder.trait(seat, seat % 2 == 0 ? SeatTrait::Accessible : SeatTrait::RestrictedView);
    }
    builder.plan.shapes.push_back({PlanShape::Kind::Polygon,
                                   "Stage",
                                   {{2700, 3300}, {3300, 3300}, {3300, 4300}, {2700, 4300}}});
    builder.plan.areas.push_back(
        {"floor", "Floor", 4, 5000, {{3500, 2700}, {6500, 2700}, {6500, 4900}, {3500, 4900}}});
    builder.plan.size = {9200, 7600};
    return builder.plan;
}

/// A theatre: curved stalls in three blocks, a circle, boxes with a side view, tables, a place to
/// stand, and seats with every trait.
inline SeatingPlan theatrePlan()
{
    RoomBuilder builder;
    builder.plan.name = "Playhouse";
    for (const char* name : {"Premium", "Standard", "Restricted", "Table"}) {
        builder.category(name);
    }
    const PlanPoint centre{500, -260};
    const auto arc = [&](double radius, double from, double to, double step) {
        std::vector<PlanPoint> places;
        const double length = (to - from) * radius;
        const int count = static_cast<int>(length / step) + 1;
        for (int i = 0; i < count; ++i) {
            const double angle =
                from + (length - (count - 1) * step) / 2 / radius + i * step / radius;
            places.push_back({static_cast<float>(centre.x + radius * std::sin(angle)),
                              static_cast<float>(centre.y + radius * std::cos(angle))});
        }
        return places;
    };
    const struct {
        const char* name;
        double from;
        double to;
    } blocks[] = {{"Stalls left", -0.58, -0.245},
                  {"Stalls", -0.19, 0.19},
                  {"Stalls right", 0.245, 0.58}};
    for (const auto& block : blocks) {
        builder.section(block.name);
        for (int row = 0; row < 12; ++row) {
            builder.row(rowName(row), arc(440 + row * 26, block.from, block.to, 22),
                        row < 6 ? 0 : 1);
        }
    }
    builder.section("Circle");
    for (int row = 0; row < 5; ++row) {
        builder.row(rowName(row), arc(820 + row * 27, -0.52, 0.52, 22), row < 2 ? 1 : 2,
                    row == 4 ? static_cast<std::uint8_t>(SeatTrait::RestrictedView)
                             : std::uint8_t{0});
    }
    builder.section("Cabaret");
    for (int table = 0; table < 4; ++table) {
        std::vector<PlanPoint> chairs;
        for (int chair = 0; chair < 6; ++chair) {
            const double angle = chair * 3.14159265358979 / 3;
            chairs.push_back({static_cast<float>(-40 + 36 * std::sin(angle)),
                              static_cast<float>(330 + table * 110 - 36 * std::cos(angle))});
        }
        builder.row(std::string("T").append(std::to_string(table + 1)), chairs, 3,
                    static_cast<std::uint8_t>(SeatTrait::Table), true);
    }
    const Row last = builder.plan.rows[11];
    for (SeatNumber i = 0; i < 2; ++i) {
        builder.trait(last.first + 2 * i, SeatTrait::Accessible);
        builder.trait(last.first + 2 * i + 1, SeatTrait::Companion);
    }
    builder.plan.shapes.push_back(
        {PlanShape::Kind::Polygon, "Stage", {{280, 20}, {720, 20}, {690, 120}, {310, 120}}});
    builder.plan.shapes.push_back({PlanShape::Kind::Text, "Bar", {{-40, 800}}});
    builder.plan.areas.push_back(
        {"gallery", "Gallery", 1, 60, {{960, 260}, {1120, 260}, {1120, 640}, {1010, 640}}});
    builder.plan.size = {1160, 760};
    return builder.plan;
}

/// Most seats free, and some of every other state, in runs as sales leave them.
inline std::vector<SeatState> mixedStates(const SeatingPlan& plan)
{
    std::vector<SeatState> states(plan.seats.size(), SeatState::Free);
    for (std::size_t seat = 0; seat < states.size(); ++seat) {
        const std::size_t run = seat / 3 * 7919 % 101;
        states[seat] = run < 26 ? SeatState::Sold
            : run < 31          ? SeatState::Held
            : run < 38          ? SeatState::NotHere
            : run < 40          ? SeatState::NoPrice
                                : SeatState::Free;
    }
    return states;
}

} // namespace foyer::test
