// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// What a clock on the wall shows, without a place.
struct ClockTime {
    int year = 1970;
    int month = 1; ///< 1 to 12
    int day = 1;   ///< 1 to 31
    int hour = 0;
    int minute = 0;
    friend auto operator<=>(const ClockTime&, const ClockTime&) = default;
};

/// Reads "2026-11-28 19:30", also with T between, and the form of RFC 5545 "20261128T193000"; of a
/// date alone ("2026-11-28", "20261128") `hour` and `minute` stay as they are in `otherwise`.
/// Nothing for what is no date or no time.
std::optional<ClockTime> clockTimeFrom(std::string_view text,
                                       const std::optional<ClockTime>& otherwise = std::nullopt);
/// "2026-11-28 19:30".
std::string clockText(const ClockTime& time);

/// When the clocks of a place show a time.
struct ClockInstant {
    Instant instant;               ///< the first, where clocks that go back show it twice …
    std::optional<Instant> second; ///< … and this the other
    /// The clocks go forward over it: they never show it. Then `instant` is as RFC 5545 §3.3.5 has
    /// it, by the offset before the change, which is later by what is skipped.
    bool isSkipped = false;
    friend bool operator==(const ClockInstant&, const ClockInstant&) = default;
};
/// Nothing for a time zone that is not known here.
std::optional<ClockInstant> instantOf(const ClockTime& time, const std::string& timeZone);
std::optional<ClockTime> clockTimeAt(Instant instant, const std::string& timeZone);

/// The same time of day so many days later, or earlier; an hour that is skipped there is taken as
/// instantOf() does. In a zone that is not known, days of 24 hours.
Instant shiftedByDays(Instant instant, int days, const std::string& timeZone);

} // namespace foyer
