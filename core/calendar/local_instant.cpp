// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calendar/local_instant.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace foyer {
namespace {

constexpr int kDaysAheadMax = 3660;

QTimeZone zoneNamed(const std::string& name)
{
    return QTimeZone{QByteArray::fromStdString(name)};
}

Error badSeason(std::string message)
{
    return badInput("bad_season", std::move(message));
}

std::optional<QDate> dateOf(const std::string& text, const QTimeZone& zone, Instant now)
{
    const QString typed = QString::fromStdString(text);
    if (!typed.startsWith(QLatin1Char('+'))) {
        const QDate date = QDate::fromString(typed, QStringLiteral("yyyy-MM-dd"));
        return date.isValid() ? std::optional{date} : std::nullopt;
    }
    bool isNumber = false;
    const int days = typed.mid(1).toInt(&isNumber);
    if (!isNumber || days < 0 || days > kDaysAheadMax) {
        return std::nullopt;
    }
    return QDateTime::fromMSecsSinceEpoch(now.ms, zone).date().addDays(days);
}

/// The instants at which the clocks of a zone show a time, the first of two; nothing where they
/// skip it.
std::optional<LocalInstant> instantsOf(const QDate& date, const QTime& time, const QTimeZone& zone)
{
    const QDateTime asUtc{date, time, QTimeZone::utc()};
    std::optional<LocalInstant> found;
    // A zone's offsets within a day of the moment are all that the time can have. Clocks that go
    // back had the larger one before, so that the times come in their order.
    for (const int hours : {-26, 26}) {
        const int offset = zone.offsetFromUtc(asUtc.addSecs(hours * 3600));
        const QDateTime moment = asUtc.addSecs(-offset);
        if (zone.offsetFromUtc(moment) != offset) {
            continue;
        }
        const Instant instant{moment.toMSecsSinceEpoch()};
        if (!found) {
            found = LocalInstant{instant, std::nullopt};
        } else if (instant != found->instant) {
            found->second = instant;
        }
    }
    return found;
}

} // namespace

bool isTimeZoneKnown(const std::string& timeZone)
{
    return zoneNamed(timeZone).isValid();
}

Result<LocalInstant> localInstant(const std::string& date, const std::string& time,
                                  const std::string& timeZone, Instant now)
{
    const QTimeZone zone = zoneNamed(timeZone);
    if (!zone.isValid()) {
        return badSeason("\"" + timeZone +
                         "\" is not a time zone of this computer. Use an IANA name, "
                         "such as Europe/Berlin.");
    }
    const auto day = dateOf(date, zone, now);
    if (!day) {
        return badSeason("\"" + date +
                         "\" is not a date. Write 2026-11-28, or +3 for three days from "
                         "today.");
    }
    QTime clock = QTime::fromString(QString::fromStdString(time), QStringLiteral("HH:mm"));
    if (!clock.isValid()) {
        clock = QTime::fromString(QString::fromStdString(time), QStringLiteral("H:mm"));
    }
    if (!clock.isValid()) {
        return badSeason("\"" + time + "\" is not a time. Write 19:30.");
    }
    const auto found = instantsOf(*day, clock, zone);
    if (!found) {
        return badSeason("On " + day->toString(Qt::ISODate).toStdString() + " there is no " + time +
                         " in " + timeZone +
                         ", because the clocks go forward. Choose another time.");
    }
    return *found;
}

} // namespace foyer
