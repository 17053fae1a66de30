// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// The characters of a text as a printer may see them: invalid UTF-8, controls (C0, DEL, C1, line
/// separators) and invisible marks are gone, unusual spaces and minus signs are usual ones. Nothing
/// in the answer is below U+0020, so no text can be taken for a command.
std::u32string printable(std::string_view utf8);

std::string utf8Of(std::u32string_view characters);

/// A text in one of the 8-bit tables that receipt printers have.
struct CodedText {
    std::uint8_t page = 0; ///< n of ESC t n
    std::string bytes;     ///< all at or above 0x20
};

/// Windows-1252 (16) or code page 866 (17); nothing where a character is in neither.
std::optional<CodedText> codedText(std::u32string_view characters);

/// Only ' ' … '~'.
bool isAscii(std::u32string_view characters);

} // namespace foyer
