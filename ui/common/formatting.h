// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <QString>

#include <string>

namespace foyer::ui {

/// The amount as the user's locale writes it, with the currency's symbol or code.
QString moneyText(Money amount);
/// The amount without the currency, for columns.
QString plainMoneyText(Money amount);

/// Of an instant in an IANA time zone, as the locale writes them: "19:30", "Saturday, 28 November",
/// "Sat 28 Nov, 19:30".
QString timeText(Instant instant, const std::string& zone);
QString dayText(Instant instant, const std::string& zone);
QString dayAndTimeText(Instant instant, const std::string& zone);
/// "Today", "Tomorrow", or the day; `now` in the same zone.
QString relativeDayText(Instant instant, Instant now, const std::string& zone);

inline QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

/// A name from right to left, kept from turning round the sentence, price or button it stands in
/// (Unicode isolates, UAX #9); any other name as it is.
QString isolated(const QString& name);

} // namespace foyer::ui
