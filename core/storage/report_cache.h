// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/reports/report_figures.h"
#include "core/storage/database.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

namespace foyer {

/// Which figures are asked for.
struct ReportFilter {
    std::vector<PerformanceId> performances; ///< empty: all, and what belongs to none
    std::int64_t fromDay = std::numeric_limits<std::int64_t>::min();
    std::int64_t toDay = std::numeric_limits<std::int64_t>::max(); ///< included
    /// As it was at a moment, which fell on this day.
    struct AsOf {
        Instant at;
        std::int64_t day = 0;
    };
    std::optional<AsOf> asOf = std::nullopt;
    bool isByDay = false; ///< else a line is about all days together, and its day is 0
};

struct ReportLine {
    ReportSubject subject;
    std::int64_t day = 0;
    ReportFigures figures;
};

/// The figures of a filter, in no particular order; a subject may come more than once. Reads what
/// is asked for, by day and performance, not the history. Throws StorageFailure.
void readReportLines(Database& database, OrganizerId organizer, const ReportFilter& filter,
                     const std::function<void(const ReportLine&)>& take);

} // namespace foyer
