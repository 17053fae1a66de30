// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/pictures/house_style.h"

#include <QBuffer>
#include <QImage>

#include <memory>

namespace foyer::test {

/// A house with a logo of this shape, all red, and a colour of its own.
inline HouseStyle redStyle(int width, int height)
{
    QImage image{width, height, QImage::Format_RGB32};
    image.fill(Qt::red);
    QByteArray png;
    QBuffer buffer{&png};
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {{HouseColour{0x00, 0x80, 0x00}, {}},
            std::make_shared<const HouseLogo>(
                HouseLogo{{width, height}, PictureFormat::Png, Bytes{png.begin(), png.end()}, {}})};
}

} // namespace foyer::test
