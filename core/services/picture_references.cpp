// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/picture_references.h"

#include "core/storage/catalogue_store.h"
#include "core/storage/picture_store.h"

namespace foyer {

std::map<PictureHash, PictureUse> pictureUses(Database& database, OrganizerId organizer)
{
    std::map<PictureHash, PictureUse> uses;
    for (const char* kind : {"event", "organizer"}) {
        readEntities(database, organizer, kind, [&](const Uuid&, const Entity& entity) {
            for (const PictureHash& hash : picturesOf(entity)) {
                ++uses[hash].count;
            }
            for (const char* field : {kPosterField, kLogoField}) {
                if (const auto shown = pictureIn(entity, field)) {
                    uses[shown->hash].isFirstSight = true;
                }
            }
        });
    }
    return uses;
}

Result<PicturesCollected> collectUnusedPictures(Database& database, OrganizerId organizer,
                                                const PictureFiles& files, Instant now,
                                                std::chrono::milliseconds grace, bool mustBeSent)
{
    const auto uses = pictureUses(database, organizer);
    PicturesCollected collected;
    for (const KeptPicture& each : readKeptPictures(database, organizer)) {
        if (uses.contains(each.hash)) {
            if (each.unusedSince) {
                notePictureUnused(database, organizer, each.hash, std::nullopt);
            }
            continue;
        }
        const Instant since = each.unusedSince.value_or(now);
        if (!each.unusedSince) {
            notePictureUnused(database, organizer, each.hash, now);
        }
        if (now.ms - since.ms < grace.count() || (mustBeSent && each.hasOriginal && !each.sentAt)) {
            ++collected.waiting;
            continue;
        }
        // The row goes first: a crash in between leaves files, which cost space and nothing else.
        forgetKeptPicture(database, organizer, each.hash);
        if (!isPictureKept(database, each.hash, organizer)) {
            if (auto gone = files.remove(each.hash); !gone) {
                return std::move(gone).error();
            }
        }
        ++collected.pictures;
        collected.bytes += each.bytes;
    }
    constexpr std::chrono::milliseconds kLeftBehind = std::chrono::hours{48};
    files.sweep(Instant{now.ms - kLeftBehind.count()});
    return collected;
}

} // namespace foyer
