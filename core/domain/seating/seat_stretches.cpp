// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/seat_stretches.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>

namespace foyer {
namespace {

constexpr float kAisle = 1.8F;
constexpr std::uint32_t kRowWithMedian = 3;

constexpr auto kStageWords = std::to_array<std::string_view>(
    {"stage",    "bühne",     "buehne",       "scène",    "scene",  "scena",   "scéna",
     "scen",     "escenario", "palcoscenico", "toneel",   "podium", "jeviště", "színpad",
     "näyttämö", "сцена",     "screen",       "leinwand", "舞台",   "pitch",   "spielfeld"});

float apart(PlanPoint a, PlanPoint b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

float medianOf(std::vector<float>& values)
{
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

std::vector<float> gapsOf(const SeatingPlan& plan, const Row& row)
{
    std::vector<float> gaps;
    for (std::uint32_t place = row.first + 1; place < row.first + row.count; ++place) {
        gaps.push_back(
            apart(plan.seats[plan.seatAt(place - 1)].at, plan.seats[plan.seatAt(place)].at));
    }
    return gaps;
}

bool belongTogether(const Seat& a, const Seat& b)
{
    return (a.has(SeatTrait::Accessible) && b.has(SeatTrait::Companion)) ||
        (a.has(SeatTrait::Companion) && b.has(SeatTrait::Accessible));
}

// Small letters for ASCII and the capitals that occur in the words above.
std::string smallLetters(std::string_view text)
{
    std::string small{text};
    for (char& c : small) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    constexpr auto kCapitals = std::to_array<std::array<std::string_view, 2>>(
        {{"Ü", "ü"}, {"È", "è"}, {"É", "é"}, {"Ä", "ä"}, {"Ö", "ö"}, {"Í", "í"}, {"С", "с"}});
    for (const auto& [capital, letter] : kCapitals) {
        for (std::size_t at = small.find(capital); at != std::string::npos;
             at = small.find(capital, at)) {
            small.replace(at, capital.size(), letter);
        }
    }
    return small;
}

// "Stage", "Hauptbühne" and "STAGE 1" are; "Backstage bar" is not.
bool namesStage(std::string_view text)
{
    const std::string small = smallLetters(text);
    const std::string_view rest{small};
    constexpr std::string_view kBetween = " \t-/.,:;()";
    for (std::size_t begin = rest.find_first_not_of(kBetween); begin != std::string_view::npos;) {
        const std::size_t end = std::min(rest.find_first_of(kBetween, begin), rest.size());
        const std::string_view word = rest.substr(begin, end - begin);
        if (word.ends_with("bühne") || std::ranges::find(kStageWords, word) != kStageWords.end()) {
            return true;
        }
        begin = rest.find_first_not_of(kBetween, end);
    }
    return false;
}

std::optional<PlanPoint> stageOf(const SeatingPlan& plan)
{
    for (const PlanShape& shape : plan.shapes) {
        if (shape.points.empty() || !namesStage(shape.text)) {
            continue;
        }
        const auto [left, right] = std::ranges::minmax(shape.points, {}, &PlanPoint::x);
        const auto [top, bottom] = std::ranges::minmax(shape.points, {}, &PlanPoint::y);
        return PlanPoint{(left.x + right.x) / 2, (top.y + bottom.y) / 2};
    }
    return std::nullopt;
}

// The middle of every section's first row, by section.
std::vector<PlanPoint> frontsOf(const SeatingPlan& plan)
{
    std::vector<std::optional<PlanPoint>> fronts(plan.sections.size());
    for (const Row& row : plan.rows) {
        if (row.count > 0 && !fronts[row.section]) {
            const PlanPoint a = plan.seats[plan.seatAt(row.first)].at;
            const PlanPoint b = plan.seats[plan.seatAt(row.first + row.count - 1)].at;
            fronts[row.section] = PlanPoint{(a.x + b.x) / 2, (a.y + b.y) / 2};
        }
    }
    std::vector<PlanPoint> points;
    points.reserve(fronts.size());
    for (const auto& front : fronts) {
        points.push_back(front.value_or(PlanPoint{}));
    }
    return points;
}

} // namespace

std::vector<SeatStretch> seatStretches(const SeatingPlan& plan)
{
    std::vector<std::vector<float>> gaps;
    std::vector<float> all;
    gaps.reserve(plan.rows.size());
    all.reserve(plan.seats.size());
    for (const Row& row : plan.rows) {
        gaps.push_back(gapsOf(plan, row));
        all.insert(all.end(), gaps.back().begin(), gaps.back().end());
    }
    const float usual = medianOf(all);

    std::vector<SeatStretch> stretches;
    for (std::size_t index = 0; index < plan.rows.size(); ++index) {
        const Row& row = plan.rows[index];
        if (row.count == 0) {
            continue;
        }
        stretches.push_back({row.first, 1, false});
        std::vector<float> sorted = gaps[index];
        const float median = row.count < kRowWithMedian ? usual : medianOf(sorted);
        const float aisle = median > 0 ? median * kAisle : std::numeric_limits<float>::max();
        for (std::uint32_t step = 1; step < row.count; ++step) {
            const std::uint32_t place = row.first + step;
            if (!row.ring && gaps[index][step - 1] > aisle &&
                !belongTogether(plan.seats[plan.seatAt(place - 1)],
                                plan.seats[plan.seatAt(place)])) {
                stretches.push_back({place, 0, false});
            }
            ++stretches.back().count;
        }
        // With two seats both ends are neighbours already.
        stretches.back().ring = row.ring && row.count > 2;
    }
    return stretches;
}

std::vector<SeatPlace> seatPlaces(const SeatingPlan& plan)
{
    constexpr float kSteps = 64;
    const std::optional<PlanPoint> stage = stageOf(plan);
    const std::vector<PlanPoint> fronts = frontsOf(plan);
    std::vector<SeatPlace> places;
    places.reserve(plan.seats.size());
    for (const Seat& seat : plan.seats) {
        const PlanPoint focus = stage ? *stage : fronts[plan.rows[seat.row].section];
        const float distance = std::min(apart(seat.at, focus) * kSteps, 2.0e9F);
        places.push_back(
            {seat.at, static_cast<std::int32_t>(distance), seat.category, seat.traits});
    }
    return places;
}

} // namespace foyer
