// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/pictures/picture_reference.h"
#include "core/services/pictures.h"
#include "core/storage/database.h"

#include <map>

namespace foyer {

/// Who shows which picture, worked out of the catalogue as it is now. For counters and servers.

struct PictureUse {
    std::int64_t count = 0;
    bool isFirstSight = false; ///< a poster or a logo: fetched before what is in galleries
};
std::map<PictureHash, PictureUse> pictureUses(Database& database, OrganizerId organizer);

/// See collectPictures(). `mustBeSent`: what has not been sent stays. Throws StorageFailure.
Result<PicturesCollected> collectUnusedPictures(Database& database, OrganizerId organizer,
                                                const PictureFiles& files, Instant now,
                                                std::chrono::milliseconds grace, bool mustBeSent);

} // namespace foyer
