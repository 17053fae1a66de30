// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/pictures/picture.h"
#include "core/storage/database.h"

#include <optional>
#include <vector>

namespace foyer {

/// What is known of pictures, and which of them are kept here. All functions throw StorageFailure.

struct KnownPicture {
    PictureAdded picture;
    Instant addedAt;
};
std::optional<KnownPicture> readPicture(Database& database, OrganizerId organizer,
                                        const PictureHash& hash);
/// The latest first.
std::vector<KnownPicture> readPictures(Database& database, OrganizerId organizer);

/// A picture of which there are files here.
struct KeptPicture {
    PictureHash hash{};
    std::int64_t bytes = 0;
    Instant keptAt;
    bool hasOriginal = false;           ///< the bytes as given; else renditions that were fetched
    std::optional<Instant> sentAt;      ///< when the server had it, too
    std::optional<Instant> unusedSince; ///< since when it is known that nothing refers to it
};
std::vector<KeptPicture> readKeptPictures(Database& database, OrganizerId organizer);
std::optional<KeptPicture> readKeptPicture(Database& database, OrganizerId organizer,
                                           const PictureHash& hash);
/// All that an organizer has here, in bytes.
std::int64_t readKeptBytes(Database& database, OrganizerId organizer);
/// Of one that was kept before it only notes that the original is here, too.
void notePictureKept(Database& database, OrganizerId organizer, const PictureHash& hash,
                     std::int64_t bytes, Instant at, bool hasOriginal);
void notePictureSent(Database& database, OrganizerId organizer, const PictureHash& hash,
                     std::optional<Instant> at);
void notePictureUnused(Database& database, OrganizerId organizer, const PictureHash& hash,
                       std::optional<Instant> since);
void forgetKeptPicture(Database& database, OrganizerId organizer, const PictureHash& hash);
/// Whether any organizer but this one keeps it.
bool isPictureKept(Database& database, const PictureHash& hash, OrganizerId butBy);

} // namespace foyer
