// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/events/money_back_port.h"

#include <QString>

#include <vector>

namespace foyer::ui {

/// The event with its date, or with how many dates it is about.
QString scopeText(const MoneyBackScope& scope);
/// Sums of several currencies; empty where there is none.
QString sumText(const std::vector<Money>& sums);
/// "27 orders · 41 tickets".
QString countText(const ReturnShare& share);
/// "Cash €40.00 · Card €20.00"; empty where nothing was paid.
QString waysText(const ReturnShare& share);
/// What is asked before it begins, with its numbers.
QString questionText(const MoneyBackLook& seen);
/// How far it is, or what came of it.
QString progressText(const MoneyBackProgress& progress);
QString resultText(const MoneyBackProgress& progress);
/// An order that waits or failed; and what is to be done about it.
QString orderText(const MoneyBackOrder& order);
QString nextText(const MoneyBackOrder& order);

} // namespace foyer::ui
