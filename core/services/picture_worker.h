// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/domain/pictures/picture_answer.h"

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
};

} // namespace foyer
