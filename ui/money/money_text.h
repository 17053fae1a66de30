// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/money/money_port.h"

#include <QString>

#include <string>
#include <utility>
#include <vector>

namespace foyer::ui {

/// "Stripe" of "stripe".
QString providerText(const std::string& provider);
/// What a case is, in a few words, and in a sentence that says what to look for.
QString caseTitle(const MoneyCase& open);
QString caseSentence(const MoneyCase& open);
QString troubleTitle(const MoneyTrouble& trouble);
QString troubleSentence(const MoneyTrouble& trouble);
/// "compared Monday, 30 November, 06:00"; why it could not be.
QString accountText(const MoneyAccount& account, const std::string& timeZone);
/// What a payout is made of, line by line, with the words for each amount.
std::vector<std::pair<QString, Money>> payoutSums(const PayoutMade& made);

} // namespace foyer::ui
