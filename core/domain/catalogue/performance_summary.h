// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"

#include <string>

namespace foyer {

/// A performance as lists show it.
struct PerformanceSummary {
    PerformanceId id;
    std::string event;
    std::string subtitle;
    std::string venue;
    Instant startsAt;
    std::string timeZone;
    std::int64_t capacity = 0; ///< tickets that may exist
    std::int64_t left = 0;     ///< tickets this counter may still sell
    bool seated = false;       ///< has numbered seats
    bool onSale = true;
    bool cancelled = false;
    bool postponed = false; ///< it has no date that holds; tickets stay valid
    friend bool operator==(const PerformanceSummary&, const PerformanceSummary&) = default;
};

} // namespace foyer
