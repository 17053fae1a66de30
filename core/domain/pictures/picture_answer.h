// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/pictures/picture.h"

#include <optional>
#include <string_view>
#include <vector>

namespace foyer {

/// Why a picture is not taken.
enum class PictureFault : std::uint8_t {
    TooLarge,      ///< more bytes than kPictureBytesMax
    Format,        ///< no JPEG, PNG or WebP, whatever its name says
    TooManyPixels, ///< more than kPicturePixelsMax
    TooNarrow,     ///< beyond kPictureRatioMax
    Animated,      ///< more than one picture in it
    Cmyk,          ///< colours of a printing press
    Damaged,       ///< ends early, or is not what its beginning says
    TooHard,       ///< takes more memory or time than it may
};

/// Stable, as in the worker's answer: "picture_too_large".
std::string_view pictureFaultCode(PictureFault fault);
/// The error that says what to do; code picture_….
Error pictureError(PictureFault fault);

/// What the picture worker made of a picture.
struct PictureMade {
    PictureFormat format = PictureFormat::Jpeg; ///< of what was given, by its content
    PictureSize size;                           ///< the right way up
    struct Rendition {
        PictureFormat format = PictureFormat::Jpeg;
        PictureSize size;
        Bytes bytes;
    };
    std::vector<Rendition> renditions; ///< none where it was only to be looked at
};

/// How the worker answers on its standard output: lines of text, each rendition's bytes after its
/// line, and "end", so that an answer that was cut is known.
Bytes encodePictureAnswer(const PictureMade& made);
Bytes encodePictureAnswer(PictureFault fault);
/// Reads an answer of a worker that a hostile picture may have taken over: takes nothing on trust
/// but what the bytes of a rendition look like inside. Renditions are just those of
/// renditionSizes(), or none. Errors: those of pictureError(), picture_worker_failed.
Result<PictureMade> decodePictureAnswer(ByteView answer);

/// The longest answer there is.
inline constexpr std::size_t kPictureAnswerMax =
    kRenditionWidths.size() * kRenditionBytesMax + std::size_t{4096};

/// The worker gave no answer that can be read.
Error pictureWorkerFailed();

} // namespace foyer
