// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/seat_numbering.h"

#include <algorithm>
#include <array>
#include <utility>

namespace foyer {
namespace {

constexpr std::string_view kAlphabetWithoutIO = "ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::int64_t kRomanMost = 3999;

// The next number that is not skipped, from `number` on.
std::int64_t notSkipped(std::int64_t number, std::int64_t step,
                        const std::set<std::int64_t>& skipped)
{
    while (skipped.contains(number)) {
        number += step;
    }
    return number;
}

std::vector<std::int64_t> ascending(std::int64_t start, std::int64_t step, std::size_t count,
                                    const std::set<std::int64_t>& skipped)
{
    std::vector<std::int64_t> numbers;
    std::int64_t number = start;
    while (numbers.size() < count) {
        number = notSkipped(number, step, skipped);
        numbers.push_back(number);
        number += step;
    }
    return numbers;
}

std::string nameOfRow(RowNaming::Kind kind, std::int64_t place)
{
    switch (kind) {
    case RowNaming::Kind::LettersWithoutIO:
        return lettersFor(place, kAlphabetWithoutIO);
    case RowNaming::Kind::Numbers:
        return std::to_string(place);
    case RowNaming::Kind::Roman:
        return romanFor(place);
    case RowNaming::Kind::Letters:
        break;
    }
    return lettersFor(place);
}

} // namespace

std::vector<std::string> seatNumbers(const SeatNumbering& rule, std::size_t count)
{
    const std::int64_t start = rule.letters ? std::max<std::int64_t>(rule.start, 1) : rule.start;
    std::vector<std::int64_t> numbers;
    if (rule.pattern == SeatNumbering::Pattern::FromMiddle) {
        // The lower half of a row is read from its middle outwards.
        const std::size_t left = (count + 1) / 2;
        numbers = ascending(start, 2, left, rule.skipped);
        std::ranges::reverse(numbers);
        const auto right = ascending(start + 1, 2, count - left, rule.skipped);
        numbers.insert(numbers.end(), right.begin(), right.end());
    } else {
        numbers = ascending(start, std::max<std::int64_t>(rule.step, 1), count, rule.skipped);
    }
    if (rule.rightToLeft) {
        std::ranges::reverse(numbers);
    }
    std::vector<std::string> names;
    names.reserve(count);
    for (const std::int64_t number : numbers) {
        names.push_back(rule.letters ? lettersFor(number) : std::to_string(number));
    }
    return names;
}

std::vector<std::string> rowNames(const RowNaming& rule, std::size_t count)
{
    std::vector<std::string> names;
    for (const std::int64_t place :
         ascending(std::max<std::int64_t>(rule.start, 1), 1, count, rule.skipped)) {
        names.push_back(nameOfRow(rule.kind, place));
    }
    if (rule.backwards) {
        std::ranges::reverse(names);
    }
    return names;
}

std::string lettersFor(std::int64_t place, std::string_view alphabet)
{
    const auto size = static_cast<std::int64_t>(alphabet.size());
    std::string letters;
    while (place > 0) {
        letters.push_back(alphabet[static_cast<std::size_t>((place - 1) % size)]);
        place = (place - 1) / size;
    }
    std::ranges::reverse(letters);
    return letters;
}

std::string romanFor(std::int64_t number)
{
    if (number < 1 || number > kRomanMost) {
        return std::to_string(number);
    }
    constexpr auto kSigns = std::to_array<std::pair<std::int64_t, std::string_view>>({{1000, "M"},
                                                                                      {900, "CM"},
                                                                                      {500, "D"},
                                                                                      {400, "CD"},
                                                                                      {100, "C"},
                                                                                      {90, "XC"},
                                                                                      {50, "L"},
                                                                                      {40, "XL"},
                                                                                      {10, "X"},
                                                                                      {9, "IX"},
                                                                                      {5, "V"},
                                                                                      {4, "IV"},
                                                                                      {1, "I"}});
    std::string roman;
    for (const auto& [value, sign] : kSigns) {
        for (; number >= value; number -= value) {
            roman += sign;
        }
    }
    return roman;
}

} // namespace foyer
