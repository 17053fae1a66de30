// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/best_available.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string_view>

namespace foyer {
namespace {

constexpr float kAisle = 1.8F; // times the usual spacing
constexpr float kUnits = 64.0F;

float gapBetween(const Seat& a, const Seat& b)
{
    return std::hypot(a.at.x - b.at.x, a.at.y - b.at.y);
}

float medianOf(std::vector<float>& gaps)
{
    if (gaps.empty()) {
        return 0;
    }
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::ranges::nth_element(gaps, middle);
    return *middle;
}

/// A wheelchair's place is wide, and whoever comes along sits beside it.
bool belongTogether(const Seat& a, const Seat& b)
{
    return (a.has(SeatTrait::Accessible) && b.has(SeatTrait::Companion)) ||
           (a.has(SeatTrait::Companion) && b.has(SeatTrait::Accessible));
}

std::vector<float> gapsOf(const SeatingPlan& plan, const Row& row)
{
    std::vector<float> gaps;
    for (std::uint32_t i = 1; i < row.count; ++i) {
        gaps.push_back(gapBetween(plan.seats[row.first + i - 1], plan.seats[row.first + i]));
    }
    return gaps;
}

bool namesStage(const std::string& text)
{
    std::string lower;
    std::ranges::transform(text, std::back_inserter(lower), [](char c) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    });
    constexpr std::array<std::string_view, 10> kNames{
        "stage", "bühne", "buehne", "scène", "scene", "escenario", "palco", "screen", "leinwand",
        "舞台"};
    return std::ranges::any_of(kNames, [&](std::string_view name) {
        return lower.find(name) != std::string::npos;
    });
}

PlanPoint middleOf(const std::vector<PlanPoint>& points)
{
    PlanPoint sum;
    for (const PlanPoint& point : points) {
        sum.x += point.x;
        sum.y += point.y;
    }
    const auto count = static_cast<float>(std::max<std::size_t>(points.size(), 1));
    return {sum.x / count, sum.y / count};
}

std::optional<PlanPoint> stageOf(const SeatingPlan& plan)
{
    for (const PlanShape& shape : plan.shapes) {
        if (!shape.points.empty() && namesStage(shape.text)) {
            return middleOf(shape.points);
        }
    }
    return std::nullopt;
}

/// By section: the middle of its first row, where one looks from when the plan names no stage.
std::vector<PlanPoint> frontsOf(const SeatingPlan& plan)
{
    std::vector<PlanPoint> fronts(plan.sections.size());
    std::vector<bool> known(plan.sections.size());
    for (const Row& row : plan.rows) {
        if (known[row.section] || row.count == 0) {
            continue;
        }
        known[row.section] = true;
        std::vector<PlanPoint> points;
        for (std::uint32_t i = 0; i < row.count; ++i) {
            points.push_back(plan.seats[row.first + i].at);
        }
        fronts[row.section] = middleOf(points);
    }
    return fronts;
}

} // namespace

SeatFinder::SeatFinder(const SeatingPlan& plan)
{
    cutAtAisles(plan);
    measure(plan);
}

void SeatFinder::cutAtAisles(const SeatingPlan& plan)
{
    std::vector<float> all;
    for (const Row& row : plan.rows) {
        const auto gaps = gapsOf(plan, row);
        all.insert(all.end(), gaps.begin(), gaps.end());
    }
    const float usual = medianOf(all);
    for (const Row& row : plan.rows) {
        if (row.ring) {
            m_stretches.push_back({row.first, row.count, true});
            continue;
        }
        auto gaps = gapsOf(plan, row);
        const std::vector<float> inOrder = gaps;
        const float spacing = row.count < 3 ? usual : medianOf(gaps);
        SeatNumber first = row.first;
        for (std::uint32_t i = 1; i < row.count; ++i) {
            const Seat& left = plan.seats[row.first + i - 1];
            const Seat& right = plan.seats[row.first + i];
            if (inOrder[i - 1] > kAisle * spacing && !belongTogether(left, right)) {
                m_stretches.push_back({first, row.first + i - first, false});
                first = row.first + i;
            }
        }
        if (row.count > 0) {
            m_stretches.push_back({first, row.first + row.count - first, false});
        }
    }
}

void SeatFinder::measure(const SeatingPlan& plan)
{
    const auto stage = stageOf(plan);
    const auto fronts = frontsOf(plan);
    m_places.reserve(plan.seats.size());
    for (const Seat& seat : plan.seats) {
        const PlanPoint focus = stage ? *stage : fronts[plan.rows[seat.row].section];
        const float away = std::hypot(seat.at.x - focus.x, seat.at.y - focus.y);
        m_places.push_back(
            {seat.at, static_cast<std::int32_t>(away * kUnits), seat.category, seat.traits});
    }
}

} // namespace foyer
