// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calendar/date_series.h"

#include "core/calendar/local_instant.h"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <set>

namespace foyer {
namespace {

constexpr std::size_t kRuleTextMax = 500;
constexpr std::int64_t kOffsetMinutesMax = 2 * 24 * 60;
constexpr std::int64_t kMinuteMs = 60'000;
/// What a rule is asked for before its dates are too many: some may be taken out again.
constexpr std::size_t kOccurrencesMax = 2 * kSeriesDatesMax;
/// Nobody plans further, and a rule without an end has to end somewhere.
constexpr int kYearsMax = 30;

struct EndIteration {
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

icaltimetype icalOf(const ClockTime& time)
{
    icaltimetype ical = icaltime_null_time();
    ical.year = time.year;
    ical.month = time.month;
    ical.day = time.day;
    ical.hour = time.hour;
    ical.minute = time.minute;
    return ical;
}

ClockTime clockOf(const icaltimetype& ical)
{
    return {ical.year, ical.month, ical.day, ical.hour, ical.minute};
}

Error badSeriesRule(std::string message)
{
    return badInput("bad_rule", std::move(message), "rule");
}

/// The end of a rule as the clocks of the place show it, as its dates are; a day is all of it.
Result<void> endInPlace(icalrecurrencetype& rule, const std::string& timeZone)
{
    if (icaltime_is_null_time(rule.until) != 0) {
        return {};
    }
    if (rule.until.is_date != 0) {
        rule.until.is_date = 0;
        rule.until.hour = 23;
        rule.until.minute = 59;
        rule.until.second = 59;
        return {};
    }
    if (icaltime_is_utc(rule.until) == 0) {
        return {};
    }
    const auto instant = instantOf(clockOf(rule.until), "UTC");
    const auto local = instant ? clockTimeAt(instant->instant, timeZone) : std::nullopt;
    if (!local) {
        return badSeriesRule("UNTIL is not a time.");
    }
    const int second = rule.until.second;
    rule.until = icalOf(*local);
    rule.until.second = second;
    return {};
}

Result<icalrecurrencetype> readRule(const SeriesRule& asked)
{
    if (asked.rule.size() > kRuleTextMax) {
        return badSeriesRule("This rule is too long. Make the dates in several steps.");
    }
    icalerror_set_errors_are_fatal(0);
    icalrecurrencetype rule = icalrecurrencetype_from_string(asked.rule.c_str());
    if (rule.freq == ICAL_NO_RECURRENCE) {
        return badSeriesRule("\"" + asked.rule +
                             "\" is not a rule. Write one as RFC 5545 has it, such as "
                             "FREQ=WEEKLY;BYDAY=FR,SA;COUNT=20.");
    }
    if (rule.freq < ICAL_DAILY_RECURRENCE) {
        return badSeriesRule("Dates of an event repeat daily, weekly, monthly or yearly. Several a "
                             "day are made by BYHOUR.");
    }
    if (rule.rscale != nullptr) {
        return badSeriesRule("Only the Gregorian calendar is known here.");
    }
    if (rule.by_second[0] != ICAL_RECURRENCE_ARRAY_MAX) {
        return badSeriesRule("Dates begin at a full minute. Leave BYSECOND out.");
    }
    // libical 3 picks BYSETPOS before it multiplies by the hours; RFC 5545 has it the other way.
    const bool isMultiplied = rule.by_hour[0] != ICAL_RECURRENCE_ARRAY_MAX ||
        rule.by_minute[0] != ICAL_RECURRENCE_ARRAY_MAX;
    if (rule.by_set_pos[0] != ICAL_RECURRENCE_ARRAY_MAX && isMultiplied) {
        return badSeriesRule("BYSETPOS and BYHOUR do not go together here. Make the dates of each "
                             "hour by a rule of its own.");
    }
    if (auto ended = endInPlace(rule, asked.timeZone); !ended) {
        return std::move(ended).error();
    }
    return rule;
}

Error tooManyDates()
{
    return badInput("too_many_dates",
                    "These are more than " + std::to_string(kSeriesDatesMax) +
                        " dates. Say COUNT or UNTIL in the rule, or make them in several steps.",
                    "rule");
}

Result<std::set<ClockTime>> occurrences(const SeriesRule& asked, const ClockTime& start)
{
    std::set<ClockTime> times;
    if (asked.rule.empty()) {
        times.insert(start);
        return times;
    }
    auto rule = readRule(asked);
    if (!rule) {
        return std::move(rule).error();
    }
    const std::unique_ptr<icalrecur_iterator, EndIteration> iterator{
        icalrecur_iterator_new(*rule, icalOf(start))};
    if (!iterator) {
        return badSeriesRule("This rule contradicts itself. Look at its parts again.");
    }
    for (icaltimetype next = icalrecur_iterator_next(iterator.get());
         icaltime_is_null_time(next) == 0; next = icalrecur_iterator_next(iterator.get())) {
        if (times.size() >= kOccurrencesMax) {
            return tooManyDates();
        }
        if (next.year > start.year + kYearsMax) {
            return badInput("too_far",
                            "These dates reach further than " + std::to_string(kYearsMax) +
                                " years. Say COUNT or UNTIL in the rule.",
                            "rule");
        }
        times.insert(clockOf(next));
    }
    return times;
}

Error badSeriesDate(const std::string& text, const char* where)
{
    return badInput("bad_date",
                    "\"" + text + "\" is not a date. Write 2026-11-28, or 2026-11-28 19:30.",
                    where);
}

bool isDateAlone(const std::string& text)
{
    return text.find(':') == std::string::npos && text.find('T') == std::string::npos;
}

bool isSameDay(const ClockTime& a, const ClockTime& b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

Result<std::set<ClockTime>> timesOf(const SeriesRule& asked, const ClockTime& start)
{
    auto times = occurrences(asked, start);
    if (!times) {
        return times;
    }
    for (const std::string& text : asked.extra) {
        const auto time = clockTimeFrom(text, start);
        if (!time) {
            return badSeriesDate(text, "extra");
        }
        times->insert(*time);
    }
    for (const std::string& text : asked.except) {
        const auto time = clockTimeFrom(text, start);
        if (!time) {
            return badSeriesDate(text, "except");
        }
        std::erase_if(*times, [&](const ClockTime& one) {
            return isDateAlone(text) ? isSameDay(one, *time) : one == *time;
        });
    }
    if (times->size() > kSeriesDatesMax) {
        return tooManyDates();
    }
    return times;
}

bool isOffset(const std::optional<std::int64_t>& minutes)
{
    return !minutes || (*minutes >= 0 && *minutes <= kOffsetMinutesMax);
}

} // namespace

Result<std::vector<SeriesDate>> seriesDates(const SeriesRule& asked)
{
    if (!isTimeZoneKnown(asked.timeZone)) {
        return badInput("unknown_time_zone",
                        "\"" + asked.timeZone +
                            "\" is not a time zone of this computer. Use an IANA name, such as "
                            "Europe/Berlin.",
                        "time_zone");
    }
    const auto start = clockTimeFrom(asked.start);
    if (!start) {
        return badInput("bad_date", "Say date and time of the first one: 2026-11-28 19:30.",
                        "start");
    }
    for (const auto& [minutes, where] :
         {std::pair{asked.doorsBeforeMinutes, "doors"}, std::pair{asked.lastsMinutes, "lasts"}}) {
        if (!isOffset(minutes)) {
            return badInput("bad_offset", "Say it in minutes, at most two days.", where);
        }
    }
    const auto times = timesOf(asked, *start);
    if (!times) {
        return times.error();
    }
    std::vector<SeriesDate> dates;
    for (const ClockTime& time : *times) {
        const auto found = instantOf(time, asked.timeZone);
        if (!found) {
            return badSeriesDate(clockText(time), "start");
        }
        SeriesDate date{time, found->instant, {}, {}, found->isSkipped, found->second.has_value()};
        if (asked.doorsBeforeMinutes) {
            date.doorsAt = Instant{date.startsAt.ms - *asked.doorsBeforeMinutes * kMinuteMs};
        }
        if (asked.lastsMinutes && *asked.lastsMinutes > 0) {
            date.endsAt = Instant{date.startsAt.ms + *asked.lastsMinutes * kMinuteMs};
        }
        dates.push_back(date);
    }
    // A time that is skipped may be another one of the same morning: it is made once.
    std::ranges::stable_sort(dates, {}, [](const SeriesDate& date) { return date.startsAt.ms; });
    const auto isSame = [](const SeriesDate& a, const SeriesDate& b) {
        return a.startsAt == b.startsAt;
    };
    dates.erase(std::unique(dates.begin(), dates.end(), isSame), dates.end());
    if (dates.empty()) {
        return badInput("no_dates", "This rule makes no dates. Look at its end and its exceptions.",
                        "rule");
    }
    return dates;
}

} // namespace foyer
