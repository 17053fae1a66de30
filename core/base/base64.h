// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace foyer {

/// Base64 with padding (RFC 4648 §4), as HTTP's byte sequences have it.
std::string toBase64(ByteView bytes);
/// Base64 for names and URLs (RFC 4648 §5), without padding, as JOSE has it (RFC 7515 §2).
std::string toBase64Url(ByteView bytes);

/// The bytes of exactly the text that toBase64 writes: no white space, full padding, no stray bits;
/// nothing for any other. So no two texts stand for the same bytes.
std::optional<Bytes> fromBase64(std::string_view text);
/// The same of toBase64Url.
std::optional<Bytes> fromBase64Url(std::string_view text);

} // namespace foyer
