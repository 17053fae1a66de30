// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/picture_transfer.h"

#include "core/services/counter.h"
#include "core/services/data_folder.h"
#include "core/services/guarded.h"
#include "core/services/picture_references.h"
#include "core/services/pictures.h"
#include "core/storage/picture_store.h"

#include <algorithm>

namespace foyer {
namespace {

constexpr std::int64_t kWidestOfGallery = 640;
constexpr std::int64_t kWidestAtFirstSight = 1280;

/// The narrowest that there is is wanted in any case: of a small picture it is all there is.
bool isWanted(const PictureAdded& picture, const PictureRendition& rendition, const PictureUse& use)
{
    const std::int64_t widest = use.isDrawnOver ? kRenditionWidths.back()
        : use.isFirstSight                      ? kWidestAtFirstSight
                                                : kWidestOfGallery;
    return rendition.size.width <= widest || &rendition == &picture.renditions.front();
}

} // namespace

Result<std::vector<PictureAdded>> picturesToSend(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<PictureAdded>> {
        std::vector<PictureAdded> unsent;
        for (const KeptPicture& each : readKeptPictures(counter.database(), counter.organizer())) {
            if (each.sentAt || !each.hasOriginal) {
                continue;
            }
            if (auto known = readPicture(counter.database(), counter.organizer(), each.hash)) {
                unsent.push_back(std::move(known->picture));
            }
        }
        return unsent;
    });
}

Result<std::vector<RenditionToFetch>> renditionsToFetch(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<RenditionToFetch>> {
        struct Wanted {
            RenditionToFetch what;
            bool isFirstSight = false;
        };
        std::vector<Wanted> wanted;
        const PictureFiles files = pictureFilesIn(counter.folder().path());
        for (const auto& [hash, use] : pictureUses(counter.database(), counter.organizer())) {
            const auto known = readPicture(counter.database(), counter.organizer(), hash);
            if (!known) {
                continue; // its entry is on its way
            }
            for (const PictureRendition& each : known->picture.renditions) {
                if (isWanted(known->picture, each, use) &&
                    !files.hasRendition(hash, each.size, each.format)) {
                    wanted.push_back({{known->picture, each}, use.isFirstSight});
                }
            }
        }
        std::ranges::stable_sort(wanted, [](const Wanted& a, const Wanted& b) {
            return a.isFirstSight != b.isFirstSight
                ? a.isFirstSight
                : a.what.rendition.size.width < b.what.rendition.size.width;
        });
        std::vector<RenditionToFetch> list;
        for (Wanted& each : wanted) {
            list.push_back(std::move(each.what));
        }
        return list;
    });
}

Result<void> notePictureAtServer(Counter& counter, const PictureHash& hash)
{
    return guarded([&]() -> Result<void> {
        notePictureSent(counter.database(), counter.organizer(), hash, counter.clock().now());
        return {};
    });
}

Result<void> noteRenditionHere(Counter& counter, const PictureAdded& picture)
{
    return guarded([&]() -> Result<void> {
        notePictureKept(counter.database(), counter.organizer(), picture.hash, picture.bytes,
                        counter.clock().now(), false);
        return {};
    });
}

} // namespace foyer
