// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/ensure.h"
#include "core/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// An ISO 4217 currency: three letters and how many decimals its minor unit has (0, 2 or 3).
class Currency {
public:
    /// The currency of a code in the ISO 4217 list that Foyer knows; nothing for any other text.
    static std::optional<Currency> fromCode(std::string_view code);

    std::string_view code() const { return {m_code.data(), m_code.size()}; }
    /// Decimals of the minor unit: 0 (JPY), 2 (EUR) or 3 (KWD).
    constexpr int exponent() const { return m_exponent; }

    friend constexpr bool operator==(Currency, Currency) = default;

private:
    constexpr Currency(std::array<char, 3> code, int exponent) : m_code{code}, m_exponent{exponent}
    {}
    std::array<char, 3> m_code;
    int m_exponent;
};

/// An amount as a 64-bit count of minor units of one currency. There is no floating point here.
class Money {
public:
    /// Far above any real sale and far below overflow: a sum of two valid amounts always fits.
    static constexpr std::int64_t kMinorMax = 1'000'000'000'000'000;

    constexpr Money(std::int64_t minor, Currency currency) : m_minor{minor}, m_currency{currency}
    {
        ENSURE(minor >= -kMinorMax && minor <= kMinorMax);
    }

    constexpr std::int64_t minor() const { return m_minor; }
    constexpr Currency currency() const { return m_currency; }
    constexpr bool isZero() const { return m_minor == 0; }
    constexpr bool isNegative() const { return m_minor < 0; }

    friend constexpr bool operator==(Money, Money) = default;
    /// Mixing currencies is the caller's bug, not an input error.
    friend constexpr std::strong_ordering operator<=>(Money a, Money b)
    {
        ENSURE(a.m_currency == b.m_currency);
        return a.m_minor <=> b.m_minor;
    }
    friend constexpr Money operator+(Money a, Money b)
    {
        ENSURE(a.m_currency == b.m_currency);
        return {a.m_minor + b.m_minor, a.m_currency};
    }
    friend constexpr Money operator-(Money a, Money b)
    {
        ENSURE(a.m_currency == b.m_currency);
        return {a.m_minor - b.m_minor, a.m_currency};
    }
    constexpr Money operator-() const { return {-m_minor, m_currency}; }
    Money& operator+=(Money other) { return *this = *this + other; }
    Money& operator-=(Money other) { return *this = *this - other; }
    friend Money operator*(Money amount, std::int64_t count);

private:
    std::int64_t m_minor;
    Currency m_currency;
};

/// Reads an amount as people type it: "12", "12.5", "12,50", "-3.00"; at most as many decimals as
/// the currency has, no thousands separators, up to Money::kMinorMax in either direction. Error
/// code "bad_amount" otherwise.
Result<Money> parseMoney(std::string_view text, Currency currency);

/// The amount with a point and all decimals of its currency, without the code: "1234.50", "500".
/// For machines and scripts; screens write it as the locale does.
std::string toPlainText(Money amount);

/// value × numerator ÷ denominator, rounded half away from zero to a whole minor unit.
/// denominator > 0. The product is computed in 128 bits, so nothing overflows on the way.
std::int64_t mulDivRounded(std::int64_t value, std::int64_t numerator, std::int64_t denominator);

} // namespace foyer
