// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/domain/pictures/picture.h"

namespace foyer {

/// A picture as it is painted: nothing is left in it that anything decodes. Rows from the top,
/// 4 bytes a pixel: red, green, blue in sRGB, and how opaque it is (not premultiplied).
struct PicturePixels {
    PictureSize size;
    Bytes rgba;
    friend bool operator==(const PicturePixels&, const PicturePixels&) = default;
};

/// As wide as pixels are asked for at most.
inline constexpr std::int64_t kPixelsWidthMax = 1280;
/// The size of a picture that is painted `width` pixels wide at most; never larger than it is.
PictureSize paintedSize(PictureSize of, std::int64_t width);

/// A picture for papers. Its file is a portable pixmap on white, made from pixels by this program:
/// reading it is harmless, whoever gave the picture.
struct PaperPicture {
    PictureSize size;
    Bytes file;
};
PaperPicture paperPicture(const PicturePixels& pixels);

/// How the worker answers with pixels: a line of text, the bytes, and "end".
Bytes encodePixelsAnswer(const PicturePixels& pixels);
/// Reads an answer of a worker that a hostile picture may have taken over: there are as many bytes
/// as the size says, and the size is not beyond `width`; so whatever they are, they are a picture.
/// Errors: those of decodePictureAnswer().
Result<PicturePixels> decodePixelsAnswer(ByteView answer, std::int64_t width);

} // namespace foyer
