// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// foyer-picture: reads one picture from its standard input, and writes what Foyer makes of it to
// its standard output. It is the only program of Foyer that decodes pictures of strangers, and it
// can do nothing else; whoever starts it believes nothing of its answer that it can check.

#include "app/picture/confinement.h"
#include "app/picture/pixels.h"
#include "app/picture/reading.h"
#include "app/picture/writing.h"
#include "core/domain/pictures/picture_pixels.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <new>
#include <optional>
#include <string_view>
#include <utility>

#include <unistd.h>

namespace foyer::picture {
namespace {

constexpr int kAnswered = 0;
constexpr int kNotAsked = 2;
constexpr int kFailed = 4;

/// All of the standard input, or one byte more than is taken; nothing where it cannot be read.
std::optional<Bytes> readInput()
{
    constexpr std::size_t kPiece = std::size_t{64} * 1024;
    Bytes input;
    std::array<std::uint8_t, kPiece> piece{};
    while (input.size() <= kPictureBytesMax) {
        const ssize_t got = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (got == 0) {
            return input;
        }
        if (got < 0 && errno != EINTR) {
            return std::nullopt;
        }
        if (got > 0) {
            input.insert(input.end(), piece.begin(), piece.begin() + got);
        }
    }
    return input;
}

/// The largest of its renditions, the right way up and in sRGB.
Pixels largestOf(Reading& reading, PictureSize upright)
{
    constexpr int kFirstOnItsSide = 5;
    const PictureSize largest = renditionSizes(upright).back();
    const Header& header = reading.header();
    const bool isOnItsSide = header.orientation >= kFirstOnItsSide;
    const std::int64_t width = isOnItsSide ? largest.height : largest.width;
    const std::int64_t height = isOnItsSide ? largest.width : largest.height;
    std::optional<AreaScaler> scaler;
    reading.decode(
        width, [&](const Pixels& size) { scaler.emplace(size, width, height); },
        [&](const std::uint8_t* row) { scaler->take(row); });
    Pixels pixels = std::move(*scaler).result();
    convertToSrgb(pixels, header.profile);
    return withoutIdleAlpha(oriented(std::move(pixels), header.orientation));
}

PictureMade::Rendition encoded(const Pixels& pixels, bool isDrawn)
{
    const PictureSize size{pixels.width, pixels.height};
    return pixels.channels == 4
        ? PictureMade::Rendition{PictureFormat::Png, size, asPng(pixels)}
        : PictureMade::Rendition{PictureFormat::Jpeg, size, asJpeg(pixels, isDrawn)};
}

PictureSize uprightSize(const Header& header)
{
    constexpr int kFirstOnItsSide = 5;
    return header.orientation >= kFirstOnItsSide ? PictureSize{header.height, header.width}
                                                 : PictureSize{header.width, header.height};
}

PictureMade made(ByteView file, bool isToBeLookedAtOnly)
{
    const auto reading = beginReading(file);
    const Header& header = reading->header();
    PictureMade answer;
    answer.format = header.format;
    answer.size = uprightSize(header);
    Pixels pixels = largestOf(*reading, answer.size);
    if (isToBeLookedAtOnly) {
        return answer;
    }
    const auto sizes = renditionSizes(answer.size);
    for (auto size = sizes.rbegin(); size != sizes.rend(); ++size) {
        if (size->width != pixels.width) {
            pixels = scaled(pixels, size->width, size->height);
        }
        answer.renditions.insert(answer.renditions.begin(), encoded(pixels, header.isLossless));
    }
    return answer;
}

PicturePixels painted(ByteView file, std::int64_t width)
{
    const auto reading = beginReading(file);
    Pixels pixels = largestOf(*reading, uprightSize(reading->header()));
    const PictureSize size = paintedSize({pixels.width, pixels.height}, width);
    if (size.width != pixels.width) {
        pixels = scaled(pixels, size.width, size.height);
    }
    if (pixels.channels == 4) {
        return {size, std::move(pixels.data)};
    }
    constexpr std::uint8_t kOpaque = 255;
    PicturePixels answer{size, {}};
    answer.rgba.reserve(pixels.data.size() / 3 * 4);
    for (std::size_t at = 0; at + 3 <= pixels.data.size(); at += 3) {
        answer.rgba.insert(answer.rgba.end(),
                           {pixels.data[at], pixels.data[at + 1], pixels.data[at + 2], kOpaque});
    }
    return answer;
}

/// What is wanted of a picture.
struct Wish {
    bool isLook = false;
    std::int64_t paintedWidth = 0; ///< 0: renditions
};

/// Nothing for arguments that nobody of Foyer says.
std::optional<Wish> wishOf(int argc, char** argv)
{
    constexpr std::string_view kPixels = "--pixels=";
    if (argc == 1) {
        return Wish{};
    }
    const std::string_view word{argv[1]};
    if (argc == 2 && word == "--check") {
        return Wish{.isLook = true};
    }
    Wish wish;
    const char* end = word.data() + word.size();
    const bool isPixels = argc == 2 && word.starts_with(kPixels) &&
        std::from_chars(word.data() + kPixels.size(), end, wish.paintedWidth).ptr == end &&
        wish.paintedWidth >= 1 && wish.paintedWidth <= kPixelsWidthMax;
    return isPixels ? std::optional{wish} : std::nullopt;
}

Bytes answerTo(ByteView file, const Wish& wish)
{
    if (file.size() > kPictureBytesMax) {
        refuse(PictureFault::TooLarge);
    }
    try {
        return wish.paintedWidth > 0 ? encodePixelsAnswer(painted(file, wish.paintedWidth))
                                     : encodePictureAnswer(made(file, wish.isLook));
    } catch (const std::bad_alloc&) {
        return encodePictureAnswer(PictureFault::TooHard);
    }
}

} // namespace
} // namespace foyer::picture

int main(int argc, char** argv)
{
    using namespace foyer::picture;
    const auto wish = wishOf(argc, argv);
    if (!wish) {
        constexpr std::string_view kUsage =
            "foyer-picture reads a picture from its standard input; Foyer itself starts it.\n";
        return ::write(STDERR_FILENO, kUsage.data(), kUsage.size()) > 0 ? kNotAsked : kFailed;
    }
    if (!confine()) {
        constexpr std::string_view kWhy =
            "foyer-picture: this system does not let it be confined\n";
        (void)!::write(STDERR_FILENO, kWhy.data(), kWhy.size());
        return kFailed;
    }
    const auto file = readInput();
    return file && writeAnswer(answerTo(*file, *wish)) ? kAnswered : kFailed;
}
