// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/pictures/picture_desk.h"

#include "core/domain/pictures/picture_reference.h"
#include "core/services/picture_references.h"
#include "core/services/pictures.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/picture_store.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <optional>
#include <utility>

namespace foyer::server {
namespace {

using namespace std::chrono_literals;

/// Three centimetres on paper at 270 dots per inch.
constexpr std::int64_t kPaperPosterWidth = 320;
constexpr std::size_t kPostersKept = 64;
constexpr const char* kMakePicture = "picture_renditions";
constexpr const char* kCollectPictures = "picture_collect";
constexpr std::chrono::milliseconds kCollectEach = 24h;

Error pictureNotKnownHere()
{
    return refused("unknown_picture",
                   "The server has not heard of this picture. Send what was written first.",
                   "picture");
}

Error noRoomForPictures()
{
    return refused("pictures_full",
                   "The pictures of this house take all the room that they may have at the server. "
                   "Remove some that nothing shows any more, or ask whoever runs the server for "
                   "more.",
                   "picture");
}

bool isWhatTheJournalSays(const PreparedPicture& prepared, const PictureAdded& picture)
{
    const auto& made = prepared.picture;
    return made.format == picture.format && made.size == picture.size &&
        std::ranges::equal(made.renditions, picture.renditions, [](const auto& a, const auto& b) {
               return a.size == b.size && a.format == b.format;
           });
}

} // namespace

std::shared_ptr<const PaperPicture> PictureDesk::paperPoster(OrganizerId house, EventId event)
{
    Database& database = m_parts.store();
    const auto entity = readEntity(database, house, "event", event.uuid);
    const auto shown = entity ? pictureIn(*entity, kPosterField) : std::nullopt;
    const auto known = shown ? readPicture(database, house, shown->hash) : std::nullopt;
    const PictureRendition* rendition =
        known ? renditionFor(known->picture, kPaperPosterWidth) : nullptr;
    if (rendition == nullptr) {
        return nullptr;
    }
    const std::lock_guard lock{m_postersLock}; // a poster is read once, however many mails ask
    if (const auto found = m_posters.find(shown->hash); found != m_posters.end()) {
        return found->second;
    }
    const auto bytes = m_files.readRendition(shown->hash, rendition->size, rendition->format);
    if (!bytes || !*bytes) {
        return nullptr;
    }
    const auto pixels = m_options.worker->paint(**bytes, kPaperPosterWidth);
    if (!pixels) {
        return nullptr;
    }
    if (m_posters.size() >= kPostersKept) {
        m_posters.clear();
    }
    return m_posters[shown->hash] = std::make_shared<const PaperPicture>(paperPicture(*pixels));
}

PictureDesk::PictureDesk(PictureOptions options, Parts parts)
    : m_options{std::move(options)}, m_parts{std::move(parts)}, m_files{m_options.folder}
{}

Result<PictureDesk::Standing> PictureDesk::standing(OrganizerId house, const PictureHash& hash)
{
    Database& database = m_parts.store();
    const auto known = readPicture(database, house, hash);
    if (!known) {
        return pictureNotKnownHere();
    }
    const std::int64_t total = known->picture.bytes;
    if (readKeptPicture(database, house, hash) && m_files.hasOriginal(hash)) {
        return Standing{total, total, true};
    }
    const std::int64_t arrived = m_files.arrived(house, hash);
    // All of it, and then the process ended: what is left to be done is done now.
    return arrived < total ? Standing{arrived, total, false} : takeWhole(house, known->picture);
}

Result<PictureDesk::Standing> PictureDesk::take(OrganizerId house, const PictureHash& hash,
                                                std::int64_t offset, ByteView piece)
{
    const auto now = standing(house, hash);
    if (!now || now->isHere) {
        return now;
    }
    Database& database = m_parts.store();
    const auto before = readKeptPicture(database, house, hash); // its file is lost
    const std::int64_t taken = readKeptBytes(database, house) - (before ? before->bytes : 0) +
        m_files.arrivedOfOthers(house, hash);
    if (now->total > m_options.bytesMax - taken) {
        return noRoomForPictures();
    }
    if (now->arrived == 0) {
        // Before there is anything to sweep: the rest of it may never come.
        Transaction transaction{database};
        addCollecting(database, house);
        transaction.commit();
    }
    const auto arrived = m_files.addPiece(house, hash, offset, piece, now->total);
    if (!arrived) {
        return arrived.error();
    }
    if (*arrived < now->total) {
        return Standing{*arrived, now->total, false};
    }
    const auto known = readPicture(database, house, hash);
    return known ? takeWhole(house, known->picture) : pictureNotKnownHere();
}

Result<PictureDesk::Standing> PictureDesk::takeWhole(OrganizerId house, const PictureAdded& picture)
{
    const auto bytes = m_files.takeArrived(house, picture.hash);
    if (!bytes) {
        return bytes.error();
    }
    if (!*bytes) { // another counter's last piece came at the same moment
        return standing(house, picture.hash);
    }
    Database& database = m_parts.store();
    const Instant now = m_parts.clock.now();
    // First the row, then the file, so that another house that lets go of the same picture at this
    // moment leaves it. A row without its file is no picture, and it may be sent again.
    notePictureComes(database, house, picture, now);
    if (auto kept = m_files.keepOriginal(picture.hash, **bytes); !kept) {
        forgetKeptPicture(database, house, picture.hash);
        return std::move(kept).error();
    }
    Transaction transaction{database};
    const std::string key = pictureHashText(picture.hash);
    askJobAgain(database,
                newJob(house, kMakePicture, key, Bytes{picture.hash.begin(), picture.hash.end()},
                       now, m_parts.random));
    addCollecting(database, house);
    transaction.commit();
    m_parts.wakeJobs();
    return Standing{picture.bytes, picture.bytes, true};
}

void PictureDesk::addCollecting(Database& database, OrganizerId house) const
{
    addJob(database,
           newJob(house, kCollectPictures, "each day", {}, m_parts.clock.now(), m_parts.random));
}

JobKind PictureDesk::makeJob()
{
    constexpr int kAttempts = 6;
    return {.name = kMakePicture,
            .work = [this](Database& database, const Job& job) { return make(database, job); },
            .attemptsMax = kAttempts,
            .firstPause = 5s,
            .longestPause = 1h};
}

JobKind PictureDesk::collectJob()
{
    return {.name = kCollectPictures,
            .work = [this](Database& database, const Job& job) { return collect(database, job); },
            .attemptsMax = std::numeric_limits<int>::max(), // it never ends
            .firstPause = 1min,
            .longestPause = kCollectEach};
}

JobOutcome PictureDesk::make(Database& database, const Job& job) const
{
    const auto hash = pictureHashFrom(ByteView{job.body});
    const auto known =
        hash ? readPicture(database, job.organizer, *hash) : std::optional<KnownPicture>{};
    const auto original =
        known ? m_files.readOriginal(*hash) : Result<std::optional<Bytes>>{std::optional<Bytes>{}};
    if (!original) {
        return JobOutcome::again(original.error().code);
    }
    if (!*original) {
        return JobOutcome::done(); // let go of meanwhile
    }
    const std::lock_guard lock{m_reading};
    const auto prepared = preparePicture(*m_options.worker, **original);
    if (!prepared && prepared.error().kind == ErrorKind::Storage) {
        return JobOutcome::again(prepared.error().code);
    }
    if (!prepared || !isWhatTheJournalSays(*prepared, known->picture)) {
        // No counter of ours sends such a thing: it was refused there.
        m_parts.log.warning("picture_refused",
                            {{"picture", job.key},
                             {"code", prepared ? "picture_not_as_said" : prepared.error().code}});
        // Another house may have the same file, of which its journal says the truth.
        if (auto gone = removeUnlessOthersKeep(database, job.organizer, m_files, *hash); !gone) {
            return JobOutcome::again(gone.error().code);
        }
        return JobOutcome::done([house = job.organizer, picture = *hash](Database& open) {
            forgetKeptPicture(open, house, picture);
        });
    }
    if (auto kept = keepPicture(m_files, *prepared); !kept) {
        return JobOutcome::again(kept.error().code);
    }
    return JobOutcome::done();
}

JobOutcome PictureDesk::collect(Database& database, const Job& job) const
{
    const Instant now = m_parts.clock.now();
    const auto collected =
        collectUnusedPictures(database, job.organizer, m_files, now, kPictureGrace, false);
    if (!collected) {
        m_parts.log.warning("pictures_not_collected", {{"code", collected.error().code}});
    }
    return JobOutcome::waits(Instant{now.ms + kCollectEach.count()});
}

} // namespace foyer::server
