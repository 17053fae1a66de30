// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/mail/calendar_file.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <algorithm>
#include <cstdlib>
#include <map>

namespace foyer {
namespace {

constexpr std::size_t kLineMax = 75; // octets, RFC 5545 §3.1

/// A text value: its special characters escaped (RFC 5545 §3.3.11).
std::string escaped(const std::string& text)
{
    std::string value;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') {
            value += '\\';
            value += c;
        } else if (c == '\n') {
            value += "\\n";
        } else if (c >= ' ' || static_cast<unsigned char>(c) >= 0x80) {
            value += c;
        }
    }
    return value;
}

/// A line of the file, folded so that no character is cut in two.
std::string folded(const std::string& line)
{
    std::string file;
    std::size_t at = 0;
    std::size_t room = kLineMax;
    while (line.size() - at > room) {
        std::size_t end = at + room;
        while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) {
            --end;
        }
        file += line.substr(at, end - at) + "\r\n ";
        at = end;
        room = kLineMax - 1; // the space counts
    }
    return file + line.substr(at) + "\r\n";
}

std::string utc(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.ms, QTimeZone::utc())
        .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"))
        .toStdString();
}

/// What the clocks show that are this many seconds ahead of UTC.
std::string shown(const QDateTime& instant, int offset)
{
    return instant.toUTC()
        .addSecs(offset)
        .toString(QStringLiteral("yyyyMMdd'T'HHmmss"))
        .toStdString();
}

std::string offsetText(int seconds)
{
    const int minutes = std::abs(seconds) / 60;
    return QStringLiteral("%1%2%3")
        .arg(QLatin1Char{seconds < 0 ? '-' : '+'})
        .arg(minutes / 60, 2, 10, QLatin1Char{'0'})
        .arg(minutes % 60, 2, 10, QLatin1Char{'0'})
        .toStdString();
}

std::string observance(const QDateTime& from, int before, int after, bool isDaylight)
{
    const std::string name = isDaylight ? "DAYLIGHT" : "STANDARD";
    return "BEGIN:" + name + "\r\nDTSTART:" + shown(from, before) +
        "\r\nTZOFFSETFROM:" + offsetText(before) + "\r\nTZOFFSETTO:" + offsetText(after) +
        "\r\nEND:" + name + "\r\n";
}

/// What the clocks of a zone do in the year around these events.
std::string zoneRules(const std::string& name, Instant first, Instant last)
{
    const QTimeZone zone{QByteArray::fromStdString(name)};
    const QDateTime begin = QDateTime::fromMSecsSinceEpoch(first.ms, QTimeZone::utc()).addYears(-1);
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(last.ms, QTimeZone::utc()).addDays(1);
    std::string rules = "BEGIN:VTIMEZONE\r\n" + folded("TZID:" + name);
    int offset = zone.offsetFromUtc(begin);
    rules += observance(begin, offset, offset, zone.isDaylightTime(begin));
    for (const QTimeZone::OffsetData& change : zone.transitions(begin, end)) {
        rules +=
            observance(change.atUtc, offset, change.offsetFromUtc, change.daylightTimeOffset != 0);
        offset = change.offsetFromUtc;
    }
    return rules + "END:VTIMEZONE\r\n";
}

bool isZone(const std::string& name)
{
    return name != "UTC" && QTimeZone{QByteArray::fromStdString(name)}.isValid();
}

/// A time as the clocks of the place show it.
std::string calendarTime(const std::string& property, Instant instant, const std::string& timeZone)
{
    if (!isZone(timeZone)) {
        return property + ":" + utc(instant);
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(instant.ms, QTimeZone::utc());
    const QTimeZone zone{QByteArray::fromStdString(timeZone)};
    return property + ";TZID=" + timeZone + ':' + shown(time, zone.offsetFromUtc(time));
}

} // namespace

std::string calendarFile(const std::vector<CalendarEvent>& events, Instant now)
{
    std::string file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Foyer//Foyer//EN\r\n"
                       "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n";
    std::map<std::string, std::pair<Instant, Instant>> zones;
    for (const CalendarEvent& event : events) {
        if (isZone(event.timeZone)) {
            auto& [first, last] =
                zones.try_emplace(event.timeZone, event.startsAt, event.startsAt).first->second;
            first = std::min(first, event.startsAt);
            last = std::max(last, event.startsAt);
        }
    }
    for (const auto& [name, span] : zones) {
        file += zoneRules(name, span.first, span.second);
    }
    for (const CalendarEvent& event : events) {
        file += "BEGIN:VEVENT\r\n";
        file += folded("UID:" + escaped(event.uid));
        file += folded("SEQUENCE:" + std::to_string(event.sequence));
        file += folded("DTSTAMP:" + utc(now));
        if (event.changedAt) {
            file += folded("LAST-MODIFIED:" + utc(*event.changedAt));
        }
        file += folded(calendarTime("DTSTART", event.startsAt, event.timeZone));
        if (event.endsAt && event.startsAt < *event.endsAt) {
            file += folded(calendarTime("DTEND", *event.endsAt, event.timeZone));
        }
        file += folded("SUMMARY:" + escaped(event.summary));
        file += folded("LOCATION:" + escaped(event.location));
        file += folded("DESCRIPTION:" + escaped(event.description));
        file += event.isCancelled ? "STATUS:CANCELLED\r\n" : "STATUS:CONFIRMED\r\n";
        file += "END:VEVENT\r\n";
    }
    return file + "END:VCALENDAR\r\n";
}

} // namespace foyer
