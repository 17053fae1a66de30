// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/seating/seating_plan.h"
#include "ui/sell/seat_map/seat_index.h"

#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <string_view>
#include <unordered_map>
#include <vector>

namespace foyer::ui {

/// What drawing a plan needs to know beyond the plan itself. Made once per plan; all in plan units.
struct SeatMapGeometry {
    struct SectionPlace {
        QString label;
        QPolygonF outline; ///< may be empty
        QRectF bounds;     ///< of outline and seats; null for a section without either
        QRectF body;       ///< of the seats alone, or the bounds where there are none
        QPointF heart; ///< the middle of the body, or the seat nearest to it where none is there
        QPointF crown; ///< the topmost seat near the middle of the body's width, else of all
    };
    struct TablePlace {
        QString label;
        QPointF middle;
        double radius = 0; ///< of a round table; 0 for one with corners
        QPolygonF outline; ///< of a table with corners
        QRectF bounds;
    };
    /// Where a row says its name: beside its first and last seat, unless something stands there.
    struct RowEnd {
        QPointF at;
        std::uint32_t text = 0; ///< index into texts
        double outward = 0;     ///< -1 … 1: a long name grows away from the row, left or right
    };
    struct AreaPlace {
        QPolygonF outline;
        QRectF bounds;
    };

    /// The plan must outlive this. Linear; 60,000 seats take a few milliseconds.
    explicit SeatMapGeometry(const SeatingPlan& plan);

    SeatIndex index;
    QRectF content;                     ///< around everything that is drawn
    std::vector<SectionPlace> sections; ///< by section of the plan
    std::vector<TablePlace> tables;
    std::vector<AreaPlace> areas;  ///< by standing area of the plan
    std::vector<QPolygonF> shapes; ///< by shape of the plan
    std::vector<RowEnd> rowEnds;
    std::vector<QString> texts;          ///< seat numbers and row labels, each once
    std::vector<std::uint32_t> numberOf; ///< by slot: index into texts

private:
    using NamedShapes = std::unordered_multimap<std::string_view, const PlanShape*>;
    using Cells = std::unordered_map<std::uint64_t, std::size_t>;

    void placeSections(const SeatingPlan& plan);
    void placeHearts(const SeatingPlan& plan);
    void placeCrowns(const SeatingPlan& plan);
    void placeRows(const SeatingPlan& plan);
    void placeRowEnd(const RowEnd& end);
    void placeTable(const SeatingPlan& plan, const Row& row, const NamedShapes& drawn);
    void placeRowEnds(const SeatingPlan& plan, const Row& row, std::uint32_t text);
    void placeFloor(const SeatingPlan& plan);
    void nameSeats(const SeatingPlan& plan);
    void measureContent();

    Cells m_endCells; // cell of the room to row end, while rows are placed
};

} // namespace foyer::ui
