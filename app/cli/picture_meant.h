// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/pictures/picture.h"

#include <string>

namespace foyer {

class Counter;

} // namespace foyer

namespace foyer::cli {

/// Reads a picture's file in a confined process and adds it; errors name the file.
Result<PictureAdded> addPictureFile(Counter& counter, const std::string& file);
/// What looks like the beginning of a hash is one, if there is such a picture; else it is a file,
/// which is added.
Result<PictureHash> pictureMeant(Counter& counter, const std::string& typed);

} // namespace foyer::cli
