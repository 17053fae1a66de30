// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/notices/notice.h"
#include "core/domain/reports/sales_report.h"
#include "core/domain/seating/seat_state.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// How full a performance is.
struct OccupancyReport {
    struct Category {
        CategoryId id;
        std::string name;
        std::optional<std::int64_t> places; ///< of its own: seats; nothing: it shares the room
        std::int64_t sold = 0;
        std::int64_t held = 0;
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
    std::vector<Category> categories;
    /// By seat number, of the whole house: Free, Sold, Held, NoPrice; empty without seats.
    std::vector<SeatState> seats;
    std::int64_t free() const { return std::max<std::int64_t>(capacity - sold - held, 0); }
};

/// How tickets came in, beside earlier performances of the same event.
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
        std::int64_t tickets() const { return points.empty() ? 0 : points.back().tickets; }
        /// How many there were so many days before.
        std::int64_t ticketsAt(std::int64_t daysBefore) const;
    };
    ReportHead head;
    std::string event;
    Line line;
    std::vector<Line> earlier;   ///< the latest first
    std::int64_t daysBefore = 0; ///< of the moment that is reported
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
