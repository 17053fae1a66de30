// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/seating_plan.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace foyer {
namespace {

constexpr std::size_t kSeatsMax = 200'000;

std::string inQuotes(std::string_view text)
{
    return "\"" + std::string{text} + "\"";
}

std::optional<std::string> faultOfCategories(const SeatingPlan& plan)
{
    std::unordered_set<std::string_view> names;
    for (const PlanCategory& category : plan.categories) {
        if (category.name.empty()) {
            return "A category of the plan has no name.";
        }
        if (!names.insert(category.name).second) {
            return "Two categories of the plan are named " + inQuotes(category.name) + ".";
        }
    }
    return std::nullopt;
}

std::optional<std::string> faultOfRow(const SeatingPlan& plan, std::size_t index)
{
    const Row& row = plan.rows[index];
    if (row.label.empty()) {
        return "Row number " + std::to_string(index + 1) + " of the plan has no label.";
    }
    if (row.section >= plan.sections.size()) {
        return "Row " + inQuotes(row.label) + " lies in a section that the plan does not have.";
    }
    std::unordered_set<std::string_view> numbers;
    for (const SeatNumber seat : plan.seatsOf(row)) {
        const Seat& each = plan.seats[seat];
        if (each.number.empty()) {
            return "A seat of row " + inQuotes(row.label) + " has no number.";
        }
        if (each.row != index) {
            return "Seat " + inQuotes(each.number) + " lies in row " + inQuotes(row.label) +
                " but names another row.";
        }
        if (each.category >= plan.categories.size()) {
            return "Seat " + inQuotes(each.number) + " of row " + inQuotes(row.label) +
                " has a category that the plan does not have.";
        }
        if (!numbers.insert(each.number).second) {
            return "Row " + inQuotes(row.label) + " has two seats numbered " +
                inQuotes(each.number) + ".";
        }
    }
    return std::nullopt;
}

// Every seat that is not retired stands at one place of the order.
std::optional<std::string> faultOfOrder(const SeatingPlan& plan, std::uint64_t live)
{
    if (!plan.order.empty() && plan.order.size() != live) {
        return "The order of the plan's seats has too many of them, or too few.";
    }
    std::vector<bool> seen(plan.seats.size(), false);
    for (std::uint32_t place = 0; place < live; ++place) {
        const SeatNumber seat = plan.seatAt(place);
        if (!plan.isSeat(seat) || seen[seat]) {
            return "The order of the plan's seats names a seat twice, or one that is not there.";
        }
        seen[seat] = true;
    }
    return std::nullopt;
}

// A retired seat is named by its row and keeps its category.
std::optional<std::string> faultOfRetired(const SeatingPlan& plan)
{
    for (const Seat& seat : plan.seats) {
        if (seat.retired &&
            (seat.row >= plan.rows.size() || seat.category >= plan.categories.size() ||
             seat.number.empty())) {
            return "A seat that was taken out of the plan has lost its name or its category.";
        }
    }
    return std::nullopt;
}

std::optional<std::string> faultOfCover(const SeatingPlan& plan)
{
    const auto live =
        static_cast<std::uint64_t>(std::ranges::count(plan.seats, false, &Seat::retired));
    if (auto fault = faultOfOrder(plan, live)) {
        return fault;
    }
    std::uint64_t next = 0;
    for (const Row& row : plan.rows) {
        if (row.first != next || row.count > live - next) {
            return "The rows of the plan do not hold its seats one after the other.";
        }
        next += row.count;
    }
    if (next != live) {
        return "The plan has seats that lie in no row.";
    }
    return std::nullopt;
}

std::optional<std::string> faultOfRows(const SeatingPlan& plan)
{
    if (auto fault = faultOfCover(plan)) {
        return fault;
    }
    for (std::size_t index = 0; index < plan.rows.size(); ++index) {
        if (auto fault = faultOfRow(plan, index)) {
            return fault;
        }
    }
    return std::nullopt;
}

std::optional<std::string> faultOfIds(const SeatingPlan& plan)
{
    std::unordered_set<std::string_view> ids;
    ids.reserve(plan.seats.size());
    for (const Seat& seat : plan.seats) {
        if (seat.id.empty()) {
            return "Seat " + inQuotes(seat.number) + " of row " +
                inQuotes(plan.rows[seat.row].label) + " has no identifier.";
        }
        if (!ids.insert(seat.id).second) {
            return "Two seats of the plan have the identifier " + inQuotes(seat.id) + ".";
        }
    }
    return std::nullopt;
}

std::optional<std::string> faultOfAreas(const SeatingPlan& plan)
{
    std::unordered_set<std::string_view> ids;
    for (const StandingArea& area : plan.areas) {
        if (area.label.empty() || area.id.empty()) {
            return "A standing area of the plan has no label or no identifier.";
        }
        if (!ids.insert(area.id).second) {
            return "Two standing areas of the plan have the identifier " + inQuotes(area.id) + ".";
        }
        if (area.category >= plan.categories.size()) {
            return "Standing area " + inQuotes(area.label) +
                " has a category that the plan does not have.";
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::string> structuralFault(const SeatingPlan& plan)
{
    if (plan.seats.size() > kSeatsMax) {
        return "The plan has more than 200,000 seats. Split it into several plans.";
    }
    if (plan.sections.empty()) {
        return "The plan has no section.";
    }
    for (const auto& check :
         {faultOfCategories, faultOfRows, faultOfRetired, faultOfIds, faultOfAreas}) {
        if (auto fault = check(plan)) {
            return fault;
        }
    }
    return std::nullopt;
}

std::optional<std::string> placingFault(const SeatingPlan& plan)
{
    if (plan.seats.size() > kSeatsMax || plan.sections.empty()) {
        return "The plan has too many seats, or no section.";
    }
    if (auto fault = faultOfCover(plan)) {
        return fault;
    }
    const bool areInRange =
        std::ranges::all_of(plan.rows,
                            [&](const Row& row) { return row.section < plan.sections.size(); }) &&
        std::ranges::all_of(plan.seats,
                            [&](const Seat& seat) {
                                return seat.category < plan.categories.size() &&
                                    seat.row < plan.rows.size();
                            }) &&
        std::ranges::all_of(plan.areas, [&](const StandingArea& area) {
            return area.category < plan.categories.size();
        });
    return areInRange ? std::nullopt
                      : std::optional<std::string>{"A part of the plan lies nowhere."};
}

} // namespace foyer
