// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/deal_words.h"

#include <algorithm>
#include <charconv>

namespace foyer::cli {
namespace {

constexpr std::int64_t kMilliPercent = 1000;
constexpr std::int64_t kHundredPercent = 100 * kMilliPercent;
constexpr std::size_t kDecimalsMax = 3;

/// A run of digits, all of it.
bool readDigits(std::string_view text, std::int64_t& value)
{
    const char* end = text.data() + text.size();
    const auto [read, fault] = std::from_chars(text.data(), end, value);
    return !text.empty() && text.front() != '-' && fault == std::errc{} && read == end;
}

Result<Money> readAmount(const std::string& text, Currency currency, const char* option)
{
    auto amount = parseMoney(text, currency);
    if (!amount) {
        Error error = std::move(amount).error();
        error.where = option;
        return error;
    }
    return amount;
}

} // namespace

Result<std::int64_t> readPercent(std::string_view text, const std::string& where)
{
    const std::size_t point = std::min(text.find_first_of(".,"), text.size());
    std::string decimals{text.substr(std::min(point + 1, text.size()))};
    const bool hasDecimals = point < text.size();
    const bool isSized = decimals.size() <= kDecimalsMax && hasDecimals == !decimals.empty();
    decimals.resize(kDecimalsMax, '0');
    std::int64_t whole = 0;
    std::int64_t rest = 0;
    const bool isRead =
        isSized && readDigits(text.substr(0, point), whole) && readDigits(decimals, rest);
    if (!isRead || whole > kHundredPercent || whole * kMilliPercent + rest > kHundredPercent) {
        return usageError("bad_percent",
                          "\"" + std::string{text} +
                              "\" is not a share. Write 10 or 12.5, up to 100.",
                          where);
    }
    return whole * kMilliPercent + rest;
}

Result<PriceCut> readCut(const CutWords& words, Currency currency)
{
    if (!words.percent.empty()) {
        const auto percent = readPercent(words.percent, "--percent");
        return percent ? Result<PriceCut>{PriceCut{PriceCut::Kind::Percent, *percent}}
                       : percent.error();
    }
    const bool isPrice = words.amount.empty();
    const auto amount = readAmount(isPrice ? words.price : words.amount, currency,
                                   isPrice ? "--price" : "--amount");
    if (!amount) {
        return amount.error();
    }
    return PriceCut{isPrice ? PriceCut::Kind::FixedPrice : PriceCut::Kind::Amount, amount->minor()};
}

Result<HandReduction> readDiscount(const std::string& text, std::string reason, Currency currency)
{
    if (text.ends_with('%')) {
        const auto share =
            readPercent(std::string_view{text}.substr(0, text.size() - 1), "--discount");
        return share
            ? Result<HandReduction>{{HandReduction::Kind::Percent, *share, std::move(reason)}}
            : share.error();
    }
    const auto amount = readAmount(text, currency, "--discount");
    return amount
        ? Result<HandReduction>{{HandReduction::Kind::Amount, amount->minor(), std::move(reason)}}
        : amount.error();
}

Result<void> addPriceWords(Cart& cart, const SellCommand& command, Currency currency)
{
    cart.promoCode = command.promo;
    if (!command.donation.empty()) {
        const auto donation = readAmount(command.donation, currency, "--donation");
        if (!donation) {
            return donation.error();
        }
        cart.donationMinor = donation->minor();
    }
    if (!command.complimentary.empty() && !command.discount.empty()) {
        return usageError("two_reductions",
                          "Tickets are either complimentary or cheaper. Sell them in two orders.",
                          "--discount");
    }
    std::optional<HandReduction> byHand;
    if (!command.complimentary.empty()) {
        byHand = HandReduction{HandReduction::Kind::Complimentary, 0, command.complimentary};
    } else if (!command.discount.empty()) {
        auto discount = readDiscount(command.discount, command.reason, currency);
        if (!discount) {
            return std::move(discount).error();
        }
        byHand = *std::move(discount);
    }
    for (CartItem& item : cart.items) {
        item.reduction = byHand;
    }
    return {};
}

} // namespace foyer::cli
