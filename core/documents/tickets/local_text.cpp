// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tickets/local_text.h"

#include <QByteArray>
#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace foyer {
namespace {

QLocale localeOf(const std::string& name)
{
    const QLocale locale = name.empty() ? QLocale{} : QLocale{QString::fromStdString(name)};
    return locale.language() == QLocale::C ? QLocale{QLocale::English, QLocale::UnitedKingdom}
                                           : locale;
}

struct LocalTime {
    QDateTime at;
    bool zoneKnown = true;
};

LocalTime localTimeOf(Instant instant, const std::string& timeZone)
{
    const QTimeZone zone{QByteArray::fromStdString(timeZone)};
    if (!zone.isValid()) {
        return {QDateTime::fromMSecsSinceEpoch(instant.ms, QTimeZone::utc()), false};
    }
    return {QDateTime::fromMSecsSinceEpoch(instant.ms, zone), true};
}

QString signOf(Currency currency)
{
    const std::string_view code = currency.code();
    if (code == "EUR") {
        return QStringLiteral("€");
    }
    if (code == "GBP") {
        return QStringLiteral("£");
    }
    if (code == "USD") {
        return QStringLiteral("$");
    }
    if (code == "JPY") {
        return QStringLiteral("¥");
    }
    return QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
}

/// The digits of an amount without its currency and sign, as the locale groups and writes them.
QString digitsOf(Money amount, const QLocale& locale)
{
    qint64 unit = 1;
    for (int i = 0; i < amount.currency().exponent(); ++i) {
        unit *= 10;
    }
    const qint64 minor = amount.isNegative() ? -amount.minor() : amount.minor();
    QString digits = locale.toString(minor / unit);
    if (unit > 1) {
        // One digit more in front keeps the zeros that lead the fraction.
        QLocale plain = locale;
        plain.setNumberOptions(QLocale::OmitGroupSeparator);
        digits += locale.decimalPoint() + plain.toString(unit + minor % unit).mid(1);
    }
    return digits;
}

} // namespace

LocalText::LocalText(std::string locale) : m_locale{std::move(locale)} {}

std::string LocalText::date(Instant instant, const std::string& timeZone) const
{
    const LocalTime local = localTimeOf(instant, timeZone);
    return localeOf(m_locale).toString(local.at.date(), QLocale::LongFormat).toStdString();
}

std::string LocalText::time(Instant instant, const std::string& timeZone) const
{
    const LocalTime local = localTimeOf(instant, timeZone);
    const QString text = localeOf(m_locale).toString(local.at.time(), QLocale::ShortFormat);
    return (local.zoneKnown ? text : QString{text + QStringLiteral(" UTC")}).toStdString();
}

std::string LocalText::money(Money amount) const
{
    const QLocale locale = localeOf(m_locale);
    const QString sign = signOf(amount.currency());
    // The locale shows with the amount 1 where the sign stands; the exact digits take the place of
    // its 1.
    QString text = locale.toCurrencyString(qlonglong{1}, sign);
    const qsizetype at = text.indexOf(locale.toString(1));
    qsizetype end = at + 1;
    while (end < text.size() && (text[end].isDigit() || text[end] == locale.decimalPoint())) {
        ++end;
    }
    text.replace(at, end - at, digitsOf(amount, locale));
    if (sign.size() > 1 && text.startsWith(sign) && !text[sign.size()].isSpace()) {
        text.insert(sign.size(), QChar::Nbsp);
    }
    return (amount.isNegative() ? QString{QChar{0x2212} + text} : text).toStdString();
}

std::string LocalText::percent(std::int64_t milliPercent) const
{
    const QLocale locale = localeOf(m_locale);
    QString digits = locale.toString(static_cast<qlonglong>(milliPercent / 1000));
    // One digit more in front keeps the zeros that lead the fraction.
    qlonglong fraction = 1000 + milliPercent % 1000;
    while (fraction % 10 == 0) {
        fraction /= 10;
    }
    if (fraction > 1) {
        QLocale plain = locale;
        plain.setNumberOptions(QLocale::OmitGroupSeparator);
        digits += locale.decimalPoint() + plain.toString(fraction).mid(1);
    }
    return QString{digits + locale.percent()}.toStdString();
}

std::string LocalText::language() const
{
    return localeOf(m_locale).bcp47Name().toStdString();
}

bool LocalText::isRightToLeft() const
{
    return localeOf(m_locale).textDirection() == Qt::RightToLeft;
}

} // namespace foyer
