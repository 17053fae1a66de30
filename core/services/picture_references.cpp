// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/picture_references.h"

#include "core/domain/seating/plan_background.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/picture_store.h"

#include <algorithm>

namespace foyer {
namespace {

/// What those wait for who keep or remove one picture.
Uuid pictureLock(const PictureHash& hash)
{
    Uuid::Bytes bytes{};
    std::copy_n(hash.begin(), bytes.size(), bytes.begin());
    return Uuid{bytes};
}

} // namespace

std::map<PictureHash, PictureUse> pictureUses(Database& database, OrganizerId organizer)
{
    std::map<PictureHash, PictureUse> uses;
    for (const char* kind : {"event", "organizer", "plan"}) {
        readEntities(database, organizer, kind, [&](const Uuid&, const Entity& entity) {
            for (const PictureHash& hash : picturesOf(entity)) {
                ++uses[hash].count;
            }
            for (const char* field : {kPosterField, kLogoField}) {
                if (const auto shown = pictureIn(entity, field)) {
                    uses[shown->hash].isFirstSight = true;
                }
            }
            if (const auto drawnOver = parsePlanBackground(entity.text(kBackgroundField))) {
                uses[*pictureHashFrom(std::string_view{drawnOver->sha256})].isDrawnOver = true;
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
        if (auto gone = removeUnlessOthersKeep(database, organizer, files, each.hash); !gone) {
            return std::move(gone).error();
        }
        ++collected.pictures;
        collected.bytes += each.bytes;
    }
    constexpr std::chrono::milliseconds kLeftBehind = std::chrono::hours{48};
    files.sweep(Instant{now.ms - kLeftBehind.count()});
    return collected;
}

void notePictureComes(Database& database, OrganizerId organizer, const PictureAdded& picture,
                      Instant now)
{
    Transaction transaction{database};
    database.lock(pictureLock(picture.hash));
    notePictureKept(database, organizer, picture.hash, picture.bytes, now, true);
    transaction.commit();
}

Result<void> removeUnlessOthersKeep(Database& database, OrganizerId organizer,
                                    const PictureFiles& files, const PictureHash& hash)
{
    Transaction transaction{database};
    database.lock(pictureLock(hash));
    const bool isOthers = isPictureKept(database, hash, organizer);
    auto gone = isOthers ? Result<void>{} : files.remove(hash);
    transaction.commit();
    return gone;
}

} // namespace foyer
