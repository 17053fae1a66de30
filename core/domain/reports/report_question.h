// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/domain/reports/sales_report.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foyer {

/// One report that somebody asks for.
struct ReportQuestion {
    enum class Kind : std::uint8_t {
        Dashboard,
        Sales,
        Occupancy,
        Curve,
        Settlement,
        Tax,
        Attendance,
    };
    Kind kind = Kind::Dashboard;
    SalesGrouping grouping = SalesGrouping::Event; ///< of sales
    ReportScope scope;
    /// Of a booking curve: beside these; none: beside earlier performances of the same event.
    std::vector<PerformanceId> beside = {};
    friend bool operator==(const ReportQuestion&, const ReportQuestion&) = default;

    /// Whether it is about one performance, and no period.
    bool isOfOnePerformance() const
    {
        return kind == Kind::Occupancy || kind == Kind::Curve || kind == Kind::Attendance;
    }
};

/// How far the sums of reports are: they are brought up to date outside of any sale, by whoever
/// asks for a report, and in quiet moments.
struct ReportsReady {
    bool isReady = false;
    double done = 0; ///< of the first time, 0 … 1
};

/// Events and performances that a report can be about, the latest start first.
struct ReportChoices {
    struct Performance {
        PerformanceId id;
        EventId event;
        std::string name; ///< of the event
        Instant startsAt;
        std::string timeZone;
    };
    std::string timeZone; ///< of the house
    Instant now;
    std::int64_t today = 0;
    std::vector<Performance> performances;
};

} // namespace foyer
