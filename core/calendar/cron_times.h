// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <bitset>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// The times of a line of cron: minute, hour, day of the month, month, day of the week (0 and 7 are
/// Sunday), each `*`, a number, a range `a-b`, a step `/n` of either, or several of them with
/// commas; months and days of the week by their three letters, too; or @hourly, @daily, @weekly,
/// @monthly, @yearly. Where both days are given, either will do, as POSIX has it
/// (https://pubs.opengroup.org/onlinepubs/9699919799/utilities/crontab.html).
class CronTimes {
public:
    /// Bad input "bad_cron": `where` is the field that does not fit.
    static Result<CronTimes> parse(std::string_view line);

    /// The first time after an instant, by the clocks of an IANA time zone. A time that the clocks
    /// skip comes as much later as they jump; one that they show twice comes once, the first time.
    /// Nothing where there is none within eight years (30 February), or no such zone.
    std::optional<Instant> next(Instant after, const std::string& timeZone) const;

private:
    bool fitsDay(int year, int month, int day) const;

    std::bitset<60> m_minutes;
    std::bitset<24> m_hours;
    std::bitset<32> m_days;
    std::bitset<13> m_months;
    std::bitset<7> m_weekdays;
    bool m_anyDay = false;     ///< the day of the month begins with `*`
    bool m_anyWeekday = false; ///< the day of the week does
};

} // namespace foyer
