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
    bool isDrawnOver = false;  ///< by who draws a seating plan: wanted as wide as it is made
};
std::map<PictureHash, PictureUse> pictureUses(Database& database, OrganizerId organizer);

/// See collectPictures(). `mustBeSent`: what has not been sent stays. Throws StorageFailure.
Result<PicturesCollected> collectUnusedPictures(Database& database, OrganizerId organizer,
                                                const PictureFiles& files, Instant now,
                                                std::chrono::milliseconds grace, bool mustBeSent);

/// The files of a picture are shared by all houses of a server. So the row of a house is there
/// before it keeps the file, and a file goes only where no other house has a row; of one picture
/// these two happen one after the other. Throw StorageFailure.
void notePictureComes(Database& database, OrganizerId organizer, const PictureAdded& picture,
                      Instant now);
/// Storage errors of PictureFiles.
Result<void> removeUnlessOthersKeep(Database& database, OrganizerId organizer,
                                    const PictureFiles& files, const PictureHash& hash);

} // namespace foyer
