// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/journal/cbor.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// What a picture is called everywhere: the SHA-256 of its bytes as they were given.
using PictureHash = std::array<std::uint8_t, 32>;

/// 64 hexadecimal digits, lower case.
std::string pictureHashText(const PictureHash& hash);
/// Nothing for anything but 64 hexadecimal digits in lower case: a hash is part of names of files.
std::optional<PictureHash> pictureHashFrom(std::string_view text);
/// Nothing for anything but 32 bytes.
std::optional<PictureHash> pictureHashFrom(ByteView bytes);

enum class PictureFormat : std::uint8_t { Jpeg, Png, WebP };
/// "jpeg", "png", "webp".
std::string_view pictureFormatName(PictureFormat format);
std::optional<PictureFormat> pictureFormatNamed(std::string_view name);
/// "jpg", "png", "webp": the end of a file's name.
std::string_view pictureExtension(PictureFormat format);
/// "image/jpeg" and so on.
std::string_view pictureMediaType(PictureFormat format);

struct PictureSize {
    std::int64_t width = 0;
    std::int64_t height = 0;
    friend bool operator==(const PictureSize&, const PictureSize&) = default;
};

// What is taken in, and what is made of it.
inline constexpr std::size_t kPictureBytesMax = std::size_t{10} * 1024 * 1024;
inline constexpr std::int64_t kPicturePixelsMax = 40'000'000;
inline constexpr std::int64_t kPictureRatioMax = 8; ///< of the longer side to the shorter
inline constexpr std::array<std::int64_t, 4> kRenditionWidths{320, 640, 1280, 1920};
inline constexpr std::size_t kRenditionBytesMax = std::size_t{24} * 1024 * 1024;

/// The sizes that are made of a picture of a size, the smallest first: those of kRenditionWidths
/// that are narrower than it, and its own where it is not wider than the widest of them. So nothing
/// is ever made larger than it was.
std::vector<PictureSize> renditionSizes(PictureSize of);

struct PictureRendition {
    PictureSize size;
    PictureFormat format = PictureFormat::Jpeg;
    PictureHash hash{};
    std::int64_t bytes = 0;
    friend bool operator==(const PictureRendition&, const PictureRendition&) = default;
};

/// Body of "picture.added", version 1: somebody added a picture. Its bytes travel beside the
/// journal, so this may be heard before they are here. The size is that of the picture the right
/// way up.
struct PictureAdded {
    PictureHash hash{};
    PictureFormat format = PictureFormat::Jpeg; ///< of the bytes as given
    PictureSize size;
    std::int64_t bytes = 0;
    std::vector<PictureRendition> renditions; ///< the narrowest first
    friend bool operator==(const PictureAdded&, const PictureAdded&) = default;
};

Bytes encode(const PictureAdded& body);
/// Refuses what is beyond the limits above, and renditions other than renditionSizes() says.
Result<PictureAdded> decodePictureAdded(const CborValue& body);

/// The rendition to show where `width` pixels are wanted: the narrowest that is as wide, or the
/// widest there is. Null without any.
const PictureRendition* renditionFor(const PictureAdded& picture, std::int64_t width);

} // namespace foyer
