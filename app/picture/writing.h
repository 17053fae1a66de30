// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/picture/reading.h"

namespace foyer::picture {

/// As a JPEG of fixed quality, with nothing in it but the picture. `isDrawn`: edges of colour stay
/// sharp. Three channels.
Bytes asJpeg(const Pixels& pixels, bool isDrawn);
/// As a PNG, with nothing in it but the picture.
Bytes asPng(const Pixels& pixels);

} // namespace foyer::picture
