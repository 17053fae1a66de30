// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calendar/local_days.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <unordered_map>

namespace foyer {
namespace {

constexpr std::int64_t kQuarterHourMs = 15 * 60 * 1000; // every zone's clocks change at one

QDate firstDay()
{
    return QDate{1970, 1, 1};
}

QTimeZone knownZone(const std::string& name)
{
    QTimeZone zone{QByteArray::fromStdString(name)};
    return zone.isValid() ? zone : QTimeZone::utc();
}

std::int64_t quarterOf(Instant at)
{
    const std::int64_t quarter = at.ms / kQuarterHourMs;
    return at.ms % kQuarterHourMs < 0 ? quarter - 1 : quarter;
}

} // namespace

struct LocalDays::Memory {
    QTimeZone zone;
    std::unordered_map<std::int64_t, std::int64_t> dayOfQuarter;
};

LocalDays::LocalDays(const std::string& timeZone)
    : m_memory{std::make_unique<Memory>(Memory{knownZone(timeZone), {}})}
{}

LocalDays::~LocalDays() = default;

std::int64_t LocalDays::of(Instant at) const
{
    const auto [found, isNew] = m_memory->dayOfQuarter.try_emplace(quarterOf(at), 0);
    if (isNew) {
        found->second =
            firstDay().daysTo(QDateTime::fromMSecsSinceEpoch(at.ms, m_memory->zone).date());
    }
    return found->second;
}

Instant LocalDays::begin(std::int64_t day) const
{
    return {firstDay().addDays(day).startOfDay(m_memory->zone).toMSecsSinceEpoch()};
}

std::string LocalDays::timeOf(Instant at) const
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, m_memory->zone)
        .toString(QStringLiteral("HH:mm"))
        .toStdString();
}

std::string isoDay(std::int64_t day)
{
    return firstDay().addDays(day).toString(Qt::ISODate).toStdString();
}

std::optional<std::int64_t> dayFromIso(std::string_view text)
{
    const QDate date =
        QDate::fromString(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())),
                          QStringLiteral("yyyy-MM-dd"));
    return date.isValid() ? std::optional{std::int64_t{firstDay().daysTo(date)}} : std::nullopt;
}

} // namespace foyer
