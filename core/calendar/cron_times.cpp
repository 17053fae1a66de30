// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calendar/cron_times.h"

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <charconv>
#include <cctype>
#include <span>
#include <utility>
#include <vector>

namespace foyer {
namespace {

constexpr int kYearsAhead = 8; // 29 February may be eight years away: 1896, 1904

constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 7> kWeekdays{"sun", "mon", "tue", "wed",
                                                    "thu", "fri", "sat"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kShorthands{
    {{"@hourly", "0 * * * *"},
     {"@daily", "0 0 * * *"},
     {"@midnight", "0 0 * * *"},
     {"@weekly", "0 0 * * 0"},
     {"@monthly", "0 0 1 * *"},
     {"@yearly", "0 0 1 1 *"},
     {"@annually", "0 0 1 1 *"}}};

struct Field {
    std::string_view name;
    int low;
    int high;
    std::span<const std::string_view> names; ///< of low, low + 1, …
};

std::vector<std::string_view> split(std::string_view text, char by)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(by);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(at + 1);
    }
}

std::vector<std::string_view> words(std::string_view line)
{
    std::vector<std::string_view> found;
    std::size_t at = 0;
    while (at < line.size()) {
        const std::size_t from = line.find_first_not_of(" \t", at);
        if (from == std::string_view::npos) {
            break;
        }
        at = std::min(line.find_first_of(" \t", from), line.size());
        found.push_back(line.substr(from, at - from));
    }
    return found;
}

std::optional<int> numberIn(std::string_view text)
{
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                    : std::nullopt;
}

std::optional<int> valueIn(std::string_view text, const Field& field)
{
    std::string lower{text};
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto named = std::ranges::find(field.names, std::string_view{lower});
    const auto value = named != field.names.end()
        ? std::optional{field.low + static_cast<int>(named - field.names.begin())}
        : numberIn(text);
    return value && *value >= field.low && *value <= field.high ? value : std::nullopt;
}

/// The values of "*", "5", "1-5", "*/10", "10-40/5"; nothing where it is none of these.
std::optional<std::vector<int>> valuesOf(std::string_view part, const Field& field)
{
    const std::size_t slash = part.find('/');
    const std::string_view range = part.substr(0, slash);
    const auto step =
        slash == std::string_view::npos ? std::optional{1} : numberIn(part.substr(slash + 1));
    const std::size_t dash = range.find('-');
    std::optional<int> from = field.low;
    std::optional<int> to = field.high;
    if (range != "*") {
        from = valueIn(range.substr(0, dash), field);
        // "5/10" has no end of its own: it goes on to the end of the field.
        to = dash != std::string_view::npos   ? valueIn(range.substr(dash + 1), field)
            : slash != std::string_view::npos ? std::optional{field.high}
                                              : from;
    }
    if (!step || *step < 1 || !from || !to || *from > *to) {
        return std::nullopt;
    }
    std::vector<int> values;
    for (int value = *from; value <= *to; value += *step) {
        values.push_back(value);
    }
    return values;
}

/// Calls `take` with each value of a field.
template <typename Take>
Result<void> parseField(std::string_view text, const Field& field, const Take& take)
{
    for (const std::string_view part : split(text, ',')) {
        const auto values = valuesOf(part, field);
        if (!values) {
            return badInput("bad_cron",
                            "\"" + std::string{part} + "\" is no " + std::string{field.name} +
                                " of a schedule. Write a number from " + std::to_string(field.low) +
                                " to " + std::to_string(field.high) +
                                ", a range such as 1-5, a step such as */2, or *.",
                            std::string{field.name});
        }
        for (const int value : *values) {
            take(static_cast<std::size_t>(value));
        }
    }
    return {};
}

/// Where clocks that are put back show a time twice, the first time; in milliseconds.
std::int64_t firstShown(const QDateTime& local)
{
    constexpr std::int64_t kLongestChange = 3 * 3'600'000LL;
    const QTimeZone zone = local.timeZone();
    const std::int64_t at = local.toMSecsSinceEpoch();
    const auto offsetAt = [&](std::int64_t ms) {
        return std::int64_t{zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC))};
    };
    const std::int64_t putBack = (offsetAt(at - kLongestChange) - offsetAt(at)) * 1000;
    const bool isSecond =
        putBack > 0 && offsetAt(at - putBack) * 1000 == offsetAt(at) * 1000 + putBack;
    return isSecond ? at - putBack : at;
}

} // namespace

