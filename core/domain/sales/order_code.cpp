// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/order_code.h"

#include "core/base/ensure.h"

#include <cctype>

namespace foyer {
namespace {

constexpr std::size_t kCountSize = 5;
constexpr std::uint64_t kBase = kOrderCodeAlphabet.size(); // 31, a prime
constexpr std::size_t kCodeMin = kSeriesSize + kCountSize + 1;
constexpr std::size_t kCodeMax = kCodeMin + 8;

} // namespace

char checkCharacter(std::string_view code)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        sum += (i + 2) * kOrderCodeAlphabet.find(code[i]);
    }
    return kOrderCodeAlphabet[(kBase - sum % kBase) % kBase];
}

std::string orderCode(std::string_view series, std::uint64_t count)
{
    ENSURE(series.size() == kSeriesSize && count > 0);
    std::string digits;
    for (std::uint64_t rest = count; rest > 0 || digits.size() < kCountSize; rest /= kBase) {
        digits.insert(digits.begin(), kOrderCodeAlphabet[rest % kBase]);
    }
    std::string code{series};
    code += digits;
    code += checkCharacter(code);
    return code;
}

std::optional<std::string> unspaced(std::string_view typed)
{
    std::string code;
    for (const char c : typed) {
        if (c == '-' || c == ' ' || c == '\t') {
            continue;
        }
        // None of 0 O 1 I L is in the alphabet, so such a character is a misreading that cannot be
        // undone: the check would be a guess.
        const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        if (kOrderCodeAlphabet.find(upper) == std::string_view::npos) {
            return std::nullopt;
        }
        code.push_back(upper);
    }
    return code;
}

std::optional<std::string> normalizedOrderCode(std::string_view typed)
{
    auto code = unspaced(typed);
    if (!code || code->size() < kCodeMin || code->size() > kCodeMax) {
        return std::nullopt;
    }
    if (checkCharacter(std::string_view{*code}.substr(0, code->size() - 1)) != code->back()) {
        return std::nullopt;
    }
    return code;
}

std::string displayOrderCode(std::string_view code)
{
    if (code.size() < kCodeMin) {
        return std::string{code};
    }
    return std::string{code.substr(0, kSeriesSize)} + "-" +
        std::string{code.substr(kSeriesSize, code.size() - kSeriesSize - 1)} + "-" + code.back();
}

} // namespace foyer
