// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/storage/job_store.h"
#include "sync/server/observe/metrics.h"
#include "sync/server/observe/server_log.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace foyer::server {

/// How an attempt at a job went.
struct JobOutcome {
    enum class Kind : std::uint8_t {
        Done,
        Again,  ///< it may work later
        Waits,  ///< its turn comes, or more is to be done, then: that was no attempt
        GivenUp ///< it never will: somebody has to look
    };
    Kind kind = Kind::Done;
    std::string problem;                   ///< without personal data: it is shown and logged
    std::optional<Instant> notBefore;      ///< of Again, where the other side said when; of Waits
    std::function<void(Database&)> record; ///< of Done: written in the transaction that ends the
                                           ///< job, so that it is written exactly once

    static JobOutcome done(std::function<void(Database&)> record = {});
    static JobOutcome again(std::string problem, std::optional<Instant> notBefore = {});
    static JobOutcome waits(Instant until, std::string problem = {});
    static JobOutcome givenUp(std::string problem);
};

/// A job that is to be done now.
Job newJob(OrganizerId organizer, std::string kind, std::string key, Bytes body, Instant now,
           Random& random);

/// What is done for jobs of one kind. `work` may be called again for a job that was done before, by
/// this process or another one: the process may end after the work and before the note of it.
struct JobKind {
    std::string name;
    std::function<JobOutcome(Database&, const Job&)> work;
    int attemptsMax = 12;
    std::chrono::milliseconds firstPause{5'000};       ///< doubled at each attempt …
    std::chrono::milliseconds longestPause{3'600'000}; ///< … up to this; half of it is chance
};

/// Does jobs, several at a time, in as many processes as share the database. A process that dies
/// leaves its jobs to the others after kLease. What was done long ago is forgotten by itself. Safe
/// from any thread, once started.
class JobRunner {
public:
    /// How long a job stays with a process that shows no sign of life.
    static constexpr std::chrono::milliseconds kLease{30'000};
    /// How long a job that was done is remembered; one that was given up stays.
    static constexpr std::chrono::hours kRemembered{30 * 24};

    JobRunner(std::string database, const Clock& clock, Random& random, ServerLog& log,
              Metrics& metrics);
    /// Finishes what is under way.
    ~JobRunner();
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    /// Before start().
    void add(JobKind kind);
    void start(int workers);
    /// Takes no more jobs, and returns when those under way are finished.
    void stop();
    /// There is something new to do: look now instead of within a second.
    void wake();

    /// The pause before the next attempt, after `attempts` that failed; `chance` from 0 to 1.
    static std::chrono::milliseconds pauseAfter(const JobKind& kind, std::int64_t attempts,
                                                double chance);

private:
    void dispatch(const std::stop_token& stop);
    void look(Database& database);
    void keepUnderWay(Database& database, Instant now);
    void forgetOld(Database& database, Instant now);
    void makeScheduledJobs(Database& database, Instant now);
    void work(const std::stop_token& stop);
    void attempt(Database& database, const Job& job);
    void finish(Database& database, const Job& job, const JobKind& kind, const JobOutcome& outcome);
    double chance();

    std::string m_path;
    const Clock& m_clock;
    Random& m_random;
    ServerLog& m_log;
    Metrics& m_metrics;
    Uuid m_worker; ///< this process's name in the jobs it has
    std::map<std::string, JobKind, std::less<>> m_kinds;
    std::mutex m_mutex;
    std::condition_variable_any m_ready; ///< a job for a worker
    std::condition_variable_any m_look;  ///< something for the dispatcher
    std::deque<Job> m_queue;
    std::size_t m_workersMax = 0;
    std::vector<JobName> m_underWay; ///< taken and not ended, those in the queue included
    bool m_isWoken = false;
    Instant m_kept;      ///< when jobs under way were last kept; the dispatcher's
    Instant m_forgotten; ///< when old ones were last forgotten; the dispatcher's
    // Last, so that they end before what they work on.
    std::vector<std::jthread> m_workers;
    std::jthread m_dispatcher;
};

} // namespace foyer::server
