// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/drawing_warnings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace foyer {
namespace {

constexpr float kCellsMost = 1e15F; // whatever an entry of somebody else says

using WarningKind = DrawingWarning::Kind;

// How far two colours lie apart, black and white being some 765: Riemersma's low-cost
// approximation ("redmean"), which weighs channels about as eyes do.
double distanceOf(const CategoryColour& one, const CategoryColour& other)
{
    const double red = one.red - other.red;
    const double green = one.green - other.green;
    const double blue = one.blue - other.blue;
    const double mean = (one.red + other.red) / 2.0;
    return std::sqrt((2 + mean / 256) * red * red + 4 * green * green +
                     (2 + (255 - mean) / 256) * blue * blue);
}

bool areAlike(const std::string& one, const std::string& other)
{
    constexpr double kHardlyDifferent = 60;
    const auto a = categoryColourIn(one);
    const auto b = categoryColourIn(other);
    return a && b && distanceOf(*a, *b) < kHardlyDifferent;
}

class Warnings {
public:
    explicit Warnings(const PlanSketch& drawing) : m_drawing{drawing} {}

    std::vector<DrawingWarning> all()
    {
        overlaps();
        labels();
        categories();
        outsiders();
        companions();
        for (const auto& area : m_drawing.areas) {
            if (area->area.outline.size() < 3) {
                note(WarningKind::AreaWithoutOutline, area->area.label, area->key);
            }
        }
        if (m_drawing.rows.empty() && m_drawing.areas.empty()) {
            note(WarningKind::Empty, {}, std::nullopt);
        }
        std::vector<DrawingWarning> list;
        for (auto& [kind, warning] : m_found) {
            list.push_back(std::move(warning));
        }
        return list;
    }

private:
    void note(WarningKind kind, std::string what, std::optional<ObjectKey> where)
    {
        const auto [found, isFirst] =
            m_found.emplace(kind, DrawingWarning{kind, std::move(what), 1, where});
        found->second.count += isFirst ? 0U : 1U;
    }
    std::string nameOf(const DrawnRow& row, const DrawnSeat& seat) const
    {
        const DrawnSection* section = m_drawing.section(row.section);
        const std::string label = section != nullptr ? section->section.label : std::string{};
        return (label.empty() ? "" : label + " \u00B7 ") + row.label + " " + seat.number;
    }
    void overlaps();
    void labels();
    void categories();
    void outsiders();
    void companions();
    float usualDistance() const;

