// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/domain/pictures/picture_answer.h"
#include "core/domain/pictures/picture_pixels.h"

namespace foyer {

/// Reads pictures of strangers: somewhere else, where what goes wrong stays. Core decodes none.
class PictureWorker {
public:
    virtual ~PictureWorker() = default;

    /// Reads a picture and makes its renditions. Takes up to some seconds. Errors: those of
    /// decodePictureAnswer().
    virtual Result<PictureMade> make(ByteView file) const = 0;
    /// Reads it whole and says what it is; makes nothing of it. The same errors.
    virtual Result<PictureMade> look(ByteView file) const = 0;
    /// Reads it to be painted, at most `width` pixels wide: also what a worker made before, for a
    /// hostile picture may have had a say in that. The same errors.
    virtual Result<PicturePixels> paint(ByteView file, std::int64_t width) const = 0;
};

} // namespace foyer
