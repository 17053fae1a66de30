// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/common/formatting.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace foyer::ui {
namespace {

QDateTime localTime(Instant instant, const std::string& zone)
{
    const QTimeZone known{QByteArray::fromStdString(zone)};
    return QDateTime::fromMSecsSinceEpoch(instant.ms,
                                          known.isValid() ? known : QTimeZone::systemTimeZone());
}

/// Digits and separators of the locale from the exact decimal text: no floating point on the way.
QString localized(Money amount)
{
    const QLocale locale;
    const QString plain = text(toPlainText(amount));
    const qsizetype point = plain.indexOf(QLatin1Char{'.'});
    const bool negative = plain.startsWith(QLatin1Char{'-'});
    const QString whole =
        plain.mid(negative ? 1 : 0, (point < 0 ? plain.size() : point) - (negative ? 1 : 0));
    QString result = locale.toString(whole.toLongLong());
    if (point >= 0) {
        result += locale.decimalPoint();
        for (const QChar digit : plain.mid(point + 1)) {
            result += locale.toString(digit.digitValue());
        }
    }
    return negative ? locale.negativeSign() + result : result;
}

} // namespace

QString plainMoneyText(Money amount)
{
    return localized(amount);
}

QString moneyText(Money amount)
{
    const std::string code{amount.currency().code()};
    const QString symbol = code == "EUR" ? QStringLiteral("€")
        : code == "GBP"                  ? QStringLiteral("£")
        : code == "USD"                  ? QStringLiteral("$")
        : code == "JPY"                  ? QStringLiteral("¥")
                                         : text(code);
    const bool before = QLocale{}.toCurrencyString(1, QStringLiteral("x")).startsWith(u'x');
    const QString number = localized(amount);
    if (!before || symbol.size() > 1) {
        return number + QChar::Nbsp + symbol;
    }
    return number.startsWith(QLocale{}.negativeSign())
        ? QLocale{}.negativeSign() + symbol + number.mid(QLocale{}.negativeSign().size())
        : symbol + number;
}

QString timeText(Instant instant, const std::string& zone)
{
    QString format = QLocale{}.timeFormat(QLocale::ShortFormat);
    format.remove(QStringLiteral(":ss")); // some locales show seconds, which no performance has
    return QLocale{}.toString(localTime(instant, zone).time(), format);
}

QString dayText(Instant instant, const std::string& zone)
{
    //: How a day is written, in the letters of QDate::toString(); German has "dddd, d. MMMM"
    const QString format = QCoreApplication::translate("foyer::ui", "dddd, d MMMM");
    return QLocale{}.toString(localTime(instant, zone).date(), format);
}

QString dayAndTimeText(Instant instant, const std::string& zone)
{
    //: How a day is written in short, in the letters of QDate::toString()
    const QString format = QCoreApplication::translate("foyer::ui", "ddd d MMM");
    return QLocale{}.toString(localTime(instant, zone).date(), format) + QStringLiteral(", ") +
        timeText(instant, zone);
}

QString relativeDayText(Instant instant, Instant now, const std::string& zone)
{
    const qint64 days = localTime(now, zone).date().daysTo(localTime(instant, zone).date());
    if (days == 0) {
        return QCoreApplication::translate("foyer::ui", "Today");
    }
    return days == 1 ? QCoreApplication::translate("foyer::ui", "Tomorrow")
                     : dayText(instant, zone);
}

QString isolated(const QString& name)
{
    const bool turns = std::ranges::any_of(name, [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
    });
    return turns ? QChar{0x2068} + name + QChar{0x2069} : name;
}

} // namespace foyer::ui
