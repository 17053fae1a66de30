// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace foyer {

/// A run of bytes that we own. Text is std::string (UTF-8); everything else is Bytes.
using Bytes = std::vector<std::uint8_t>;
/// A run of bytes that somebody else owns.
using ByteView = std::span<const std::uint8_t>;

/// The bytes of a text, without a copy. Valid as long as the text is.
inline ByteView bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

} // namespace foyer
