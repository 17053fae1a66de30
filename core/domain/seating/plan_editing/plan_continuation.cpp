// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/plan_continuation.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace foyer {
namespace {

constexpr SeatNumber kUnnumbered = std::numeric_limits<SeatNumber>::max();

using IdsOfSeats = std::unordered_map<std::string_view, SeatNumber>;

IdsOfSeats numbersById(const SeatingPlan& plan)
{
    IdsOfSeats numbers;
    numbers.reserve(plan.seats.size());
    for (std::size_t seat = 0; seat < plan.seats.size(); ++seat) {
        numbers.emplace(plan.seats[seat].id, static_cast<SeatNumber>(seat));
    }
    return numbers;
}

constexpr std::size_t kNameBytesMax = 120;
constexpr const char* kNameRule =
    "\" cannot be printed: it is too long, or begins or ends with a space, or has line breaks.";

bool isBadName(const std::string& name)
{
    return name.size() > kNameBytesMax || name.starts_with(' ') || name.ends_with(' ') ||
        std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

// Finds in the later plan the section, row and category that a retired seat is named by; adds
// what is not there any more.
class NamesKept {
public:
    NamesKept(const SeatingPlan& before, SeatingPlan& next) : m_before{before}, m_next{next}
    {
        for (std::size_t i = 0; i < next.sections.size(); ++i) {
            m_sections.emplace(sectionKey(next.sections[i]), static_cast<std::uint32_t>(i));
        }
        for (std::size_t i = 0; i < next.rows.size(); ++i) {
            m_rows.emplace(std::pair{next.rows[i].section, next.rows[i].label},
                           static_cast<std::uint32_t>(i));
        }
        for (std::size_t i = 0; i < next.categories.size(); ++i) {
            m_categories.emplace(next.categories[i].name, static_cast<std::uint32_t>(i));
        }
    }

    Seat kept(const Seat& seat)
    {
        Seat retired = seat;
        retired.retired = true;
        retired.row = rowOf(m_before.rows[seat.row]);
        retired.category = categoryOf(m_before.categories[seat.category]);
        return retired;
    }

private:
    using SectionKey = std::pair<std::string, std::string>;
    static SectionKey sectionKey(const Section& section) { return {section.zone, section.label}; }

    std::uint32_t rowOf(const Row& row)
    {
        const Section& section = m_before.sections[row.section];
        const auto [at, isNew] =
            m_sections.emplace(sectionKey(section),
                               static_cast<std::uint32_t>(m_next.sections.size()));
        if (isNew) {
            m_next.sections.push_back(section);
        }
        const auto [found, isNewRow] =
            m_rows.emplace(std::pair{at->second, row.label},
                           static_cast<std::uint32_t>(m_next.rows.size()));
        if (isNewRow) {
            m_next.rows.push_back({row.label, at->second, m_next.seatCount(), 0, row.ring});
        }
        return found->second;
    }
    std::uint32_t categoryOf(const PlanCategory& category)
    {
        const auto [found, isNew] =
            m_categories.emplace(category.name,
                                 static_cast<std::uint32_t>(m_next.categories.size()));
        if (isNew) {
            m_next.categories.push_back(category);
        }
        return found->second;
    }

    const SeatingPlan& m_before;
    SeatingPlan& m_next;
    std::map<SectionKey, std::uint32_t> m_sections;
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> m_rows;
    std::unordered_map<std::string, std::uint32_t> m_categories;
};

} // namespace

SeatingPlan continuedPlan(const SeatingPlan& before, SeatingPlan next)
{
    const IdsOfSeats numbers = numbersById(before);
    std::vector<SeatNumber> numberOf(next.seats.size(), kUnnumbered);
    std::vector<Seat> seats(before.seats.size());
    std::vector<bool> drawn(before.seats.size(), false);
    for (std::uint32_t place = 0; place < next.seatCount(); ++place) {
        const SeatNumber seat = next.seatAt(place);
        const auto known = numbers.find(next.seats[seat].id);
        if (known != numbers.end() && !drawn[known->second]) {
            numberOf[seat] = known->second;
            drawn[known->second] = true;
        } else {
            numberOf[seat] = static_cast<SeatNumber>(seats.size());
            seats.emplace_back();
        }
    }
    std::vector<SeatNumber> order;
    order.reserve(next.seatCount());
    bool isInOrder = true;
    for (std::uint32_t place = 0; place < next.seatCount(); ++place) {
        const SeatNumber seat = next.seatAt(place);
        isInOrder = isInOrder && numberOf[seat] == place;
        order.push_back(numberOf[seat]);
        seats[numberOf[seat]] = std::move(next.seats[seat]);
    }
    next.order = isInOrder ? std::vector<SeatNumber>{} : std::move(order);
    NamesKept names{before, next};
    for (std::size_t seat = 0; seat < before.seats.size(); ++seat) {
        if (!drawn[seat]) {
            seats[seat] = names.kept(before.seats[seat]);
        }
    }
    next.seats = std::move(seats);
    return next;
}

std::optional<std::string> continuationFault(const SeatingPlan& before, const SeatingPlan& next)
{
    if (next.seats.size() < before.seats.size()) {
        return "The changed plan forgets seats that this plan has had.";
    }
    for (std::size_t seat = 0; seat < before.seats.size(); ++seat) {
        if (next.seats[seat].id != before.seats[seat].id) {
            return "The changed plan uses the number of seat " +
                before.seatLabel(static_cast<SeatNumber>(seat)) + " for another seat.";
        }
    }
    return std::nullopt;
}

std::optional<std::string> namesFault(const SeatingPlan& plan)
{
    std::unordered_set<std::string> seats;
    for (const Row& row : plan.rows) {
        const std::string& section = plan.sections[row.section].label;
        if (isBadName(row.label) || isBadName(section)) {
            return "The name \"" + (isBadName(section) ? section : row.label) + kNameRule;
        }
        for (const SeatNumber seat : plan.seatsOf(row)) {
            const std::string& number = plan.seats[seat].number;
            if (isBadName(number)) {
                return "The seat number \"" + number + kNameRule;
            }
            if (!seats.insert(section + '\x1F' + row.label + '\x1F' + number).second) {
                return "Two seats are labelled \"" + plan.seatLabel(seat) +
                    "\". Tickets could not tell them apart; number or name one differently.";
            }
        }
    }
    std::unordered_set<std::string_view> areas;
    std::unordered_set<std::string_view> ids;
    for (const Seat& seat : plan.seats) {
        ids.insert(seat.id);
    }
    for (const StandingArea& area : plan.areas) {
        if (isBadName(area.label)) {
            return "The name \"" + area.label + kNameRule;
        }
        if (!areas.insert(area.label).second) {
            return "Two standing areas are labelled \"" + area.label + "\".";
        }
        if (!ids.insert(area.id).second) {
            return "Two places of the plan have the identifier \"" + area.id + "\".";
        }
    }
    return std::nullopt;
}

PlanDifference differenceOf(const SeatingPlan& before, const SeatingPlan& next)
{
    PlanDifference difference;
    for (std::size_t index = 0; index < next.seats.size(); ++index) {
        const auto seat = static_cast<SeatNumber>(index);
        const bool was = before.isSeat(seat);
        const bool is = next.isSeat(seat);
        if (!was || !is) {
            if (was != is) {
                (is ? difference.added : difference.removed).push_back(seat);
            }
            continue;
        }
        const Seat& old = before.seats[seat];
        const Seat& now = next.seats[seat];
        if (before.seatLabel(seat) != next.seatLabel(seat)) {
            difference.renamed.push_back(seat);
        }
        if (before.categories[old.category].name != next.categories[now.category].name) {
            difference.recategorised.push_back(seat);
        }
        if (old.at != now.at) {
            difference.moved.push_back(seat);
        }
    }
    return difference;
}

} // namespace foyer
