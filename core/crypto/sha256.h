// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"

#include <array>
#include <cstdint>

namespace foyer {

using Sha256 = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4) of bytes.
Sha256 sha256(ByteView bytes);

} // namespace foyer
