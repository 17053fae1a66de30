// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/picture/reading.h"

#include <algorithm>
#include <cerrno>
#include <string_view>

#include <unistd.h>

namespace foyer::picture {
namespace {

bool beginsWith(ByteView file, std::string_view magic, std::size_t at = 0)
{
    return file.size() >= at + magic.size() &&
        std::ranges::equal(file.subspan(at, magic.size()), bytesOf(magic));
}

/// Numbers of a TIFF structure, in the order of bytes that it says; 0 beyond its end.
struct TiffNumbers {
    ByteView bytes;
    bool isLittle = false;

    std::uint32_t at(std::size_t position, std::size_t size) const
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < size && position + i < bytes.size(); ++i) {
            const std::size_t place = isLittle ? i : size - 1 - i;
            value |= std::uint32_t{bytes[position + i]} << (8 * place);
        }
        return value;
    }
};

} // namespace

bool writeAnswer(ByteView bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (put < 0 && errno != EINTR) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(put, 0)));
    }
    return true;
}

void refuse(PictureFault fault)
{
    constexpr int kFailed = 4;
    ::_exit(writeAnswer(encodePictureAnswer(fault)) ? 0 : kFailed);
}

void Reading::checkSize() const
{
    const std::int64_t width = m_header.width;
    const std::int64_t height = m_header.height;
    if (width <= 0 || height <= 0) {
        refuse(PictureFault::Damaged);
    }
    if (height > kPicturePixelsMax / width) {
        refuse(PictureFault::TooManyPixels);
    }
    if (std::max(width, height) > kPictureRatioMax * std::min(width, height)) {
        refuse(PictureFault::TooNarrow);
    }
}

std::unique_ptr<Reading> beginReading(ByteView file)
{
    if (beginsWith(file, "\xff\xd8\xff")) {
        return beginJpeg(file);
    }
    if (beginsWith(file, "\x89PNG\r\n\x1a\n")) {
        return beginPng(file);
    }
    constexpr std::size_t kKindOfRiff = 8;
    if (beginsWith(file, "RIFF") && beginsWith(file, "WEBP", kKindOfRiff)) {
        return beginWebP(file);
    }
    refuse(PictureFault::Format);
}

int orientationIn(ByteView exif)
{
    constexpr std::size_t kHeaderSize = 8;
    constexpr std::size_t kItemSize = 12;
    constexpr std::uint32_t kOrientationTag = 0x0112;
    constexpr std::uint32_t kShort = 3;
    if (exif.size() < kHeaderSize || (exif[0] != 'I' && exif[0] != 'M') || exif[0] != exif[1]) {
        return 1;
    }
    const TiffNumbers numbers{exif, exif[0] == 'I'};
    const std::size_t items = numbers.at(4, 4);
    if (items >= exif.size()) {
        return 1;
    }
    const std::size_t count = numbers.at(items, 2);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t item = items + 2 + i * kItemSize;
        if (item + kItemSize > exif.size()) {
            break;
        }
        if (numbers.at(item, 2) == kOrientationTag && numbers.at(item + 2, 2) == kShort) {
            const auto value = static_cast<int>(numbers.at(item + 8, 2));
            return value >= 1 && value <= 8 ? value : 1;
        }
    }
    return 1;
}

} // namespace foyer::picture
