// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <optional>
#include <string>

namespace foyer {

/// Whether this computer knows an IANA time zone.
bool isTimeZoneKnown(const std::string& timeZone);

/// What the clocks of a place mean by a time.
struct LocalInstant {
    Instant instant; ///< the first, where a clock change makes the time happen twice …
    std::optional<Instant> second; ///< … and this the other
};

/// The instant of a date ("2026-11-28", or "+3" for three days after today, as of `now`) and a time
/// of day ("19:30") in a time zone. Bad input "bad_season": not a date, not a time, no such time on
/// that day because the clocks go forward.
Result<LocalInstant> localInstant(const std::string& date, const std::string& time,
                                  const std::string& timeZone, Instant now);

} // namespace foyer