    const PlanSketch& m_drawing;
    std::map<WarningKind, DrawingWarning> m_found;
};

float Warnings::usualDistance() const
{
    std::vector<float> gaps;
    for (const auto& row : m_drawing.rows) {
        for (std::size_t i = 1; i < row->seats.size(); ++i) {
            const PlanPoint a = row->seats[i - 1].at;
            const PlanPoint b = row->seats[i].at;
            gaps.push_back(std::hypot(b.x - a.x, b.y - a.y));
        }
    }
    if (gaps.empty()) {
        return 1;
    }
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::ranges::nth_element(gaps, middle);
    return std::max(*middle, 0.02F);
}

// Seats in a grid of cells as wide as the distance asked for: only neighbouring cells matter.
void Warnings::overlaps()
{
    const float least = usualDistance() / 2;
    struct Placed {
        PlanPoint at;
        const DrawnRow* row;
        const DrawnSeat* seat;
    };
    std::unordered_map<std::uint64_t, std::vector<Placed>> cells;
    const auto cellOf = [least](float x) {
        return static_cast<std::int64_t>(
            std::floor(std::clamp(x / least, -kCellsMost, kCellsMost)));
    };
    const auto keyOf = [](std::int64_t x, std::int64_t y) {
        return static_cast<std::uint64_t>(x) << 32U ^ static_cast<std::uint32_t>(y);
    };
    for (const auto& row : m_drawing.rows) {
        for (const DrawnSeat& seat : row->seats) {
            const std::int64_t x = cellOf(seat.at.x);
            const std::int64_t y = cellOf(seat.at.y);
            bool isTaken = false;
            for (std::int64_t step = 0; step < 9 && !isTaken; ++step) {
                const auto cell = cells.find(keyOf(x + step % 3 - 1, y + step / 3 - 1));
                isTaken =
                    cell != cells.end() &&
                    std::ranges::any_of(cell->second, [&](const Placed& other) {
                        return std::hypot(other.at.x - seat.at.x, other.at.y - seat.at.y) < least;
                    });
            }
            if (isTaken) {
                note(WarningKind::SeatsOverlap, nameOf(*row, seat), seat.key);
            } else {
                cells[keyOf(x, y)].push_back({seat.at, row.get(), &seat});
            }
        }
    }
}

void Warnings::labels()
{
    std::unordered_set<std::string> names;
    for (const auto& row : m_drawing.rows) {
        if (row->label.empty()) {
            note(WarningKind::RowWithoutLabel, nameOf(*row, row->seats.front()),
                 row->seats.front().key);
        }
        for (const DrawnSeat& seat : row->seats) {
            if (seat.number.empty()) {
                note(WarningKind::SeatWithoutNumber, nameOf(*row, seat), seat.key);
            } else if (!names
                            .insert(std::to_string(row->section) + '\x1F' + row->label + '\x1F' +
                                    seat.number)
                            .second) {
                note(WarningKind::SameLabel, nameOf(*row, seat), seat.key);
            }
        }
    }
}

void Warnings::categories()
{
    std::vector<bool> used(m_drawing.categories.size(), false);
    for (const auto& row : m_drawing.rows) {
        for (const DrawnSeat& seat : row->seats) {
            used[seat.category] = true;
        }
    }
    for (const auto& area : m_drawing.areas) {
        used[area->area.category] = true;
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
        const PlanCategory& category = m_drawing.categories[i];
        if (!used[i]) {
            note(WarningKind::CategoryUnused, category.name, std::nullopt);
        } else if (category.colour.empty()) {
            note(WarningKind::CategoryWithoutColour, category.name, std::nullopt);
        }
        for (std::size_t other = 0; other < i && used[i]; ++other) {
            if (used[other] && areAlike(m_drawing.categories[other].colour, category.colour)) {
                note(WarningKind::CategoriesAlike, category.name, std::nullopt);
                break;
            }
        }
    }
}

bool isInside(const std::vector<PlanPoint>& outline, PlanPoint at)
{
    bool inside = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const PlanPoint a = outline[i];
        const PlanPoint b = outline[j];
        if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x) {
            inside = !inside;
        }
    }
    return inside;
}

void Warnings::outsiders()
{
    for (const auto& row : m_drawing.rows) {
        const DrawnSection* section = m_drawing.section(row->section);
        if (section == nullptr || section->section.outline.size() < 3) {
            continue;
        }
        for (const DrawnSeat& seat : row->seats) {
            if (!isInside(section->section.outline, seat.at)) {
                note(WarningKind::SeatOutsideSection, nameOf(*row, seat), seat.key);
            }
        }
    }
}

void Warnings::companions()
{
    for (const auto& row : m_drawing.rows) {
        const auto& seats = row->seats;
        for (std::size_t i = 0; i < seats.size(); ++i) {
            const auto isCompanion = [&](std::size_t place) {
                return place < seats.size() && seats[place].has(SeatTrait::Companion);
            };
            if (seats[i].has(SeatTrait::Accessible) && !isCompanion(i + 1) &&
                !(i > 0 && isCompanion(i - 1))) {
                note(WarningKind::AccessibleAlone, nameOf(*row, seats[i]), seats[i].key);
            }
        }
    }
}

} // namespace

std::vector<DrawingWarning> warningsOf(const PlanSketch& drawing)
{
    return Warnings{drawing}.all();
}

} // namespace foyer
