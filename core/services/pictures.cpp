// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/pictures.h"

#include "core/crypto/sha256.h"
#include "core/domain/journal/entry.h"
#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/data_folder.h"
#include "core/services/events_concerned.h"
#include "core/services/guarded.h"
#include "core/services/picture_references.h"
#include "core/storage/picture_store.h"

#include <algorithm>
#include <map>
#include <utility>

namespace foyer {
namespace {

PictureFiles pictureFilesOf(Counter& counter)
{
    return pictureFilesIn(counter.folder().path());
}

Error unknownPicture()
{
    return refused("unknown_picture",
                   "This picture is not known here. foyer-cli picture list says which are.",
                   "picture");
}

std::map<PictureHash, KeptPicture> keptByHash(Counter& counter)
{
    std::map<PictureHash, KeptPicture> kept;
    for (const KeptPicture& each : readKeptPictures(counter.database(), counter.organizer())) {
        kept.emplace(each.hash, each);
    }
    return kept;
}

/// Within an act, or where a picture was known before and only its files came.
void noteKept(Counter& counter, const PictureAdded& picture)
{
    notePictureKept(counter.database(), counter.organizer(), picture.hash, picture.bytes,
                    counter.clock().now(), true);
}

/// What the journal says of a picture whose files are here: from now on, or since it was known.
PictureAdded noteAdded(Counter& counter, const Permit& permit, const PictureAdded& picture)
{
    if (const auto known = readPicture(counter.database(), counter.organizer(), picture.hash)) {
        noteKept(counter, known->picture);
        return known->picture;
    }
    Journal::Act act{counter.journal(), permit};
    act.append(kind::kPictureAdded, encode(picture));
    noteKept(counter, picture);
    act.commit();
    counter.noteHead();
    return picture;
}

void findTroubles(const PictureFiles& files, const PictureWorker& worker,
                  const PictureAdded& picture, bool hasOriginal, std::vector<PictureTrouble>& found)
{
    if (hasOriginal) {
        const auto original = files.readOriginal(picture.hash);
        const bool isThere = original && *original;
        if (!isThere || sha256(**original) != picture.hash) {
            found.push_back({picture.hash, 0, files.hasOriginal(picture.hash)});
        }
    }
    for (const PictureRendition& each : picture.renditions) {
        const auto bytes = files.readRendition(picture.hash, each.size, each.format);
        if (bytes && *bytes && isRendition(worker, each, **bytes)) {
            continue;
        }
        const bool isDamaged = files.hasRendition(picture.hash, each.size, each.format);
        if (!isDamaged && !hasOriginal) {
            continue; // it is fetched when it is needed
        }
        if (isDamaged) {
            files.removeRendition(picture.hash, each.size, each.format);
        }
        found.push_back({picture.hash, each.size.width, isDamaged});
    }
}

} // namespace

PictureFiles pictureFilesIn(const std::string& dataFolder)
{
    return PictureFiles{dataFolder + "/pictures"};
}

Result<PreparedPicture> preparePicture(const PictureWorker& worker, Bytes file)
{
    auto made = worker.make(file);
    if (!made) {
        return std::move(made).error();
    }
    PreparedPicture prepared;
    prepared.picture.hash = sha256(file);
    prepared.picture.format = made->format;
    prepared.picture.size = made->size;
    prepared.picture.bytes = static_cast<std::int64_t>(file.size());
    for (PictureMade::Rendition& each : made->renditions) {
        prepared.picture.renditions.push_back({each.size, each.format, sha256(each.bytes),
                                               static_cast<std::int64_t>(each.bytes.size())});
        prepared.renditions.push_back(std::move(each.bytes));
    }
    prepared.original = std::move(file);
    return prepared;
}

Result<void> keepPicture(const PictureFiles& files, const PreparedPicture& prepared)
{
    const PictureAdded& picture = prepared.picture;
    for (std::size_t i = 0; i < prepared.renditions.size(); ++i) {
        const PictureRendition& each = picture.renditions.at(i);
        if (auto kept =
                files.keepRendition(picture.hash, each.size, each.format, prepared.renditions[i]);
            !kept) {
            return kept;
        }
    }
    return files.keepOriginal(picture.hash, prepared.original);
}

namespace {

Result<Permit> permitToAdd(Counter& counter)
{
    return counter.access().permit(Permission::EditCatalogue, {},
                                   anyEventWhereMay(counter, Permission::EditCatalogue));
}

Result<PictureAdded> addBy(Counter& counter, const Permit& permit, const PreparedPicture& prepared)
{
    if (counter.entriesMissing() > 0) {
        return databaseBehind(counter);
    }
    if (auto kept = keepPicture(pictureFilesOf(counter), prepared); !kept) {
        return std::move(kept).error();
    }
    return noteAdded(counter, permit, prepared.picture);
}

} // namespace

Result<PictureAdded> addPicture(Counter& counter, const PreparedPicture& prepared)
{
    return guarded([&]() -> Result<PictureAdded> {
        const auto permit = permitToAdd(counter);
        return permit ? addBy(counter, *permit, prepared) : Result<PictureAdded>{permit.error()};
    });
}

Result<PictureAdded> addKeptPicture(Counter& counter, const PictureAdded& picture)
{
    return guarded([&]() -> Result<PictureAdded> {
        if (counter.entriesMissing() > 0) {
            return databaseBehind(counter);
        }
        const auto permit = counter.access().permit(Permission::EditCatalogue);
        return permit ? Result<PictureAdded>{noteAdded(counter, *permit, picture)} : permit.error();
    });
}

Result<PictureAdded> addPicture(Counter& counter, const PictureWorker& worker, Bytes file)
{
    return guarded([&]() -> Result<PictureAdded> {
        // Before the work, so that nobody waits for a refusal; and once, as a colleague's yes is
        // good for.
        const auto permit = permitToAdd(counter);
        if (!permit) {
            return permit.error();
        }
        const auto prepared = preparePicture(worker, std::move(file));
        return prepared ? addBy(counter, *permit, *prepared)
                        : Result<PictureAdded>{prepared.error()};
    });
}

Result<std::string> picture(Counter& counter, const PictureHash& hash, std::int64_t width)
{
    return guarded([&]() -> Result<std::string> {
        const auto known = readPicture(counter.database(), counter.organizer(), hash);
        if (!known) {
            return unknownPicture();
        }
        const PictureFiles files = pictureFilesOf(counter);
        std::string path;
        // The one to show, or else the widest that is here: a counter does not fetch all of them.
        for (const PictureRendition& each : known->picture.renditions) {
            if (files.hasRendition(hash, each.size, each.format)) {
                path = files.renditionPath(hash, each.size, each.format);
                if (each.size.width >= width) {
                    break;
                }
            }
        }
        if (path.empty()) {
            return refused("picture_not_here",
                           "This picture has not arrived yet. It comes by itself while there is a "
                           "network.",
                           "picture");
        }
        return path;
    });
}

Result<std::vector<PictureAtCounter>> pictures(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<PictureAtCounter>> {
        const auto uses = pictureUses(counter.database(), counter.organizer());
        const auto kept = keptByHash(counter);
        const PictureFiles files = pictureFilesOf(counter);
        std::vector<PictureAtCounter> list;
        for (KnownPicture& each : readPictures(counter.database(), counter.organizer())) {
            PictureAtCounter at;
            const PictureHash hash = each.picture.hash;
            const auto use = uses.find(hash);
            const auto keeping = kept.find(hash);
            at.addedAt = each.addedAt;
            at.uses = use != uses.end() ? use->second.count : 0;
            at.here = std::ranges::count_if(each.picture.renditions, [&](const auto& rendition) {
                return files.hasRendition(hash, rendition.size, rendition.format);
            });
            at.isOriginalHere = files.hasOriginal(hash);
            at.isSent = keeping != kept.end() && keeping->second.sentAt.has_value();
            at.picture = std::move(each.picture);
            list.push_back(std::move(at));
        }
        return list;
    });
}

