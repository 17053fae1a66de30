// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/sell/seat_map/seat_index.h"

#include "core/domain/seating/plan_bounds.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foyer::ui {
namespace {

constexpr double kSeatsPerCell = 6;
constexpr int kMostCellsPerSide = 1024;
constexpr double kLonelySeat = 24; // plan units; a plan of one seat has no distance to go by
constexpr double kDiameterOfPitch = 0.84;

} // namespace

SeatIndex::SeatIndex(const SeatingPlan& plan)
{
    if (plan.seatCount() == 0) {
        m_cellStart.assign(1, 0);
        m_pitch = kLonelySeat;
        m_diameter = kLonelySeat * kDiameterOfPitch;
        return;
    }
    measureBounds(plan);
    fillCells(plan);
    measurePitch();
}

void SeatIndex::measureBounds(const SeatingPlan& plan)
{
    PlanBounds around;
    for (const Seat& seat : plan.seats) {
        if (!seat.retired) {
            around.take(seat.at);
        }
    }
    m_bounds =
        QRectF(around.left, around.top, around.right - around.left, around.bottom - around.top);
}

void SeatIndex::fillCells(const SeatingPlan& plan)
{
    const double count = static_cast<double>(plan.seatCount());
    const double longest = std::max({m_bounds.width(), m_bounds.height(), 1.0});
    const double area = std::max(m_bounds.width() * m_bounds.height(), longest);
    m_cell = std::max(std::sqrt(area * kSeatsPerCell / count), longest / kMostCellsPerSide);
    m_columns = static_cast<int>(m_bounds.width() / m_cell) + 1;
    m_rows = static_cast<int>(m_bounds.height() / m_cell) + 1;

    const auto cells = static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
    std::vector<std::uint32_t> cellOf(plan.seats.size());
    m_cellStart.assign(cells + 1, 0);
    for (std::size_t i = 0; i < plan.seats.size(); ++i) {
        if (plan.seats[i].retired) {
            continue;
        }
        const PlanPoint at = plan.seats[i].at;
        cellOf[i] = static_cast<std::uint32_t>(rowOf(at.y) * m_columns + columnOf(at.x));
        ++m_cellStart[cellOf[i] + 1];
    }
    for (std::size_t cell = 0; cell < cells; ++cell) {
        m_cellStart[cell + 1] += m_cellStart[cell];
    }
    std::vector<std::uint32_t> next(m_cellStart.begin(), m_cellStart.end() - 1);
    m_x.resize(plan.seatCount());
    m_y.resize(plan.seatCount());
    m_seatOf.resize(plan.seatCount());
    m_slotOf.resize(plan.seats.size());
    for (std::size_t i = 0; i < plan.seats.size(); ++i) {
        if (plan.seats[i].retired) {
            continue;
        }
        const std::uint32_t slot = next[cellOf[i]]++;
        m_x[slot] = plan.seats[i].at.x;
        m_y[slot] = plan.seats[i].at.y;
        m_seatOf[slot] = static_cast<SeatNumber>(i);
        m_slotOf[i] = slot;
    }
}

void SeatIndex::measurePitch()
{
    constexpr std::size_t kSamples = 2000;
    const std::size_t step = std::max<std::size_t>(1, size() / kSamples);
    std::vector<double> distances;
    for (std::size_t slot = 0; slot < size(); slot += step) {
        const QPointF at(m_x[slot], m_y[slot]);
        const auto other =
            nearestSlot(at, std::numeric_limits<double>::max(), static_cast<std::uint32_t>(slot));
        if (other) {
            const double distance = std::hypot(m_x[*other] - at.x(), m_y[*other] - at.y());
            if (distance > 0) {
                distances.push_back(distance);
            }
        }
    }
    m_pitch = kLonelySeat;
    if (!distances.empty()) {
        const auto tenth = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 10);
        std::nth_element(distances.begin(), tenth, distances.end());
        m_pitch = *tenth;
    }
    m_diameter = m_pitch * kDiameterOfPitch;
}

int SeatIndex::columnOf(double x) const
{
    return static_cast<int>(std::clamp((x - m_bounds.left()) / m_cell, 0.0, m_columns - 1.0));
}

int SeatIndex::rowOf(double y) const
{
    return static_cast<int>(std::clamp((y - m_bounds.top()) / m_cell, 0.0, m_rows - 1.0));
}

void SeatIndex::runsIn(const QRectF& window, std::vector<Run>& runs) const
{
    runs.clear();
    if (size() == 0 || window.right() < m_bounds.left() || window.left() > m_bounds.right() ||
        window.bottom() < m_bounds.top() || window.top() > m_bounds.bottom()) {
        return;
    }
    const int firstColumn = columnOf(window.left());
    const int lastColumn = columnOf(window.right());
    const int lastRow = rowOf(window.bottom());
    for (int row = rowOf(window.top()); row <= lastRow; ++row) {
        const auto start = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns);
        const Run run{m_cellStart[start + static_cast<std::size_t>(firstColumn)],
                      m_cellStart[start + static_cast<std::size_t>(lastColumn) + 1]};
        if (run.from != run.to) {
            runs.push_back(run);
        }
    }
}

std::optional<SeatNumber> SeatIndex::nearest(QPointF point, double reach) const
{
    const auto slot = nearestSlot(point, reach, std::nullopt);
    return slot ? std::optional(m_seatOf[*slot]) : std::nullopt;
}

std::optional<std::uint32_t> SeatIndex::nearestSlot(QPointF point, double reach,
                                                    std::optional<std::uint32_t> except) const
{
    if (size() == 0) {
        return std::nullopt;
    }
    std::optional<std::uint32_t> found;
    double best = reach;
    const int column = columnOf(point.x());
    const int row = rowOf(point.y());
    const int rings = std::max(m_columns, m_rows);
    // Where the point lies outside the grid, every cell is farther than its ring says by this much.
    const double outside =
        std::hypot(std::max({0.0, m_bounds.left() - point.x(), point.x() - m_bounds.right()}),
                   std::max({0.0, m_bounds.top() - point.y(), point.y() - m_bounds.bottom()}));
    for (int ring = 0; ring <= rings && std::max((ring - 1) * m_cell, outside) <= best; ++ring) {
        for (int r = std::max(0, row - ring); r <= std::min(m_rows - 1, row + ring); ++r) {
            const bool edge = std::abs(r - row) == ring;
            const int stride = edge || ring == 0 ? 1 : 2 * ring;
            for (int c = column - ring; c <= column + ring; c += stride) {
                if (c < 0 || c >= m_columns) {
                    continue;
                }
                const auto cell = static_cast<std::size_t>(r * m_columns + c);
                for (std::uint32_t slot = m_cellStart[cell]; slot < m_cellStart[cell + 1]; ++slot) {
                    const double distance =
                        std::hypot(m_x[slot] - point.x(), m_y[slot] - point.y());
                    if (distance <= best && slot != except) {
                        best = distance;
                        found = slot;
                    }
                }
            }
        }
    }
    return found;
}

} // namespace foyer::ui
