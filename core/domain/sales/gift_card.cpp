// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/sales/gift_card.h"

#include "core/domain/sales/order_code.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::size_t kGroupSize = 5;
constexpr auto kStateNames =
    std::to_array<std::string_view>({"active", "blocked", "replaced", "cancelled"});
constexpr auto kMoveNames = std::to_array<std::string_view>(
    {"redeemed", "given_back", "cancelled", "replaced", "blocked", "unblocked"});

/// Divides a number of 32 bytes by the size of the alphabet; the remainder is the next character.
std::size_t takeDigit(std::array<std::uint8_t, 32>& number)
{
    std::size_t rest = 0;
    for (std::uint8_t& byte : number) {
        const std::size_t value = rest << 8 | byte;
        byte = static_cast<std::uint8_t>(value / kOrderCodeAlphabet.size());
        rest = value % kOrderCodeAlphabet.size();
    }
    return rest;
}

} // namespace

std::string giftCode(const std::array<std::uint8_t, 32>& secret)
{
    // 256 bits down to 31^19: what is left of a bias is beyond measuring.
    auto number = secret;
    std::string code;
    while (code.size() < kGiftCodeSize - 1) {
        code.push_back(kOrderCodeAlphabet[takeDigit(number)]);
    }
    code.push_back(checkCharacter(code));
    return code;
}

std::optional<std::string> normalizedGiftCode(std::string_view typed)
{
    auto code = unspaced(typed);
    if (!code || code->size() != kGiftCodeSize ||
        checkCharacter(std::string_view{*code}.substr(0, kGiftCodeSize - 1)) != code->back()) {
        return std::nullopt;
    }
    return code;
}

std::string displayGiftCode(std::string_view code)
{
    std::string shown;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % kGroupSize == 0) {
            shown.push_back('-');
        }
        shown.push_back(code[i]);
    }
    return shown;
}

std::string giftTail(std::string_view code)
{
    return std::string{code.substr(code.size() - std::min(code.size(), kGiftTailSize))};
}

std::string_view giftCardStateName(GiftCardState state)
{
    return kStateNames.at(static_cast<std::size_t>(state));
}

std::string_view giftMoveName(GiftMoveKind kind)
{
    return kMoveNames.at(static_cast<std::size_t>(kind));
}

std::optional<GiftMoveKind> giftMoveNamed(std::string_view name)
{
    const auto* found = std::ranges::find(kMoveNames, name);
    return found != kMoveNames.end()
        ? std::optional{static_cast<GiftMoveKind>(std::distance(kMoveNames.begin(), found))}
        : std::nullopt;
}

} // namespace foyer
