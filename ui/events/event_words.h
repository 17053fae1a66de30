// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/event_view.h"

#include <QDateTime>
#include <QString>

#include <string>

namespace foyer::ui {

QString stageName(EventStage stage);
/// "Draft", "On sale", "Sold out" …
QString eventStateText(EventState state, bool isSoldOut);
/// What is missing or doubtful, as a sentence.
QString pointText(const EventPoint& point);
/// "Sat 28 Nov 2026, 19:30" in the date's time zone, its state behind it.
QString dateName(const Performance& date);
/// Whom and how much a change concerns.
QString effectText(const EventEffect& effect);

/// Percent that somebody typed ("7", "12,5 %") in thousandths; -1 for what is no number, which the
/// counter refuses.
std::int64_t shareIn(const QString& words);
/// "12.5", as the language writes it.
QString shareText(std::int64_t milliPercent);
/// "Reduced · 7 %".
QString taxText(const Tax& tax);

/// What clocks in a time zone show at an instant, to be edited; and the instant of what they show.
QDateTime shownClock(Instant instant, const std::string& zone);
Instant instantShown(const QDateTime& shown, const std::string& zone);
/// As the counter reads it: "2026-11-28 19:30".
std::string clockWords(const QDateTime& shown);

} // namespace foyer::ui
