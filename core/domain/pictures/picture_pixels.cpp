// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/pictures/picture_pixels.h"

#include <algorithm>
#include <string>

namespace foyer {

PictureSize paintedSize(PictureSize of, std::int64_t width)
{
    if (of.width <= width) {
        return of;
    }
    return {width, std::max<std::int64_t>((of.height * width + of.width / 2) / of.width, 1)};
}

PaperPicture paperPicture(const PicturePixels& pixels)
{
    constexpr unsigned kWhite = 255;
    const std::string head = "P6\n" + std::to_string(pixels.size.width) + " " +
        std::to_string(pixels.size.height) + "\n255\n";
    PaperPicture paper{pixels.size, {head.begin(), head.end()}};
    paper.file.reserve(head.size() + pixels.rgba.size());
    for (std::size_t at = 0; at + 4 <= pixels.rgba.size(); at += 4) {
        const unsigned opaque = pixels.rgba[at + 3];
        for (std::size_t colour = 0; colour < 3; ++colour) {
            const unsigned ink = pixels.rgba[at + colour] * opaque + kWhite * (kWhite - opaque);
            paper.file.push_back(static_cast<std::uint8_t>((ink + kWhite / 2) / kWhite));
        }
    }
    return paper;
}

} // namespace foyer
