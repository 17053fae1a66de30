// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <limits>
#include <string>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::app {

/// A time from whole days of the house's clocks.
struct ExportPeriod {
    Instant from{0};
    Instant until{std::numeric_limits<std::int64_t>::max()}; ///< not included
};

/// From the beginning of a day to the end of another, written "2026-01-31"; an empty one leaves
/// that side open. Usage error bad_day.
Result<ExportPeriod> exportPeriod(Counter& counter, const std::string& fromDay,
                                  const std::string& untilDay);

} // namespace foyer::app
