// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/calendar/clock_time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// More dates than that are made in several steps.
inline constexpr std::size_t kSeriesDatesMax = 1'000;

/// Dates by a rule of RFC 5545, as the clocks of a place show them. Dates and times as of
/// clockTimeFrom().
struct SeriesRule {
    std::string start;    ///< "2026-11-28 19:30": the rule counts from there, and takes its time
    std::string rule;     ///< "FREQ=WEEKLY;BYDAY=FR,SA;COUNT=20"; empty: start and extra alone
    std::string timeZone; ///< IANA
    std::vector<std::string> except = {}; ///< EXDATE: a date (all of that day), or date and time
    std::vector<std::string> extra = {};  ///< RDATE: a date (at the time of the start), or both
    std::optional<std::int64_t> doorsBeforeMinutes = {};
    std::optional<std::int64_t> lastsMinutes = {};
};

/// One date of a series.
struct SeriesDate {
    ClockTime shown; ///< as asked for
    Instant startsAt;
    std::optional<Instant> doorsAt;
    std::optional<Instant> endsAt;
    /// The clocks go forward over this time: it starts later by what they skip.
    bool isSkipped = false;
    /// The clocks show this time twice: it starts at the first.
    bool isTwice = false;
    friend bool operator==(const SeriesDate&, const SeriesDate&) = default;
};

/// The dates that a rule makes, by their start, each once. The start is one of them only where the
/// rule says so. Bad input, `where` names the member of SeriesRule: unknown_time_zone, bad_date,
/// bad_rule (not RFC 5545, or more often than daily), bad_offset (negative, or longer than two
/// days), too_many_dates (more than kSeriesDatesMax), too_far (beyond 30 years), no_dates.
Result<std::vector<SeriesDate>> seriesDates(const SeriesRule& rule);

} // namespace foyer
