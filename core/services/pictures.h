// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/pictures/picture.h"
#include "core/services/picture_files.h"
#include "core/services/picture_worker.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace foyer {

class Counter;

/// The pictures of a house at this counter. That there is a picture is a fact of the journal; its
/// bytes are files beside the database, and may come later.

/// Where the pictures of a data folder are.
PictureFiles pictureFilesIn(const std::string& dataFolder);

/// A picture that was read and is not kept yet.
struct PreparedPicture {
    PictureAdded picture;
    Bytes original;
    std::vector<Bytes> renditions; ///< in the order of those of `picture`
};
/// Reads a picture: takes up to some seconds and needs no counter, so a window does it beside the
/// store. Errors: those of PictureWorker.
Result<PreparedPicture> preparePicture(const PictureWorker& worker, Bytes file);
/// Puts a prepared picture on the disk. Errors: those of PictureFiles::keepOriginal.
Result<void> keepPicture(const PictureFiles& files, const PreparedPicture& prepared);

/// Adds a prepared picture: its files first, then the fact, so that a crash between the two leaves
/// files that nobody knows, never a picture without its bytes. One that is known already is only
/// kept here. Answers what the journal says of it. Refuses with what permits refuse with, and the
/// errors of keepPicture().
Result<PictureAdded> addPicture(Counter& counter, const PreparedPicture& prepared);
/// The fact alone, of a picture that keepPicture() put on the disk before: for a window, which
/// keeps megabytes beside the thread that sells. Refuses with what permits refuse with.
Result<PictureAdded> addKeptPicture(Counter& counter, const PictureAdded& picture);
/// All of it, for a program that may wait.
Result<PictureAdded> addPicture(Counter& counter, const PictureWorker& worker, Bytes file);

/// The file to show where a picture is wanted so wide, or the widest that is here. Refuses with
/// unknown_picture, and with picture_not_here while it has not arrived.
Result<std::string> picture(Counter& counter, const PictureHash& hash, std::int64_t width);

struct PictureAtCounter {
    PictureAdded picture;
    Instant addedAt;
    std::int64_t uses = 0; ///< how many posters, galleries, logos and seating plans show it
    std::int64_t here = 0; ///< of its renditions
    bool isOriginalHere = false;
    bool isSent = false; ///< the server has it, too; false where there is none
};
/// All that the house has, the latest first.
Result<std::vector<PictureAtCounter>> pictures(Counter& counter);
/// The picture that a person means by the beginning of its hash, at least 6 digits. Refuses with
/// unknown_picture, ambiguous_picture (facts: the choices).
Result<PictureHash> pictureNamed(Counter& counter, const std::string& text);

/// A picture whose files are not as they should be.
struct PictureTrouble {
    PictureHash hash{};
    std::int64_t width = 0; ///< of the rendition; 0: the file as given
    bool isDamaged = false; ///< else it is missing
};
/// Reads every file of the pictures that are kept here. A damaged rendition is removed,
/// so that it is fetched or made again; a damaged original is only told of. Refuses with what
/// permits refuse with.
Result<std::vector<PictureTrouble>> checkPictures(Counter& counter, const PictureWorker& worker);
/// Makes the renditions that are missing of the pictures whose original is here. Answers how many.
Result<std::int64_t> remakePictures(Counter& counter, const PictureWorker& worker);

/// Whether bytes are this rendition: those that the journal names, or, as a server may have made
/// them with another edition of the same libraries, a whole picture of its format and size.
bool isRendition(const PictureWorker& worker, const PictureRendition& rendition, ByteView bytes);

struct PicturesCollected {
    std::int64_t pictures = 0;
    std::int64_t bytes = 0;
    std::int64_t waiting = 0; ///< are in no use, but not for long enough
};
constexpr std::chrono::hours kPictureGrace{24 * 30};
/// Removes the files of pictures that nothing shows since `grace`, as far as this counter knows:
/// what others do with them meanwhile may be on its way. That there was such a picture stays known,
/// and who uses it again gets its files from the server. One that the server does not have yet
/// stays. Refuses with what permits refuse with.
Result<PicturesCollected> collectPictures(Counter& counter,
                                          std::chrono::milliseconds grace = kPictureGrace);

} // namespace foyer
