// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/documents/tickets/house_mark.h"

#include "core/base/ensure.h"

#include <algorithm>

namespace foyer {

DrawnPicture drawnLogo(const std::shared_ptr<const HouseLogo>& logo, const Box& room,
                       bool isCentred)
{
    ENSURE(logo != nullptr && logo->size.width > 0 && logo->size.height > 0);
    const auto width = static_cast<double>(logo->size.width);
    const auto height = static_cast<double>(logo->size.height);
    const double scale = std::min(room.width / width, room.height / height);
    Box box{room.x, room.y, width * scale, height * scale};
    box.y += (room.height - box.height) / 2;
    if (isCentred) {
        box.x += (room.width - box.width) / 2;
    }
    return {box, std::shared_ptr<const Bytes>{logo, &logo->file}};
}

} // namespace foyer
