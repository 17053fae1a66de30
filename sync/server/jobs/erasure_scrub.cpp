// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/jobs/erasure_scrub.h"

#include "core/storage/customer_key_store.h"

namespace foyer::server {
namespace {

constexpr const char* kScrubJob = "scrub_erased";

} // namespace

void followWithScrubbing(FollowUps& followUps, const Clock& clock, Random& random)
{
    followUps.add(kind::kCustomerErased,
                  [&clock, &random](Database& database, const Entry& entry, const CborValue&) {
                      addJob(database,
                             newJob(entry.organizer, kScrubJob, entry.id.text(), {}, clock.now(),
                                    random));
                  });
}

JobKind scrubJob()
{
    return {.name = kScrubJob,
            .work =
                [](Database& database, const Job&) {
                    return scrubDisk(database) ? JobOutcome::done()
                                               : JobOutcome::again("somebody is reading");
                },
            .attemptsMax = 60,
            .firstPause = std::chrono::seconds{1},
            .longestPause = std::chrono::minutes{1}};
}

} // namespace foyer::server
