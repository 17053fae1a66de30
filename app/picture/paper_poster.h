// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/domain/pictures/picture_pixels.h"

#include <memory>

namespace foyer {

class Counter;

/// An event's poster as papers show it: null where there is none, it has not arrived yet, or it
/// cannot be read; a ticket is printed without it then. The first time of a picture takes some
/// milliseconds, and after that it is in memory. From any thread that may read the counter.
std::shared_ptr<const PaperPicture> posterForPaper(Counter& counter, EventId event);

} // namespace foyer
