// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/uuid.h"

#include <string>
#include <string_view>

namespace foyer {

class Counter;

/// The code of a card that this counter issued. It is not stored: it is made of the card's id and a
/// signature that only this counter's device key can make, so a card can be printed again and a
/// stolen database spends nothing.
std::string codeOfGiftCard(const Counter& counter, GiftCardId card);
/// What a card is found by: SHA-256 of its normalized code. The code has 94 bits of its own, so
/// there is nothing to be gained from trying codes.
Bytes giftCodeHash(std::string_view code);

} // namespace foyer
