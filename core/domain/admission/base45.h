// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// Base45 (RFC 9285): two bytes as three characters of a QR code's alphanumeric set.
std::string toBase45(ByteView bytes);
/// The bytes of a Base45 text; nothing for another character, a length that cannot be, or a group
/// above what two bytes (or the last one) can hold. So every text that decodes is canonical.
std::optional<Bytes> fromBase45(std::string_view text);

} // namespace foyer
