// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commands.h"
#include "core/base/result.h"
#include "core/domain/catalogue/deals.h"
#include "core/domain/pricing/reduction.h"
#include "core/domain/sales/cart.h"

#include <string>
#include <string_view>

namespace foyer::cli {

/// Reads "10", "12.5" and "12,5" as thousandths of a percent, up to 100 %. Usage error bad_percent;
/// `where` names the option.
Result<std::int64_t> readPercent(std::string_view text, const std::string& where);

/// The one of --percent, --amount and --price that is there. Usage error bad_percent; bad_amount of
/// parseMoney.
Result<PriceCut> readCut(const CutWords& words, Currency currency);

/// Reads "10%" and "2.50", off each ticket. Usage error bad_percent; bad_amount of parseMoney.
Result<HandReduction> readDiscount(const std::string& text, std::string reason, Currency currency);

/// Puts promo code, prices set by hand and the donation of a sale into its cart. Usage error
/// two_reductions; errors of readDiscount and parseMoney.
Result<void> addPriceWords(Cart& cart, const SellCommand& command, Currency currency);

} // namespace foyer::cli
