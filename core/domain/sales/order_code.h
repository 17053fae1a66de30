// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// Order codes: what a customer says on the phone. A series prefix that the authority gave the
/// replica (2 characters), the replica's own count, and a check character, over an alphabet of 31
/// without 0, O, 1, I and L. 31 is prime, so the check character finds every single wrong character
/// and every swap of two neighbours. 8 characters up to 28,629,150 orders of a series, then one
/// more.
inline constexpr std::string_view kOrderCodeAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
inline constexpr std::size_t kSeriesSize = 2;

/// The code of the `count`th order (from 1) of a series. The series is two characters of the
/// alphabet.
std::string orderCode(std::string_view series, std::uint64_t count);

/// What makes the weighted sum of a code and itself a multiple of 31. Weights differ between
/// neighbours and are never 0 modulo 31 up to 29 characters, so one wrong character or a swap
/// always shows. The code is of characters of the alphabet.
char checkCharacter(std::string_view code);
/// A code as typed, without spaces and dashes, upper case; nothing where a character is not of the
/// alphabet.
std::optional<std::string> unspaced(std::string_view typed);

/// A code as typed, without spaces and dashes, upper case, look-alikes mapped where they are
/// unambiguous; nothing if it cannot be an order code (wrong length, character or check).
std::optional<std::string> normalizedOrderCode(std::string_view typed);

/// "AB-CDEFG-H", how it is printed and read out.
std::string displayOrderCode(std::string_view code);

} // namespace foyer