Result<CronTimes> CronTimes::parse(std::string_view line)
{
    const auto shorthand =
        std::ranges::find(kShorthands, line, &std::pair<std::string_view, std::string_view>::first);
    const auto parts = words(shorthand != kShorthands.end() ? shorthand->second : line);
    if (parts.size() != 5) {
        return badInput("bad_cron",
                        "A schedule has five parts: minute, hour, day of the month, month and day "
                        "of the week, such as \"30 6 * * 1-5\".",
                        "line");
    }
    CronTimes times;
    const Field minute{"minute", 0, 59, {}};
    const Field hour{"hour", 0, 23, {}};
    const Field day{"day of the month", 1, 31, {}};
    const Field month{"month", 1, 12, kMonths};
    const Field weekday{"day of the week", 0, 7, kWeekdays};
    const std::array<Result<void>, 5> parsed{
        parseField(parts[0], minute, [&](std::size_t value) { times.m_minutes.set(value); }),
        parseField(parts[1], hour, [&](std::size_t value) { times.m_hours.set(value); }),
        parseField(parts[2], day, [&](std::size_t value) { times.m_days.set(value); }),
        parseField(parts[3], month, [&](std::size_t value) { times.m_months.set(value); }),
        parseField(parts[4], weekday, [&](std::size_t value) { times.m_weekdays.set(value % 7); })};
    for (const Result<void>& result : parsed) {
        if (!result) {
            return result.error();
        }
    }
    times.m_anyDay = parts[2].starts_with('*');
    times.m_anyWeekday = parts[4].starts_with('*');
    return times;
}

bool CronTimes::fitsDay(int year, int month, int day) const
{
    const auto weekday = static_cast<std::size_t>(QDate{year, month, day}.dayOfWeek() % 7);
    const bool fitsMonthDay = m_days.test(static_cast<std::size_t>(day));
    const bool fitsWeekday = m_weekdays.test(weekday);
    return m_anyDay || m_anyWeekday ? fitsMonthDay && fitsWeekday : fitsMonthDay || fitsWeekday;
}

std::optional<Instant> CronTimes::next(Instant after, const std::string& timeZone) const
{
    const QTimeZone zone{QByteArray::fromStdString(timeZone)};
    if (!zone.isValid()) {
        return std::nullopt;
    }
    QDate date = QDateTime::fromMSecsSinceEpoch(after.ms, zone).date();
    const QDate last = date.addYears(kYearsAhead);
    for (; date <= last; date = date.addDays(1)) {
        if (!m_months.test(static_cast<std::size_t>(date.month())) ||
            !fitsDay(date.year(), date.month(), date.day())) {
            continue;
        }
        std::optional<Instant> first; // times that the clocks skip may overtake others
        for (std::size_t hour = 0; hour < m_hours.size(); ++hour) {
            for (std::size_t minute = 0; m_hours.test(hour) && minute < m_minutes.size();
                 ++minute) {
                if (!m_minutes.test(minute)) {
                    continue;
                }
                const QTime time{static_cast<int>(hour), static_cast<int>(minute)};
                const Instant at{firstShown({date, time, zone})};
                if (at > after && (!first || at < *first)) {
                    first = at;
                }
            }
        }
        if (first) {
            return first;
        }
    }
    return std::nullopt;
}

} // namespace foyer
