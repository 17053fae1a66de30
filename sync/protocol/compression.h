// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <cstddef>

namespace foyer {

/// Zstandard (RFC 8878) in one frame.
Bytes compressed(ByteView bytes);
/// What compressed() made. Takes no more memory than `most`, whatever the frame claims: error
/// message_too_large where there is more, bad_message where it is no such frame.
Result<Bytes> decompressed(ByteView bytes, std::size_t most);

} // namespace foyer
