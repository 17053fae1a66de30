// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/picture/reading.h"

#include <webp/decode.h>

#include <algorithm>
#include <string_view>

namespace foyer::picture {
namespace {

constexpr std::size_t kRiffHeader = 12;

/// The first chunk of a name; empty where there is none.
ByteView riffChunk(ByteView file, std::string_view name)
{
    constexpr std::size_t kChunkHeader = 8;
    std::size_t at = kRiffHeader;
    while (at + kChunkHeader <= file.size()) {
        const std::size_t size = std::size_t{file[at + 4]} | std::size_t{file[at + 5]} << 8 |
            std::size_t{file[at + 6]} << 16 | std::size_t{file[at + 7]} << 24;
        const std::size_t data = at + kChunkHeader;
        if (size > file.size() - data) {
            break;
        }
        if (std::ranges::equal(file.subspan(at, name.size()), bytesOf(name))) {
            return file.subspan(data, size);
        }
        at = data + size + size % 2;
    }
    return {};
}

class WebPReading final : public Reading {
public:
    explicit WebPReading(ByteView file) : m_file{file}
    {
        WebPBitstreamFeatures features{};
        if (::WebPGetFeatures(file.data(), file.size(), &features) != VP8_STATUS_OK) {
            refuse(PictureFault::Damaged);
        }
        constexpr int kLossless = 2;
        m_header.format = PictureFormat::WebP;
        m_header.width = features.width;
        m_header.height = features.height;
        m_header.hasAlpha = features.has_alpha != 0;
        m_header.isLossless = features.format == kLossless;
        checkSize();
        if (features.has_animation != 0) {
            refuse(PictureFault::Animated);
        }
        const ByteView profile = riffChunk(file, "ICCP");
        m_header.profile.assign(profile.begin(), profile.end());
        constexpr std::string_view kExif{"Exif\0\0", 6}; // some programs write it here, too
        ByteView exif = riffChunk(file, "EXIF");
        if (exif.size() > kExif.size() && std::equal(kExif.begin(), kExif.end(), exif.begin())) {
            exif = exif.subspan(kExif.size());
        }
        m_header.orientation = orientationIn(exif);
    }

    void decode(std::int64_t /*width*/, const std::function<void(const Pixels&)>& began,
                const TakeRow& take) override
    {
        Pixels pixels;
        pixels.width = m_header.width;
        pixels.height = m_header.height;
        pixels.channels = m_header.hasAlpha ? 4 : 3;
        pixels.data.resize(pixels.rowSize() * static_cast<std::size_t>(pixels.height));
        const auto stride = static_cast<int>(pixels.rowSize());
        const auto* decoded = m_header.hasAlpha
            ? ::WebPDecodeRGBAInto(m_file.data(), m_file.size(), pixels.data.data(),
                                   pixels.data.size(), stride)
            : ::WebPDecodeRGBInto(m_file.data(), m_file.size(), pixels.data.data(),
                                  pixels.data.size(), stride);
        if (decoded == nullptr) {
            refuse(PictureFault::Damaged);
        }
        began(pixels);
        for (std::int64_t y = 0; y < pixels.height; ++y) {
            take(pixels.row(y));
        }
    }

private:
    ByteView m_file;
};

} // namespace

std::unique_ptr<Reading> beginWebP(ByteView file)
{
    return std::make_unique<WebPReading>(file);
}

} // namespace foyer::picture
