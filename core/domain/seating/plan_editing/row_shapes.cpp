// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/seating/plan_editing/edit_positions.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace foyer {
namespace {

constexpr float kAisleOfMedian = 1.8F; // see seat_stretches.h
constexpr float kAisleMade = 2.0F;     // so that rounding cannot close it

float gapBetween(PlanPoint a, PlanPoint b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

std::vector<float> gapsAlong(const DrawnRow& row)
{
    std::vector<float> gaps;
    for (std::size_t i = 1; i < row.seats.size(); ++i) {
        gaps.push_back(gapBetween(row.seats[i - 1].at, row.seats[i].at));
    }
    return gaps;
}

float medianGap(std::vector<float> gaps)
{
    if (gaps.empty()) {
        return 0;
    }
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::ranges::nth_element(gaps, middle);
    return *middle;
}

float usualGap(const PlanSketch& drawing)
{
    std::vector<float> gaps;
    for (const auto& row : drawing.rows) {
        const auto own = gapsAlong(*row);
        gaps.insert(gaps.end(), own.begin(), own.end());
    }
    return medianGap(std::move(gaps));
}

// An arc (or a line) from a row's first seat to its last.
class Bow {
public:
    Bow(PlanPoint from, PlanPoint to, float height) : m_from{from}, m_to{to}, m_height{height}
    {
        const float chord = gapBetween(from, to);
        m_along = {(to.x - from.x) / chord, (to.y - from.y) / chord};
        if (height != 0) {
            m_radius = (chord * chord / 4 + height * height) / (2 * std::abs(height));
            const float sine = std::clamp(chord / (2 * m_radius), 0.0F, 1.0F);
            m_half = std::abs(height) <= chord / 2 ? std::asin(sine)
                                                   : std::numbers::pi_v<float> - std::asin(sine);
        }
    }

    PlanPoint at(float share) const
    {
        if (m_height == 0) {
            return {m_from.x + (m_to.x - m_from.x) * share, m_from.y + (m_to.y - m_from.y) * share};
        }
        const PlanPoint right{-m_along.y, m_along.x};
        const float side = m_height > 0 ? 1.0F : -1.0F;
        const float depth = m_height - side * m_radius;
        const PlanPoint centre{(m_from.x + m_to.x) / 2 + right.x * depth,
                               (m_from.y + m_to.y) / 2 + right.y * depth};
        const float angle = (2 * share - 1) * m_half;
        const float across = side * m_radius * std::cos(angle);
        const float along = m_radius * std::sin(angle);
        return {centre.x + right.x * across + m_along.x * along,
                centre.y + right.y * across + m_along.y * along};
    }

private:
    PlanPoint m_from;
    PlanPoint m_to;
    PlanPoint m_along;
    float m_height;
    float m_radius = 0;
    float m_half = 0;
};

using ChangeRow = std::function<void(DrawnRow&)>;

PlanSketch withRowsChanged(const PlanSketch& drawing, const KeySet& selected,
                           const ChangeRow& change)
{
    PlanSketch next = drawing;
    for (auto& row : next.rows) {
        if (row->seats.size() > 1 && !row->ring && selected.hasSeatOf(*row)) {
            DrawnRow changed = *row;
            change(changed);
            row = std::make_shared<const DrawnRow>(std::move(changed));
        }
    }
    return next;
}

void bend(DrawnRow& row, float height)
{
    const auto gaps = gapsAlong(row);
    float whole = 0;
    for (const float gap : gaps) {
        whole += gap;
    }
    if (whole <= 0 || row.seats.front().at == row.seats.back().at) {
        return;
    }
    const Bow bow{row.seats.front().at, row.seats.back().at, height};
    float walked = 0;
    for (std::size_t i = 1; i + 1 < row.seats.size(); ++i) {
        walked += gaps[i - 1];
        row.seats[i].at = bow.at(walked / whole);
    }
}

void space(DrawnRow& row, float spacing)
{
    const auto gaps = gapsAlong(row);
    const float aisle = medianGap(gaps) * kAisleOfMedian;
    std::vector<PlanPoint> places{row.seats.front().at};
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        const PlanPoint a = row.seats[i].at;
        const PlanPoint b = row.seats[i + 1].at;
        const float wanted = aisle > 0 && gaps[i] > aisle ? gaps[i] : spacing;
        const PlanPoint way =
            gaps[i] > 0 ? PlanPoint{(b.x - a.x) / gaps[i], (b.y - a.y) / gaps[i]} : PlanPoint{1, 0};
        places.push_back({places.back().x + way.x * wanted, places.back().y + way.y * wanted});
    }
    // The row's middle stays.
    const PlanPoint was{(row.seats.front().at.x + row.seats.back().at.x) / 2,
                        (row.seats.front().at.y + row.seats.back().at.y) / 2};
    const PlanPoint is{(places.front().x + places.back().x) / 2,
                       (places.front().y + places.back().y) / 2};
    for (std::size_t i = 0; i < places.size(); ++i) {
        row.seats[i].at = {places[i].x + was.x - is.x, places[i].y + was.y - is.y};
    }
}

} // namespace

PlanSketch bent(const PlanSketch& drawing, const KeySet& selected, float bow)
{
    return withRowsChanged(drawing, selected, [bow](DrawnRow& row) { bend(row, bow); });
}

PlanSketch spaced(const PlanSketch& drawing, const KeySet& selected, float spacing)
{
    return spacing > 0
        ? withRowsChanged(drawing, selected, [spacing](DrawnRow& row) { space(row, spacing); })
        : drawing;
}

std::optional<PlanSketch> withAisleBehind(const PlanSketch& drawing, ObjectKey seat)
{
    constexpr std::size_t kRowWithMedian = 4; // of two gaps, the wider one is the median
    for (std::size_t index = 0; index < drawing.rows.size(); ++index) {
        const DrawnRow& row = *drawing.rows[index];
        const auto found = std::ranges::find(row.seats, seat, &DrawnSeat::key);
        if (found == row.seats.end()) {
            continue;
        }
        const auto place = static_cast<std::size_t>(found - row.seats.begin());
        if (row.ring || place + 1 >= row.seats.size() || row.seats.size() == 3) {
            return std::nullopt;
        }
        const float median =
            row.seats.size() < kRowWithMedian ? usualGap(drawing) : medianGap(gapsAlong(row));
        const PlanPoint a = row.seats[place].at;
        const PlanPoint b = row.seats[place + 1].at;
        const float gap = gapBetween(a, b);
        const float wider = std::max(median * kAisleMade - gap, median * (kAisleMade - 1));
        const PlanPoint way =
            gap > 0 ? PlanPoint{(b.x - a.x) / gap, (b.y - a.y) / gap} : PlanPoint{1, 0};
        DrawnRow changed = row;
        for (std::size_t i = place + 1; i < changed.seats.size(); ++i) {
            PlanPoint& at = changed.seats[i].at;
            at = {at.x + way.x * wider, at.y + way.y * wider};
        }
        PlanSketch next = drawing;
        next.rows[index] = std::make_shared<const DrawnRow>(std::move(changed));
        return next;
    }
    return std::nullopt;
}

} // namespace foyer
