// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/pictures/picture.h"

#include <cstdint>
#include <vector>

namespace foyer {

class Counter;

/// A joined counter's side of carrying pictures: what to send, what to fetch, and what came of it.
/// Knows no network and reads no file. Nothing is lost by a break: what is not noted as done is
/// done again.

/// Pictures whose bytes are here and that the server is not known to have, the oldest first.
Result<std::vector<PictureAdded>> picturesToSend(Counter& counter);

struct RenditionToFetch {
    PictureAdded picture;
    PictureRendition rendition;
};
/// Renditions that this counter may have to show and that are not here: posters and logos before
/// the others, the narrow ones first; of galleries those up to 640 pixels, of posters and logos up
/// to 1280, and all of what seating plans are drawn over.
Result<std::vector<RenditionToFetch>> renditionsToFetch(Counter& counter);

/// The server has it.
Result<void> notePictureAtServer(Counter& counter, const PictureHash& hash);
/// A rendition is on the disk here.
Result<void> noteRenditionHere(Counter& counter, const PictureAdded& picture);

} // namespace foyer
