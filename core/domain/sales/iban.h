// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// An account number (ISO 13616) as people type it, with spaces and in either case: in capitals and
/// without spaces, where its check digits are right. Nothing for any other text.
std::optional<std::string> readIban(std::string_view text);
/// "DE89 3704 0044 0532 0130 00".
std::string inGroupsOfFour(std::string_view text);
/// Whether a text is a bank's code as ISO 9362 has it: 8 or 11 capitals and digits.
bool isBic(std::string_view text);

} // namespace foyer
