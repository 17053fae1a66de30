// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"

#include <QRectF>

#include <optional>
#include <vector>

namespace foyer::ui {

/// Where the seats of a plan lie, in a grid of cells, so that the seats of a window and the seat at
/// a point are found without looking at all. Seats are kept in "slots": in the order of their
/// cells, so that a row of cells is one run of memory.
class SeatIndex {
public:
    /// Linear in the seats; the plan must stay alive. Retired seats are not there.
    explicit SeatIndex(const SeatingPlan& plan);

    /// Half-open run of slots.
    struct Run {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
    };

    /// Runs that together hold every seat inside `window` (plan units) and few others.
    void runsIn(const QRectF& window, std::vector<Run>& runs) const;
    /// The seat whose middle is nearest to `point`, no farther than `reach` (plan units).
    std::optional<SeatNumber> nearest(QPointF point, double reach) const;

    /// A tight distance between neighbouring seats: what nine of ten seats keep at least.
    double pitch() const { return m_pitch; }
    /// The size a seat is drawn with, in plan units, so that neighbours do not touch.
    double diameter() const { return m_diameter; }
    /// Around the middles of all seats; null for a plan without seats.
    QRectF bounds() const { return m_bounds; }

    std::size_t size() const { return m_seatOf.size(); }
    /// For seats that are not retired.
    std::uint32_t slotOf(SeatNumber seat) const { return m_slotOf[seat]; }
    SeatNumber seatOf(std::uint32_t slot) const { return m_seatOf[slot]; }
    const float* xs() const { return m_x.data(); }
    const float* ys() const { return m_y.data(); }

private:
    void measureBounds(const SeatingPlan& plan);
    void fillCells(const SeatingPlan& plan);
    void measurePitch();
    int columnOf(double x) const;
    int rowOf(double y) const;
    std::optional<std::uint32_t> nearestSlot(QPointF point, double reach,
                                             std::optional<std::uint32_t> except) const;

    QRectF m_bounds;
    double m_cell = 1;
    int m_columns = 0;
    int m_rows = 0;
    double m_pitch = 0;
    double m_diameter = 0;
    std::vector<std::uint32_t> m_cellStart;
    std::vector<float> m_x;
    std::vector<float> m_y;
    std::vector<SeatNumber> m_seatOf;
    std::vector<std::uint32_t> m_slotOf;
};

} // namespace foyer::ui
