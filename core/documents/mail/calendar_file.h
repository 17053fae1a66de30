// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer {

/// A performance as calendars have it.
struct CalendarEvent {
    std::string uid;           ///< the same in every mail about it, so that a later one replaces it
    std::int64_t sequence = 0; ///< of two with the same uid the higher one stands; below 2^31
    Instant startsAt;
    std::string timeZone; ///< IANA name; one that the system does not know gives UTC
    std::string summary;
    std::string location;
    std::string description;
    bool isCancelled = false;
    std::optional<Instant> endsAt = {};
    std::optional<Instant> changedAt = {}; ///< said as LAST-MODIFIED
};

/// An iCalendar file (RFC 5545) of these, with the rules of their time zones for the year around
/// them. `now`: when it was made.
std::string calendarFile(const std::vector<CalendarEvent>& events, Instant now);

} // namespace foyer
