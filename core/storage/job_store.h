// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

using JobId = Id<struct JobTag>;

/// Something to be done by a server outside of requests: at least once, so whoever does it must
/// not mind doing it twice. All functions here throw StorageFailure.
struct Job {
    OrganizerId organizer; ///< nil: the server's own
    JobId id;
    std::string kind;
    std::string key; ///< names it within organizer and kind
    Bytes body;
    Instant madeAt;
    Instant dueAt; ///< nobody (else) takes it before
    std::int64_t attempts = 0;
    std::string problem; ///< of the last attempt; empty: none
    bool isRunning = false;
    std::optional<Instant> endedAt;
    bool isDead = false; ///< given up: somebody has to look
};

/// Asks for a job. False where one of this kind and key is there already, ended or not; then
/// nothing changes. Within a transaction the job comes with it, or not at all.
bool addJob(Database& database, const Job& job);
/// Something has changed that a job looks at, which goes on as long as there is something to do:
/// where one of this kind and key is there, it is due now, once more after the attempt under way,
/// and again if it had ended; else it is added.
void askJobAgain(Database& database, const Job& job);

/// Takes up to `limit` jobs that are due, of these the longest due first, for a worker, who has
/// them until `until`. Two workers never get the same one, and none waits for another. In a
/// transaction.
struct JobClaim {
    Uuid worker;
    Instant now;
    Instant until;
    std::int64_t limit = 1;
};
std::vector<Job> claimJobs(Database& database, const JobClaim& claim);
/// Which job of which organizer.
struct JobName {
    OrganizerId organizer;
    JobId id;
    friend bool operator==(const JobName&, const JobName&) = default;
};
/// What a worker has stays its own until `until`; one that it has lost is not touched.
void keepJob(Database& database, const JobName& job, const Uuid& worker, Instant until);

/// The job is done, which takes its body out, or given up with a problem; one that was asked for
/// again meanwhile is due now instead. False where the worker has lost it to another one meanwhile:
/// then what it did in this transaction must not count.
struct JobEnd {
    Instant at;
    bool isDead = false;
    std::string problem;
};
bool endJob(Database& database, const Job& job, const Uuid& worker, const JobEnd& end);
/// It is tried again at `dueAt`, or now where it was asked for again. False as for endJob.
bool postponeJob(Database& database, const Job& job, const Uuid& worker, Instant dueAt,
                 std::string_view problem);
/// Its turn comes at `dueAt`, or now where it was asked for again: that was no attempt. False as
/// for endJob.
bool deferJob(Database& database, const Job& job, const Uuid& worker, Instant dueAt,
              std::string_view problem = {});
/// A job that was given up is due again, with all its attempts before it. False where there is no
/// such dead job.
bool reviveJob(Database& database, OrganizerId organizer, JobId id, Instant now);

/// When the next job or schedule is due; nothing where there is none.
std::optional<Instant> nextJobDue(Database& database);
/// Jobs of an organizer, the newest first; only those that were given up, where `onlyDead`.
std::vector<Job> readJobs(Database& database, OrganizerId organizer, bool onlyDead,
                          std::int64_t limit);
/// Forgets jobs that were done before an instant, up to `limit`. Given-up ones are kept.
std::int64_t forgetJobs(Database& database, Instant before, std::int64_t limit);

/// What comes again and again.
struct Schedule {
    OrganizerId organizer;
    std::string name;
    std::string cron; ///< see CronTimes
    std::string timeZone;
    std::string kind;
    Bytes body;
    Instant nextAt;
};
void storeSchedule(Database& database, const Schedule& schedule);
void removeSchedule(Database& database, OrganizerId organizer, std::string_view name);
std::vector<Schedule> readSchedules(Database& database, OrganizerId organizer);
/// Those whose time has come, which nobody else gets before the transaction ends.
std::vector<Schedule> claimSchedules(Database& database, Instant now, std::int64_t limit);

} // namespace foyer
