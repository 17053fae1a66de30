// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/uuid.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// Codes of gift cards: 19 characters that cannot be guessed (94 bits) and a check character, over
/// the alphabet of order codes. Whoever knows the code may spend the card, so the code is nowhere
/// on disk: only its hash is, to find the card by, and its last four characters, to name it by.
inline constexpr std::size_t kGiftCodeSize = 20;
inline constexpr std::size_t kGiftTailSize = 4;

/// The code made of 32 bytes that nobody can foresee.
std::string giftCode(const std::array<std::uint8_t, 32>& secret);
/// A code as typed or scanned, without spaces and dashes, upper case; nothing if it cannot be one
/// (wrong length, character or check).
std::optional<std::string> normalizedGiftCode(std::string_view typed);
/// "ABCDE-FGHJK-MNPQR-STUV2", how it is printed.
std::string displayGiftCode(std::string_view code);
/// The last characters, which receipts name the card by.
std::string giftTail(std::string_view code);

/// What became of a card, the later ones above the earlier ones: cancelled over replaced over
/// blocked over active.
enum class GiftCardState : std::uint8_t { Active, Blocked, Replaced, Cancelled };
/// "active", "blocked", "replaced", "cancelled".
std::string_view giftCardStateName(GiftCardState state);

/// Why a card's worth changed, or whether it may be spent.
enum class GiftMoveKind : std::uint8_t {
    Redeemed,  ///< paid with
    GivenBack, ///< of an order that was taken back
    Cancelled, ///< the sale of the card was taken back
    Replaced,  ///< went over to another card
    Blocked,
    Unblocked,
};
/// "redeemed", "given_back", …: stable names for entries, the command line and JSON.
std::string_view giftMoveName(GiftMoveKind kind);
std::optional<GiftMoveKind> giftMoveNamed(std::string_view name);

/// A line of a card's history.
struct GiftCardMove {
    Instant at;
    GiftMoveKind kind = GiftMoveKind::Redeemed;
    Money amount;          ///< negative: the card is worth less
    std::string orderCode; ///< stored form; empty where there is none
    std::string note;
};

/// A gift card as it stands.
struct GiftCard {
    GiftCardId id;
    std::string tail; ///< the last characters of its code
    Money worth;      ///< when it was issued
    Money balance;
    GiftCardState state = GiftCardState::Active;
    Instant issuedAt;
    std::string orderCode; ///< it was sold with; empty of a replacement
    bool isHome = true;    ///< this counter issued it, and alone may spend it without a network
    std::vector<GiftCardMove> moves;
};

} // namespace foyer
