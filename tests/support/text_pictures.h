// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/picture_worker.h"

#include <cstdio>
#include <string>

namespace foyer::test {

/// A worker that decodes nothing: "picture 1000 700 anything" is a JPEG of that size, and so are
/// the renditions that it makes; everything else is no picture.
class TextPictures final : public PictureWorker {
public:
    static Bytes picture(int width, int height, const std::string& words = "",
                         std::size_t padding = 0)
    {
        const std::string text = "picture " + std::to_string(width) + " " + std::to_string(height) +
            " " + words + std::string(padding, '.');
        return {text.begin(), text.end()};
    }
    Result<PictureMade> make(ByteView file) const override
    {
        auto made = look(file);
        if (made) {
            for (const PictureSize& size : renditionSizes(made->size)) {
                made->renditions.push_back({PictureFormat::Jpeg, size,
                                            picture(static_cast<int>(size.width),
                                                    static_cast<int>(size.height), m_edition)});
            }
        }
        return made;
    }
    Result<PictureMade> look(ByteView file) const override
    {
        const std::string text{file.begin(), file.end()};
        int width = 0;
        int height = 0;
        if (std::sscanf(text.c_str(), "picture %d %d", &width, &height) != 2) {
            return pictureError(PictureFault::Format);
        }
        return PictureMade{PictureFormat::Jpeg, {width, height}, {}};
    }
    /// All of one colour.
    Result<PicturePixels> paint(ByteView file, std::int64_t width) const override
    {
        const auto made = look(file);
        if (!made) {
            return made.error();
        }
        const PictureSize size = paintedSize(made->size, width);
        return PicturePixels{size,
                             Bytes(static_cast<std::size_t>(size.width * size.height * 4), 0x7F)};
    }
    /// Its libraries are of another edition from now on, and make other bytes.
    void becomeEdition(std::string edition) { m_edition = std::move(edition); }

private:
    std::string m_edition = "one";
};

} // namespace foyer::test
