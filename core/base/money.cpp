// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/money.h"

#include <algorithm>

namespace foyer {
namespace {

struct Listed {
    std::string_view code;
    int exponent;
};

// ISO 4217 list one, the active currencies of a country; fund codes, metals and test codes left
// out.
constexpr auto kListed = std::to_array<Listed>(
    {{"AED", 2}, {"AFN", 2}, {"ALL", 2}, {"AMD", 2}, {"AOA", 2}, {"ARS", 2}, {"AUD", 2}, {"AWG", 2},
     {"AZN", 2}, {"BAM", 2}, {"BBD", 2}, {"BDT", 2}, {"BHD", 3}, {"BIF", 0}, {"BMD", 2}, {"BND", 2},
     {"BOB", 2}, {"BRL", 2}, {"BSD", 2}, {"BTN", 2}, {"BWP", 2}, {"BYN", 2}, {"BZD", 2}, {"CAD", 2},
     {"CDF", 2}, {"CHF", 2}, {"CLP", 0}, {"CNY", 2}, {"COP", 2}, {"CRC", 2}, {"CUP", 2}, {"CVE", 2},
     {"CZK", 2}, {"DJF", 0}, {"DKK", 2}, {"DOP", 2}, {"DZD", 2}, {"EGP", 2}, {"ERN", 2}, {"ETB", 2},
     {"EUR", 2}, {"FJD", 2}, {"FKP", 2}, {"GBP", 2}, {"GEL", 2}, {"GHS", 2}, {"GIP", 2}, {"GMD", 2},
     {"GNF", 0}, {"GTQ", 2}, {"GYD", 2}, {"HKD", 2}, {"HNL", 2}, {"HTG", 2}, {"HUF", 2}, {"IDR", 2},
     {"ILS", 2}, {"INR", 2}, {"IQD", 3}, {"IRR", 2}, {"ISK", 0}, {"JMD", 2}, {"JOD", 3}, {"JPY", 0},
     {"KES", 2}, {"KGS", 2}, {"KHR", 2}, {"KMF", 0}, {"KPW", 2}, {"KRW", 0}, {"KWD", 3}, {"KYD", 2},
     {"KZT", 2}, {"LAK", 2}, {"LBP", 2}, {"LKR", 2}, {"LRD", 2}, {"LSL", 2}, {"LYD", 3}, {"MAD", 2},
     {"MDL", 2}, {"MGA", 2}, {"MKD", 2}, {"MMK", 2}, {"MNT", 2}, {"MOP", 2}, {"MRU", 2}, {"MUR", 2},
     {"MVR", 2}, {"MWK", 2}, {"MXN", 2}, {"MYR", 2}, {"MZN", 2}, {"NAD", 2}, {"NGN", 2}, {"NIO", 2},
     {"NOK", 2}, {"NPR", 2}, {"NZD", 2}, {"OMR", 3}, {"PAB", 2}, {"PEN", 2}, {"PGK", 2}, {"PHP", 2},
     {"PKR", 2}, {"PLN", 2}, {"PYG", 0}, {"QAR", 2}, {"RON", 2}, {"RSD", 2}, {"RUB", 2}, {"RWF", 0},
     {"SAR", 2}, {"SBD", 2}, {"SCR", 2}, {"SDG", 2}, {"SEK", 2}, {"SGD", 2}, {"SHP", 2}, {"SLE", 2},
     {"SOS", 2}, {"SRD", 2}, {"SSP", 2}, {"STN", 2}, {"SVC", 2}, {"SYP", 2}, {"SZL", 2}, {"THB", 2},
     {"TJS", 2}, {"TMT", 2}, {"TND", 3}, {"TOP", 2}, {"TRY", 2}, {"TTD", 2}, {"TWD", 2}, {"TZS", 2},
     {"UAH", 2}, {"UGX", 0}, {"USD", 2}, {"UYU", 2}, {"UZS", 2}, {"VED", 2}, {"VES", 2}, {"VND", 0},
     {"VUV", 0}, {"WST", 2}, {"XAF", 0}, {"XCD", 2}, {"XCG", 2}, {"XOF", 0}, {"XPF", 0}, {"YER", 2},
     {"ZAR", 2}, {"ZMW", 2}, {"ZWG", 2}});

Error badAmount(std::string_view text, Currency currency)
{
    const std::string example = toPlainText(Money{1250, currency});
    Error error = badInput("bad_amount",
                           "\"" + std::string{text} + "\" is not an amount of " +
                               std::string{currency.code()} + ". Write it as in " + example + ".");
    error.facts = {std::string{text}, std::string{currency.code()}, example};
    return error;
}

} // namespace

std::optional<Currency> Currency::fromCode(std::string_view code)
{
    const auto* found = std::ranges::find(kListed, code, &Listed::code);
    if (found == kListed.end()) {
        return std::nullopt;
    }
    return Currency{{code[0], code[1], code[2]}, found->exponent};
}

Money operator*(Money amount, std::int64_t count)
{
    std::int64_t product = 0;
    ENSURE(!__builtin_mul_overflow(amount.minor(), count, &product));
    return {product, amount.currency()};
}

Result<Money> parseMoney(std::string_view text, Currency currency)
{
    std::string_view rest = text;
    const bool negative = rest.starts_with('-');
    if (negative) {
        rest.remove_prefix(1);
    }
    std::int64_t minor = 0;
    int decimals = -1; // -1 until the separator was seen
    bool anyDigit = false;
    for (const char c : rest) {
        if ((c == '.' || c == ',') && decimals < 0 && anyDigit) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || decimals == currency.exponent()) {
            return badAmount(text, currency);
        }
        anyDigit = true;
        minor = minor * 10 + (c - '0');
        decimals += decimals >= 0 ? 1 : 0;
        if (minor > Money::kMinorMax) { // before the next digit could overflow
            return badAmount(text, currency);
        }
    }
    if (!anyDigit || decimals == 0) {
        return badAmount(text, currency);
    }
    for (int i = std::max(decimals, 0); i < currency.exponent(); ++i) {
        minor *= 10;
    }
    if (minor > Money::kMinorMax) {
        return badAmount(text, currency);
    }
    return Money{negative ? -minor : minor, currency};
}

std::string toPlainText(Money amount)
{
    const int exponent = amount.currency().exponent();
    std::string digits = std::to_string(amount.isNegative() ? -amount.minor() : amount.minor());
    const auto decimals = static_cast<std::size_t>(exponent);
    if (digits.size() <= decimals) {
        digits.insert(0, decimals + 1 - digits.size(), '0');
    }
    if (decimals > 0) {
        digits.insert(digits.size() - decimals, 1, '.');
    }
    return amount.isNegative() ? "-" + digits : digits;
}

std::int64_t mulDivRounded(std::int64_t value, std::int64_t numerator, std::int64_t denominator)
{
    ENSURE(denominator > 0);
    const __int128 product = static_cast<__int128>(value) * numerator;
    const __int128 magnitude = product < 0 ? -product : product;
    const __int128 rounded = (magnitude + denominator / 2) / denominator;
    ENSURE(rounded <= Money::kMinorMax);
    const auto result = static_cast<std::int64_t>(rounded);
    return product < 0 ? -result : result;
}

} // namespace foyer
