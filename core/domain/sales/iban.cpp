// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/iban.h"

#include "core/domain/sales/mod_97.h"

#include <algorithm>
#include <cstddef>

namespace foyer {
namespace {

constexpr std::size_t kLeast = 15; // Norway's
constexpr std::size_t kMost = 34;
constexpr std::size_t kHead = 4; // country and check digits
constexpr std::size_t kBicShort = 8;
constexpr std::size_t kBicLong = 11;
constexpr std::size_t kBicLetters = 6;

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::optional<std::string> readIban(std::string_view text)
{
    std::string iban;
    for (const char c : text) {
        if (c != ' ') {
            iban += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
        if (iban.size() > kMost) {
            return std::nullopt;
        }
    }
    if (iban.size() < kLeast || !isCapital(iban[0]) || !isCapital(iban[1]) || !isDigit(iban[2]) ||
        !isDigit(iban[3])) {
        return std::nullopt;
    }
    return mod97(iban.substr(kHead) + iban.substr(0, kHead)) == 1 ? std::optional{iban}
                                                                  : std::nullopt;
}

std::string inGroupsOfFour(std::string_view text)
{
    constexpr std::size_t kGroup = 4;
    std::string shown;
    for (std::size_t i = 0; i < text.size(); ++i) {
        shown += i > 0 && i % kGroup == 0 ? " " : "";
        shown += text[i];
    }
    return shown;
}

bool isBic(std::string_view text)
{
    return (text.size() == kBicShort || text.size() == kBicLong) &&
        std::ranges::all_of(text.substr(0, kBicLetters), isCapital) &&
        std::ranges::all_of(text, [](char c) { return isCapital(c) || isDigit(c); });
}

} // namespace foyer
