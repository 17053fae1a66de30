// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string_view>

namespace foyer {

/// The remainder of ISO 7064 MOD 97-10 of digits and capital letters, as IBAN (ISO 13616) and
/// creditor reference (ISO 11649) have it: letters count as 10 to 35. Nothing for a text with
/// anything else.
std::optional<int> mod97(std::string_view text);

} // namespace foyer