Result<PictureHash> pictureNamed(Counter& counter, const std::string& text)
{
    constexpr std::size_t kShortest = 6;
    return guarded([&]() -> Result<PictureHash> {
        std::vector<std::string> matching;
        for (const KnownPicture& each : readPictures(counter.database(), counter.organizer())) {
            std::string name = pictureHashText(each.picture.hash);
            if (text.size() >= kShortest && name.starts_with(text)) {
                matching.push_back(std::move(name));
            }
        }
        if (matching.size() > 1) {
            Error error = refused("ambiguous_picture",
                                  "Several pictures begin with \"" + text + "\". Type more of it.",
                                  "picture");
            error.facts = matching;
            return error;
        }
        return matching.empty() ? Result<PictureHash>{unknownPicture()}
                                : Result<PictureHash>{*pictureHashFrom(matching.front())};
    });
}

Result<std::vector<PictureTrouble>> checkPictures(Counter& counter, const PictureWorker& worker)
{
    return guarded([&]() -> Result<std::vector<PictureTrouble>> {
        if (auto may = counter.access().require(Permission::EditCatalogue); !may) {
            return std::move(may).error();
        }
        const auto kept = keptByHash(counter);
        const PictureFiles files = pictureFilesOf(counter);
        std::vector<PictureTrouble> found;
        for (const KnownPicture& each : readPictures(counter.database(), counter.organizer())) {
            const auto keeping = kept.find(each.picture.hash);
            if (keeping != kept.end()) {
                findTroubles(files, worker, each.picture, keeping->second.hasOriginal, found);
            }
        }
        return found;
    });
}

