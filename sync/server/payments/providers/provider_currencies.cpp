// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/payments/providers/provider_currencies.h"

#include <algorithm>
#include <array>

namespace foyer::server {
namespace {

std::int64_t powerOfTen(int exponent)
{
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) {
        power *= 10;
    }
    return power;
}

/// Units with so many decimals as units with so many others. Nothing where that loses something.
std::optional<std::int64_t> rescaled(std::int64_t units, int from, int to)
{
    if (to >= from) {
        std::int64_t product = 0;
        if (__builtin_mul_overflow(units, powerOfTen(to - from), &product)) {
            return std::nullopt;
        }
        return product;
    }
    const std::int64_t power = powerOfTen(from - to);
    return units % power == 0 ? std::optional{units / power} : std::nullopt;
}

std::optional<Money> held(std::optional<std::int64_t> minor, Currency currency)
{
    if (!minor || *minor > Money::kMinorMax || *minor < -Money::kMinorMax) {
        return std::nullopt;
    }
    return Money{*minor, currency};
}

/// The currencies of a list of codes, each with two decimals until something else is said.
std::vector<ProviderCurrency> listed(std::string_view codes)
{
    constexpr std::size_t kCode = 3;
    std::vector<ProviderCurrency> rows;
    for (std::size_t at = 0; at + kCode <= codes.size(); at += kCode + 1) {
        const auto currency = Currency::fromCode(codes.substr(at, kCode));
        ENSURE(currency.has_value());
        rows.push_back({*currency});
    }
    return rows;
}

template <typename Change>
void change(std::vector<ProviderCurrency>& rows, std::string_view codes, Change change)
{
    for (ProviderCurrency& row : rows) {
        if (codes.find(row.currency.code()) != std::string_view::npos) {
            change(row);
        }
    }
}

constexpr std::int64_t kStripeMax = 99'999'999;
// PayPal and Mollie say how long a text may be, not how much money; more than this is no ticket.
constexpr std::int64_t kTextMax = 99'999'999'999;

} // namespace

ProviderCurrencies::ProviderCurrencies(std::vector<ProviderCurrency> rows, std::int64_t unitsMax)
    : m_rows{std::move(rows)}, m_unitsMax{unitsMax}
{}

const ProviderCurrency* ProviderCurrencies::find(std::string_view code) const
{
    const auto found = std::ranges::find_if(m_rows, [code](const ProviderCurrency& row) {
        return std::ranges::equal(row.currency.code(), code, [](char upper, char c) {
            return c == upper || c == upper - 'A' + 'a';
        });
    });
    return found == m_rows.end() ? nullptr : &*found;
}

std::optional<std::int64_t> ProviderCurrencies::unitsOf(Money amount) const
{
    const ProviderCurrency* row = find(amount.currency().code());
    if (row == nullptr) {
        return std::nullopt;
    }
    const auto units = rescaled(amount.minor(), amount.currency().exponent(), row->exponent);
    return units && *units >= 0 && *units % row->step == 0 ? units : std::nullopt;
}

bool ProviderCurrencies::take(Money amount) const
{
    const auto units = unitsOf(amount);
    return units && *units >= find(amount.currency().code())->least && *units <= m_unitsMax;
}

std::optional<std::string> ProviderCurrencies::textOf(Money amount) const
{
    const auto units = unitsOf(amount);
    if (!units) {
        return std::nullopt;
    }
    const int decimals = find(amount.currency().code())->exponent;
    std::string text = std::to_string(*units);
    if (decimals > 0) {
        const auto needed = static_cast<std::size_t>(decimals) + 1;
        text.insert(0, text.size() < needed ? needed - text.size() : 0, '0');
        text.insert(text.size() - static_cast<std::size_t>(decimals), ".");
    }
    return text;
}

std::optional<Money> ProviderCurrencies::moneyOf(std::int64_t units, std::string_view code) const
{
    const ProviderCurrency* row = find(code);
    if (row == nullptr) {
        return std::nullopt;
    }
    return held(rescaled(units, row->exponent, row->currency.exponent()), row->currency);
}

std::optional<Money> ProviderCurrencies::moneyOf(std::string_view text, std::string_view code) const
{
    const ProviderCurrency* row = find(code);
    const bool isNegative = text.starts_with('-');
    text.remove_prefix(isNegative ? 1 : 0);
    constexpr std::size_t kTextLongest = 17; // of digits; what has more is no amount of Foyer's
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    const auto decimals = point == std::string_view::npos ? "" : text.substr(point + 1);
    const std::string digits = std::string{whole} + std::string{decimals};
    if (row == nullptr || digits.empty() || digits.size() > kTextLongest ||
        (point != std::string_view::npos && decimals.empty()) ||
        !std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    std::int64_t units = 0;
    for (const char c : digits) {
        units = units * 10 + (c - '0');
    }
    units = isNegative ? -units : units;
    return held(rescaled(units, static_cast<int>(decimals.size()), row->currency.exponent()),
                row->currency);
}

const ProviderCurrencies& stripeCurrencies()
{
    // UGX is left out: the page has it among those without decimals, and among those that are
    // written with two for old times' sake. A hundredfold is not to be guessed.
    static const ProviderCurrencies kTable = [] {
        auto rows =
            listed("AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB "
                   "BRL BSD BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD "
                   "EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS "
                   "INR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL "
                   "MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR "
                   "NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK "
                   "SGD SHP SLE SOS SRD SZL THB TJS TND TOP TRY TTD TWD TZS UAH USD UYU UZS "
                   "VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW");
        change(rows, "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF",
               [](ProviderCurrency& row) { row.exponent = 0; });
        change(rows, "BHD JOD KWD OMR TND", [](ProviderCurrency& row) {
            row.exponent = 3;
            row.step = 10; // the last digit has to be 0
        });
        change(rows, "ISK", [](ProviderCurrency& row) { row.step = 100; }); // 5 ISK are 500
        // The same page: half a dollar or what the house's own currency has for it.
        change(rows, "CHF EUR USD", [](ProviderCurrency& row) { row.least = 50; });
        change(rows, "GBP", [](ProviderCurrency& row) { row.least = 30; });
        return ProviderCurrencies{std::move(rows), kStripeMax};
    }();
    return kTable;
}

const ProviderCurrencies& paypalCurrencies()
{
    static const ProviderCurrencies kTable = [] {
        auto rows =
            listed("AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP "
                   "PLN SEK SGD THB TWD USD");
        change(rows, "HUF JPY TWD", [](ProviderCurrency& row) { row.exponent = 0; });
        return ProviderCurrencies{std::move(rows), kTextMax};
    }();
    return kTable;
}

const ProviderCurrencies& mollieCurrencies()
{
    static const ProviderCurrencies kTable = [] {
        auto rows =
            listed("AED AUD BRL CAD CHF CZK DKK EUR GBP HKD HUF ILS ISK JPY MXN MYR NOK NZD "
                   "PHP PLN RON SEK SGD THB TWD USD ZAR");
        change(rows, "ISK JPY", [](ProviderCurrency& row) { row.exponent = 0; });
        return ProviderCurrencies{std::move(rows), kTextMax};
    }();
    return kTable;
}

} // namespace foyer::server
