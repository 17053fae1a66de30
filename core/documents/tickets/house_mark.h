// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/documents/drawing/drawing.h"
#include "core/domain/pictures/house_style.h"

#include <memory>

namespace foyer {

/// The logo as large as it goes into a room without being stretched, and there in the middle of the
/// height; at the side where reading begins, or in the middle of the width as well. Not null.
DrawnPicture drawnLogo(const std::shared_ptr<const HouseLogo>& logo, const Box& room,
                       bool isCentred = false);

} // namespace foyer
