// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace foyer {

/// How messages between counter and server are written. A server speaks all of them, so that a
/// counter that was not updated keeps working; a counter speaks the newest that its server names.
enum class WireVersion : std::uint8_t {
    Plain = 1,      ///< CBOR, every entry whole
    Compressed = 2, ///< the same, Zstandard (RFC 8878)
    Columns = 3,    ///< entries in columns without what the receiver can work out, Zstandard
};
inline constexpr WireVersion kNewestWireVersion = WireVersion::Columns;

/// The media type of a version: "application/vnd.foyer.sync.v3".
std::string mediaType(WireVersion version);
/// The version of a media type. Error unknown_wire_version: the other side is newer.
Result<WireVersion> wireVersionOf(std::string_view mediaType);

} // namespace foyer
