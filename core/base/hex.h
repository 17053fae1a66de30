// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// Lower-case hexadecimal, two characters a byte.
std::string toHex(ByteView bytes);
/// The bytes of a hexadecimal text of either case; nothing for an odd length or another character.
std::optional<Bytes> fromHex(std::string_view text);

} // namespace foyer
