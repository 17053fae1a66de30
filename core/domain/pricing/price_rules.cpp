// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pricing/price_rules.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::int64_t kHundredPercent = 100'000; // in thousandths of a percent

} // namespace

Result<void> checkPromo(const PromoTerms& promo, std::span<const ListedTicket> tickets,
                        Currency currency, Instant now)
{
    const PromoCode& code = promo.code;
    const auto refusal = [&code](std::string name, std::string message) {
        Error error = refused(std::move(name), std::move(message), "promo_code");
        error.facts = {code.code};
        return error;
    };
    if (code.isOff) {
        return refusal("promo_off", "The code " + code.code + " is not valid any more.");
    }
    if (code.from && now < *code.from) {
        Error error =
            refusal("promo_not_now",
                    "The code " + code.code + " is valid from " + toRfc3339(*code.from) + " on.");
        error.facts.push_back(toRfc3339(*code.from));
        return error;
    }
    if (code.until && now >= *code.until) {
        Error error =
            refusal("promo_not_now",
                    "The code " + code.code + " was valid until " + toRfc3339(*code.until) + ".");
        error.facts.push_back(toRfc3339(*code.until));
        return error;
    }
    if (code.currency && code.cut.kind != PriceCut::Kind::Percent && *code.currency != currency) {
        return refusal("promo_currency",
                       "The code " + code.code + " is in " + std::string{code.currency->code()} +
                           ". It does not work for a sale in " + std::string{currency.code()} +
                           ".");
    }
    if (std::ranges::none_of(tickets, [&code](const ListedTicket& ticket) {
            return promoCovers(code, ticket);
        })) {
        return refusal("promo_not_here",
                       "The code " + code.code +
                           " is for other events or ticket types. Take it out to go on.");
    }
    if (promo.usesLeft <= 0) {
        return refusal("promo_used_up",
                       "The code " + code.code + " was used as often as it may be.");
    }
    return {};
}

std::int64_t discountByHand(const Cart& cart, const Quote& quote)
{
    std::int64_t largest = 0;
    for (const QuoteLine& line : quote.lines) {
        if (line.kind != QuoteLine::Kind::Ticket ||
            line.reduction.kind != Reduction::Kind::Discount) {
            continue;
        }
        const HandReduction& hand = *cart.items.at(line.item).reduction;
        const std::int64_t list = line.amount.gross.minor() + line.reduction.minor;
        const bool isPercent = hand.kind == HandReduction::Kind::Percent;
        const std::int64_t share = isPercent || list == 0
            ? (isPercent ? hand.value : 0)
            : mulDivRounded(line.reduction.minor, kHundredPercent, list);
        // Rounding to whole units must not let anybody go beyond a limit.
        const bool isCutShort =
            !isPercent && mulDivRounded(share, list, kHundredPercent) < line.reduction.minor;
        largest = std::max(largest, share + (isCutShort ? 1 : 0));
    }
    return largest;
}

} // namespace foyer
