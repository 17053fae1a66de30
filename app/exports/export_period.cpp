// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exports/export_period.h"

#include "core/calendar/clock_time.h"
#include "core/services/counter.h"
#include "core/services/offer_cache.h"

namespace foyer::app {
namespace {

/// When a day begins in the house, or so many days later.
Result<Instant> dayBegin(Counter& counter, const std::string& day, int later, const char* where)
{
    const auto& house = counter.offers().organizer();
    const std::string zone = house ? house->timeZone : "UTC";
    const auto clock = clockTimeFrom(day, ClockTime{});
    const auto time = clock ? instantOf(*clock, zone) : std::nullopt;
    return time ? Result<Instant>{shiftedByDays(time->instant, later, zone)}
                : usageError("bad_day", "Write the day like 2026-01-31.", where);
}

} // namespace

Result<ExportPeriod> exportPeriod(Counter& counter, const std::string& fromDay,
                                  const std::string& untilDay)
{
    ExportPeriod period;
    if (!fromDay.empty()) {
        const auto begin = dayBegin(counter, fromDay, 0, "--from-day");
        if (!begin) {
            return begin.error();
        }
        period.from = *begin;
    }
    if (!untilDay.empty()) {
        const auto end = dayBegin(counter, untilDay, 1, "--until-day");
        if (!end) {
            return end.error();
        }
        period.until = *end;
    }
    return period;
}

} // namespace foyer::app
