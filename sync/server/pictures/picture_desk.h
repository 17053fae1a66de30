// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/services/picture_files.h"
#include "core/services/picture_worker.h"
#include "sync/server/jobs/job_runner.h"
#include "sync/server/observe/server_log.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace foyer::server {

/// The pictures of a server.
struct PictureOptions {
    std::string folder; ///< shared by all processes of the server; empty: no pictures
    /// Who reads pictures; null: none are taken.
    std::shared_ptr<const PictureWorker> worker;
    std::int64_t bytesMax = std::int64_t{2} * 1024 * 1024 * 1024; ///< of one organizer's originals
};

/// What a server does with the pictures of its houses: it takes the originals from counters, and
/// makes the renditions that the world sees by itself, in a job. So nothing that a counter encoded
/// is ever given to anybody, and a counter that was taken over gains nothing by sending one.
class PictureDesk {
public:
    struct Parts {
        std::function<Database&()> store; ///< of the calling thread
        std::function<void()> wakeJobs;
        ServerLog& log;
        const Clock& clock;
        Random& random;
    };
    PictureDesk(PictureOptions options, Parts parts);

    /// How much of a picture is here.
    struct Standing {
        std::int64_t arrived = 0;
        std::int64_t total = 0;
        bool isHere = false; ///< whole; nothing more is wanted
    };
    /// Refuses with unknown_picture before the journal of the house names it.
    Result<Standing> standing(OrganizerId house, const PictureHash& hash);
    /// Takes the next piece. One that does not come next changes nothing, and is answered with what
    /// is here. Refuses with unknown_picture, pictures_full; bad input picture_hash; storage errors
    /// of PictureFiles.
    Result<Standing> take(OrganizerId house, const PictureHash& hash, std::int64_t offset,
                          ByteView piece);
    const PictureFiles& files() const { return m_files; }
    /// The poster of an event as tickets show it; null where there is none, or its rendition is not
    /// made yet. From any thread. Throws StorageFailure.
    std::shared_ptr<const PaperPicture> paperPoster(OrganizerId house, EventId event);

    /// Makes the renditions of a picture that arrived.
    JobKind makeJob();
    /// Lets go of what nothing shows any more, once a day.
    JobKind collectJob();

private:
    Result<Standing> takeWhole(OrganizerId house, const PictureAdded& picture);
    /// Once for a house, however often it is asked for.
    void addCollecting(Database& database, OrganizerId house) const;
    JobOutcome make(Database& database, const Job& job) const;
    JobOutcome collect(Database& database, const Job& job) const;

    PictureOptions m_options;
    Parts m_parts;
    PictureFiles m_files;
    std::mutex m_postersLock;
    std::map<PictureHash, std::shared_ptr<const PaperPicture>> m_posters; ///< some of the latest
    mutable std::mutex m_reading; ///< one at a time: each may take some hundred megabytes
};

} // namespace foyer::server
