// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/notices/notice.h"
#include "core/domain/reports/sales_report.h"
#include "core/domain/seating/seating_plan.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// What became of a seat of a performance.
enum class SeatFate : std::uint8_t {
    Free,
    Held,
    Sold,    ///< nobody has come for it, or not yet
    Came,    ///< sold, and somebody was let in
    NotCome, ///< sold, and nobody was let in until the performance was over
    Closed,  ///< no price category of the event stands for it, or it is not in the room any more
};

/// How full a performance is.
struct OccupancyReport {
    /// Of a price category, or of a section of the plan.
    struct Part {
        std::string name;
        std::optional<std::int64_t> places; ///< of its own: seats; nothing: it shares the room
        std::int64_t sold = 0;
        std::int64_t held = 0;
        std::int64_t came = 0; ///< of those that are sold
        std::int64_t free() const
        {
            return places ? std::max<std::int64_t>(*places - sold - held, 0) : 0;
        }
    };
    ReportHead head;
    PerformanceId performance;
    std::string event;
    Instant startsAt;
    std::string timeZone; ///< of the performance
    std::int64_t capacity = 0;
    std::int64_t sold = 0;
    std::int64_t held = 0;
    std::int64_t came = 0;
    bool isOver = false; ///< at the moment that is reported; who is not here does not come any more
    std::vector<Part> categories; ///< of the event
    std::vector<Part> sections;   ///< by section of the plan; its seats, no standing places
    std::shared_ptr<const SeatingPlan> plan; ///< as it is now; null without seats
    std::vector<SeatFate> seats;             ///< by seat number of the plan
    std::int64_t free() const { return std::max<std::int64_t>(capacity - sold - held, 0); }
};

/// How tickets came in, beside other performances.
struct BookingCurve {
    struct Point {
        std::int64_t daysBefore = 0; ///< below zero: after the day of the performance
        std::int64_t tickets = 0;    ///< net, all until then
    };
    struct Line {
        PerformanceId performance;
        Instant startsAt;
        std::string timeZone;
        std::vector<Point>
            points; ///< from the earliest to the latest; days without change are left out
        std::string event = {};
        std::int64_t daysLeft = 0; ///< at the moment that is reported; below zero: it is past
        std::int64_t tickets() const { return points.empty() ? 0 : points.back().tickets; }
        /// How many there were so many days before.
        std::int64_t ticketsAt(std::int64_t daysBefore) const;
    };
    ReportHead head;
    std::string event;
    Line line;
    std::vector<Line> earlier; ///< of the same event, the latest first; or those that were chosen
    bool isChosen = false;
};

/// Who came to a performance, of tickets that are valid.
struct AttendanceReport {
    struct Row {
        std::string key;
        std::string name;
        std::int64_t valid = 0; ///< of gates 0
        std::int64_t admitted = 0;
        std::int64_t again = 0; ///< how often somebody came in again
        std::int64_t notCome() const { return valid - admitted; }
    };
    struct Arrivals {
        Instant from; ///< the quarter of an hour that begins then
        std::int64_t admitted = 0;
    };
    ReportHead head;
    PerformanceId performance;
    std::string event;
    Instant startsAt;
    std::string timeZone;
    std::int64_t valid = 0;
    std::int64_t admitted = 0;
    std::int64_t again = 0;
    std::int64_t inside = 0;
    std::int64_t refused = 0; ///< scans of its tickets that let nobody in
    bool isOver = false;      ///< at the moment that is reported
    std::vector<Row> types;
    std::vector<Row> gates;
    std::vector<Arrivals> arrivals; ///< without those in which nobody came
    std::int64_t notCome() const { return valid - admitted; }
};

/// What somebody who runs the house looks at first.
struct Dashboard {
    struct Coming {
        PerformanceId performance;
        std::string event;
        Instant startsAt;
        std::string timeZone;
        std::int64_t capacity = 0;
        std::int64_t sold = 0;
        bool isCancelled = false;
    };
    ReportHead head;
    std::vector<SalesRow> today;           ///< one for each currency
    std::vector<SalesRow> sevenDaysBefore; ///< the same day of the week before
    std::vector<Coming> coming;            ///< by start
    std::vector<Notice> alerts;            ///< that are open; only those the operator may know of
};

} // namespace foyer
