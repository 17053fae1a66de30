// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calendar/clock_time.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QTime>
#include <QTimeZone>

#include <algorithm>
#include <charconv>

namespace foyer {
namespace {

constexpr int kSecondsOfHour = 3600;
constexpr std::int64_t kMsOfDay = 86'400'000;

/// The digits of a text, and what stands between them, as a pattern of # and signs.
struct Digits {
    std::string digits;
    std::string pattern;
};
Digits digitsOf(std::string_view text)
{
    Digits found;
    for (const char c : text) {
        const bool isDigit = c >= '0' && c <= '9';
        found.pattern += isDigit ? '#' : c;
        if (isDigit) {
            found.digits += c;
        }
    }
    return found;
}

int clockDigits(const std::string& digits, std::size_t from, std::size_t size)
{
    int number = 0;
    std::from_chars(digits.data() + from, digits.data() + from + size, number);
    return number;
}

QTimeZone zoneOf(const std::string& name)
{
    return QTimeZone{QByteArray::fromStdString(name)};
}

QDateTime asUtc(const ClockTime& time)
{
    return QDateTime{QDate{time.year, time.month, time.day}, QTime{time.hour, time.minute},
                     QTimeZone::utc()};
}

} // namespace

std::optional<ClockTime> clockTimeFrom(std::string_view text,
                                       const std::optional<ClockTime>& otherwise)
{
    const auto [digits, pattern] = digitsOf(text);
    const bool isDate = pattern == "####-##-##" || pattern == "########";
    const bool isMoment = pattern == "####-##-## ##:##" || pattern == "####-##-##T##:##" ||
        pattern == "####-##-## #:##" || pattern == "########T######";
    if (!isMoment && !(isDate && otherwise)) {
        return std::nullopt;
    }
    ClockTime time{clockDigits(digits, 0, 4), clockDigits(digits, 4, 2), clockDigits(digits, 6, 2),
                   otherwise ? otherwise->hour : 0, otherwise ? otherwise->minute : 0};
    if (isMoment) {
        const std::size_t hours = digits.size() == 11 ? 1 : 2;
        time.hour = clockDigits(digits, 8, hours);
        time.minute = clockDigits(digits, 8 + hours, 2);
    }
    const bool isValid = QDate::isValid(time.year, time.month, time.day) &&
        QTime::isValid(time.hour, time.minute, 0) && time.year >= 1970 && time.year <= 2999;
    return isValid ? std::optional{time} : std::nullopt;
}

std::string clockText(const ClockTime& time)
{
    return asUtc(time).toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString();
}

std::optional<ClockInstant> instantOf(const ClockTime& time, const std::string& timeZone)
{
    const QTimeZone zone = zoneOf(timeZone);
    const QDateTime shown = asUtc(time);
    if (!zone.isValid() || !shown.isValid()) {
        return std::nullopt;
    }
    // A zone's offsets within a day of the moment are all that the time can have. Clocks that go
    // back had the larger one before, so that the times come in their order.
    std::optional<ClockInstant> found;
    for (const int hours : {-26, 26}) {
        const int offset = zone.offsetFromUtc(shown.addSecs(hours * kSecondsOfHour));
        const QDateTime moment = shown.addSecs(-offset);
        if (zone.offsetFromUtc(moment) != offset) {
            continue;
        }
        const Instant instant{moment.toMSecsSinceEpoch()};
        if (!found) {
            found = ClockInstant{instant, std::nullopt, false};
        } else if (instant != found->instant) {
            found->second = instant;
        }
    }
    if (!found) {
        const int before = zone.offsetFromUtc(shown.addSecs(-26 * kSecondsOfHour));
        found =
            ClockInstant{Instant{shown.addSecs(-before).toMSecsSinceEpoch()}, std::nullopt, true};
    }
    return found;
}

std::optional<ClockTime> clockTimeAt(Instant instant, const std::string& timeZone)
{
    const QTimeZone zone = zoneOf(timeZone);
    if (!zone.isValid()) {
        return std::nullopt;
    }
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(instant.ms, zone);
    return ClockTime{local.date().year(), local.date().month(), local.date().day(),
                     local.time().hour(), local.time().minute()};
}

Instant shiftedByDays(Instant instant, int days, const std::string& timeZone)
{
    constexpr std::int64_t kMsOfMinute = 60'000;
    const auto local = clockTimeAt(instant, timeZone);
    const QDate day = local ? QDate{local->year, local->month, local->day}.addDays(days) : QDate{};
    if (!day.isValid()) {
        return Instant{instant.ms + days * kMsOfDay};
    }
    const auto there =
        instantOf({day.year(), day.month(), day.day(), local->hour, local->minute}, timeZone);
    const std::int64_t seconds = ((instant.ms % kMsOfMinute) + kMsOfMinute) % kMsOfMinute;
    return there ? Instant{there->instant.ms + seconds} : Instant{instant.ms + days * kMsOfDay};
}

} // namespace foyer
