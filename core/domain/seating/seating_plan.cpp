// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/seating_plan.h"

#include "core/base/ensure.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <limits>

namespace foyer {
namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1;
};

// Bytes that are not UTF-8 stand for themselves, so that any text compares equal to itself.
CodePoint codePointAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned lead = byte(at);
    const auto trails = [&](std::size_t n) {
        for (std::size_t i = 1; i <= n; ++i) {
            if ((byte(at + i) & 0xC0U) != 0x80U) {
                return false;
            }
        }
        return true;
    };
    if (lead >= 0xC2U && lead <= 0xDFU && trails(1)) {
        return {static_cast<char32_t>((lead & 0x1FU) << 6U | (byte(at + 1) & 0x3FU)), 2};
    }
    if (lead >= 0xE0U && lead <= 0xEFU && trails(2)) {
        return {static_cast<char32_t>((lead & 0x0FU) << 12U | (byte(at + 1) & 0x3FU) << 6U |
                                      (byte(at + 2) & 0x3FU)),
                3};
    }
    if (lead >= 0xF0U && lead <= 0xF4U && trails(3)) {
        return {static_cast<char32_t>((lead & 0x07U) << 18U | (byte(at + 1) & 0x3FU) << 12U |
                                      (byte(at + 2) & 0x3FU) << 6U | (byte(at + 3) & 0x3FU)),
                4};
    }
    return {lead, 1};
}

// The simple case pairs of Unicode's Latin, Greek and Cyrillic blocks: what row labels are made of.
char32_t lowered(char32_t c)
{
    const auto in = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
    if (in(U'A', U'Z') || (in(0xC0, 0xDE) && c != 0xD7) || (in(0x391, 0x3A9) && c != 0x3A2) ||
        in(0x410, 0x42F)) {
        return c + 0x20;
    }
    if (in(0x400, 0x40F)) {
        return c + 0x50;
    }
    if ((in(0x100, 0x137) && c != 0x130) || in(0x14A, 0x177)) {
        return c | 1U;
    }
    if (in(0x139, 0x148) || in(0x179, 0x17E)) {
        return c + (c & 1U);
    }
    return c;
}

// What people put between the parts of a seat's name, or leave out.
bool separates(char32_t c)
{
    switch (c) {
    case U' ':
    case U'\t':
    case U'-':
    case U'/':
    case U',':
    case U'.':
    case U':':
    case U'_':
    case 0xA0:
    case 0xB7:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x202F:
    case 0x3000:
        return true;
    default:
        return false;
    }
}

/// A name without case and separators. `breaks` are the places, counted in letters, where a
/// separator stood.
struct Folded {
    std::u32string letters;
    std::vector<std::size_t> breaks;

    void append(std::string_view text)
    {
        for (std::size_t i = 0; i < text.size();) {
            const CodePoint point = codePointAt(text, i);
            i += point.length;
            if (separates(point.value)) {
                breakHere();
            } else {
                letters.push_back(lowered(point.value));
            }
        }
    }
    void breakHere()
    {
        if (!letters.empty() && (breaks.empty() || breaks.back() != letters.size())) {
            breaks.push_back(letters.size());
        }
    }
    // A separator at the very end parts nothing.
    void finish()
    {
        if (!breaks.empty() && breaks.back() == letters.size()) {
            breaks.pop_back();
        }
    }
};

// In how many places two names of the same letters are parted differently.
std::size_t partedDifferently(const Folded& a, const Folded& b)
{
    std::size_t common = 0;
    for (const std::size_t place : a.breaks) {
        common += std::ranges::binary_search(b.breaks, place) ? 1U : 0U;
    }
    return a.breaks.size() + b.breaks.size() - 2 * common;
}

// Collects the seats whose names have the letters asked for, and of them those that are parted most
// like the question: "1-12" means row 1, not row 11.
class NameSearch {
public:
    explicit NameSearch(std::string_view label)
    {
        m_wanted.append(label);
        m_wanted.finish();
    }
    bool empty() const { return m_wanted.letters.empty(); }

    void lookIn(const SeatingPlan& plan, const Row& row, std::string_view section)
    {
        Folded prefix;
        prefix.append(section);
        prefix.breakHere();
        prefix.append(row.label);
        prefix.breakHere();
        if (!m_wanted.letters.starts_with(prefix.letters)) {
            return;
        }
        for (const SeatNumber seat : plan.seatsOf(row)) {
            Folded name = prefix;
            name.append(plan.seats[seat].number);
            name.finish();
            if (name.letters == m_wanted.letters) {
                offer(seat, partedDifferently(name, m_wanted));
            }
        }
    }
    std::vector<SeatNumber> take()
    {
        std::ranges::sort(m_found);
        m_found.erase(std::unique(m_found.begin(), m_found.end()), m_found.end());
        return std::move(m_found);
    }

private:
    void offer(SeatNumber seat, std::size_t difference)
    {
        if (difference < m_least) {
            m_least = difference;
            m_found.clear();
        }
        if (difference == m_least) {
            m_found.push_back(seat);
        }
    }

    Folded m_wanted;
    std::size_t m_least = std::numeric_limits<std::size_t>::max();
    std::vector<SeatNumber> m_found;
};

} // namespace

std::string SeatingPlan::seatLabel(SeatNumber seat) const
{
    ENSURE(seat < seats.size());
    const Seat& it = seats[seat];
    const Row& row = rows[it.row];
    const std::string& section = sections[row.section].label;
    std::string label;
    label.reserve(section.size() + row.label.size() + it.number.size() + 5);
    if (!section.empty()) {
        label.append(section).append(" \u00B7 ");
    }
    return label.append(row.label).append(" ").append(it.number);
}

std::optional<CategoryColour> categoryColourIn(std::string_view text)
{
    constexpr std::string_view kForm = "#RRGGBB";
    if (text.size() != kForm.size() || text.front() != '#') {
        return std::nullopt;
    }
    const auto channel = [&](std::size_t at, int& value) {
        const char* const end = text.data() + at + 2;
        return std::from_chars(text.data() + at, end, value, 16).ptr == end;
    };
    CategoryColour colour;
    // Signs are no digits, though from_chars would read them.
    const bool isSigned = text.find_first_of("+-") != std::string_view::npos;
    const bool isWhole =
        channel(1, colour.red) && channel(3, colour.green) && channel(5, colour.blue);
    return isWhole && !isSigned ? std::optional{colour} : std::nullopt;
}

std::optional<std::uint32_t> SeatingPlan::placeInRow(SeatNumber seat) const
{
    const Row& row = rows[seats[seat].row];
    for (std::uint32_t step = 0; step < row.count; ++step) {
        if (seatAt(row.first + step) == seat) {
            return step;
        }
    }
    return std::nullopt;
}

std::uint32_t SeatingPlan::seatCount() const
{
    return rows.empty() ? 0 : rows.back().first + rows.back().count;
}

std::int64_t SeatingPlan::standingCount() const
{
    std::int64_t places = 0;
    for (const StandingArea& area : areas) {
        places += area.capacity;
    }
    return places;
}

std::vector<SeatNumber> SeatingPlan::seatsNamed(std::string_view label) const
{
    NameSearch search{label};
    if (search.empty()) {
        return {};
    }
    for (const Row& row : rows) {
        search.lookIn(*this, row, {});
        if (!sections[row.section].label.empty()) {
            search.lookIn(*this, row, sections[row.section].label);
        }
    }
    return search.take();
}

} // namespace foyer