Result<std::int64_t> remakePictures(Counter& counter, const PictureWorker& worker)
{
    return guarded([&]() -> Result<std::int64_t> {
        if (auto may = counter.access().require(Permission::EditCatalogue); !may) {
            return std::move(may).error();
        }
        const PictureFiles files = pictureFilesOf(counter);
        std::int64_t remade = 0;
        for (const KnownPicture& each : readPictures(counter.database(), counter.organizer())) {
            const PictureHash& hash = each.picture.hash;
            const bool isWhole =
                std::ranges::all_of(each.picture.renditions, [&](const auto& rendition) {
                    return files.hasRendition(hash, rendition.size, rendition.format);
                });
            const auto original = files.readOriginal(hash);
            if (isWhole || !original || !*original || sha256(**original) != hash) {
                continue;
            }
            const auto prepared = preparePicture(worker, **original);
            if (!prepared) {
                return prepared.error();
            }
            if (auto done = keepPicture(files, *prepared); !done) {
                return std::move(done).error();
            }
            ++remade;
        }
        return remade;
    });
}

bool isRendition(const PictureWorker& worker, const PictureRendition& rendition, ByteView bytes)
{
    if (bytes.empty() || bytes.size() > kRenditionBytesMax) {
        return false;
    }
    if (sha256(bytes) == rendition.hash) {
        return true;
    }
    const auto seen = worker.look(bytes);
    return seen && seen->format == rendition.format && seen->size == rendition.size;
}

Result<PicturesCollected> collectPictures(Counter& counter, std::chrono::milliseconds grace)
{
    return guarded([&]() -> Result<PicturesCollected> {
        if (auto may = counter.access().require(Permission::EditCatalogue); !may) {
            return std::move(may).error();
        }
        const PictureFiles files = pictureFilesOf(counter);
        return collectUnusedPictures(counter.database(), counter.organizer(), files,
                                     counter.clock().now(), grace, counter.membership() != nullptr);
    });
}

} // namespace foyer
