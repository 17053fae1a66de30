// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace foyer {

/// Whether a text is well-formed UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing past
/// U+10FFFF.
bool isUtf8(std::string_view text);

} // namespace foyer
