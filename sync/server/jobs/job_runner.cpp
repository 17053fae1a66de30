// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/jobs/job_runner.h"

#include "core/services/guarded.h"
#include "core/calendar/cron_times.h"
#include "sync/server/observe/thread_signals.h"

#include <algorithm>
#include <array>

namespace foyer::server {
namespace {

using namespace std::chrono_literals;

/// Other processes' jobs are seen within this time.
constexpr auto kLookEach = 1s;
/// A kind that this process does not know may be one of a newer process beside it.
constexpr std::int64_t kUnknownPauseMs = 60'000;
constexpr std::int64_t kSchedulesAtOnce = 100;
constexpr int kNoteTries = 5;
constexpr auto kNotePause = 200ms;
constexpr auto kForgetEach = 1h;
constexpr std::int64_t kForgottenAtOnce = 1'000;

Instant later(Instant from, std::chrono::milliseconds by)
{
    return Instant{from.ms + by.count()};
}

const char* nameOf(JobOutcome::Kind kind)
{
    switch (kind) {
    case JobOutcome::Kind::Done:
        return "done";
    case JobOutcome::Kind::Again:
        return "again";
    case JobOutcome::Kind::Waits:
        return "waits";
    case JobOutcome::Kind::GivenUp:
        break;
    }
    return "given_up";
}

} // namespace

JobOutcome JobOutcome::done(std::function<void(Database&)> record)
{
    return {Kind::Done, {}, {}, std::move(record)};
}

JobOutcome JobOutcome::again(std::string problem, std::optional<Instant> notBefore)
{
    return {Kind::Again, std::move(problem), notBefore, {}};
}

JobOutcome JobOutcome::waits(Instant until, std::string problem)
{
    return {Kind::Waits, std::move(problem), until, {}};
}

JobOutcome JobOutcome::givenUp(std::string problem)
{
    return {Kind::GivenUp, std::move(problem), {}, {}};
}

Job newJob(OrganizerId organizer, std::string kind, std::string key, Bytes body, Instant now,
           Random& random)
{
    return {.organizer = organizer,
            .id = JobId{Uuid::v7(now, random)},
            .kind = std::move(kind),
            .key = std::move(key),
            .body = std::move(body),
            .madeAt = now,
            .dueAt = now};
}

JobRunner::JobRunner(std::string database, const Clock& clock, Random& random, ServerLog& log,
                     Metrics& metrics)
    : m_path{std::move(database)}, m_clock{clock}, m_random{random}, m_log{log}, m_metrics{metrics},
      m_worker{Uuid::v7(clock.now(), random)}
{}

JobRunner::~JobRunner()
{
    stop();
}

void JobRunner::add(JobKind kind)
{
    std::string name = kind.name;
    m_kinds.insert_or_assign(std::move(name), std::move(kind));
}

void JobRunner::start(int workers)
{
    m_workersMax = static_cast<std::size_t>(workers);
    m_dispatcher = std::jthread{[this](const std::stop_token& stop) { dispatch(stop); }};
    for (int i = 0; i < workers; ++i) {
        m_workers.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
}

void JobRunner::stop()
{
    m_dispatcher = {}; // what it takes in its last look is in the queue before the workers go
    for (std::jthread& thread : m_workers) {
        thread.request_stop();
    }
    m_workers.clear();
}

void JobRunner::wake()
{
    {
        const std::lock_guard lock{m_mutex};
        m_isWoken = true;
    }
    m_look.notify_one();
}

std::chrono::milliseconds JobRunner::pauseAfter(const JobKind& kind, std::int64_t attempts,
                                                double chance)
{
    const std::int64_t doublings = std::clamp<std::int64_t>(attempts - 1, 0, 40);
    const auto longest = static_cast<double>(kind.longestPause.count());
    const double whole = std::min(static_cast<double>(kind.firstPause.count()) *
                                      static_cast<double>(1LL << doublings),
                                  longest);
    // Half of it is chance, so that what failed together does not come back together.
    return std::chrono::milliseconds{static_cast<std::int64_t>(whole / 2 + whole / 2 * chance)};
}

double JobRunner::chance()
{
    std::array<std::uint8_t, 2> bytes{};
    const std::lock_guard lock{m_mutex};
    m_random.fill(bytes);
    return static_cast<double>(bytes[0] * 256 + bytes[1]) / 65'535.0;
}

void JobRunner::dispatch(const std::stop_token& stop)
{
    leaveSignalsToMain();
    std::unique_ptr<Database> database;
    bool isFailing = false;
    while (!stop.stop_requested()) {
        const auto looked = guarded([&]() -> Result<void> {
            if (!database) {
                database = Database::open(m_path, Database::Mode::ReadWrite);
            }
            look(*database);
            return {};
        });
        if (!looked && !isFailing) {
            m_log.error("jobs_failed", {{"code", looked.error().code}}); // once, not each second
        }
        isFailing = !looked;
        std::unique_lock lock{m_mutex};
        m_look.wait_for(lock, stop, kLookEach, [this] { return m_isWoken; });
        m_isWoken = false;
    }
}

void JobRunner::look(Database& database)
{
    const Instant now = m_clock.now();
    std::int64_t wanted = 0;
    {
        const std::lock_guard lock{m_mutex};
        wanted = static_cast<std::int64_t>(m_workersMax - m_underWay.size());
    }
    const auto due = nextJobDue(database);
    const bool canTake = wanted > 0 && due && *due <= now;
    const bool mustKeep = wanted < static_cast<std::int64_t>(m_workersMax) &&
        now.ms - m_kept.ms >= kLease.count() / 3;
    const bool mustForget =
        now.ms - m_forgotten.ms >= std::chrono::milliseconds{kForgetEach}.count();
    if (!canTake && !mustKeep && !mustForget) {
        return; // a look costs nobody the write lock
    }
    std::vector<Job> jobs;
    {
        Transaction transaction{database};
        makeScheduledJobs(database, now);
        if (mustKeep) {
            keepUnderWay(database, now);
        }
        if (mustForget) {
            forgetOld(database, now);
        }
        if (canTake) {
            jobs = claimJobs(database, {m_worker, now, later(now, kLease), wanted});
        }
        transaction.commit();
    }
    const std::lock_guard lock{m_mutex};
    for (Job& job : jobs) {
        m_underWay.push_back({job.organizer, job.id});
        m_queue.push_back(std::move(job));
        m_ready.notify_one();
    }
}

/// Those only: one whose ending could not be written is to be taken again when its lease is over.
void JobRunner::keepUnderWay(Database& database, Instant now)
{
    std::vector<JobName> jobs;
    {
        const std::lock_guard lock{m_mutex};
        jobs = m_underWay;
    }
    for (const JobName& job : jobs) {
        keepJob(database, job, m_worker, later(now, kLease));
    }
    m_kept = now;
}

void JobRunner::forgetOld(Database& database, Instant now)
{
    const Instant before{now.ms - std::chrono::milliseconds{kRemembered}.count()};
    if (forgetJobs(database, before, kForgottenAtOnce) < kForgottenAtOnce) {
        m_forgotten = now;
    }
}

void JobRunner::makeScheduledJobs(Database& database, Instant now)
{
    for (Schedule& schedule : claimSchedules(database, now, kSchedulesAtOnce)) {
        Job job;
        job.organizer = schedule.organizer;
        job.id = JobId{Uuid::v7(now, m_random)};
        job.kind = schedule.kind;
        job.key = schedule.name + '@' + std::to_string(schedule.nextAt.ms);
        job.body = schedule.body;
        job.madeAt = now;
        job.dueAt = now;
        addJob(database, job);
        // What was missed while no process ran is made up for once, not as often as it was missed.
        const auto times = CronTimes::parse(schedule.cron);
        const auto next = times ? times->next(now, schedule.timeZone) : std::nullopt;
        if (!next) {
            m_log.error("schedule_ended", {{"name", schedule.name}});
            removeSchedule(database, schedule.organizer, schedule.name);
            continue;
        }
        schedule.nextAt = *next;
        storeSchedule(database, schedule);
    }
}

void JobRunner::work(const std::stop_token& stop)
{
    leaveSignalsToMain();
    std::unique_ptr<Database> database;
    for (;;) {
        std::optional<Job> job;
        {
            std::unique_lock lock{m_mutex};
            m_ready.wait(lock, stop, [this] { return !m_queue.empty(); });
            if (m_queue.empty()) {
                return; // what was taken is finished first
            }
            job = std::move(m_queue.front());
            m_queue.pop_front();
        }
        const auto done = guarded([&]() -> Result<void> {
            if (!database) {
                database = Database::open(m_path, Database::Mode::ReadWrite);
            }
            attempt(*database, *job);
            return {};
        });
        if (!done) {
            // Nobody keeps it any more: when its lease is over, it is taken again.
            m_log.error("job_failed",
                        {{"kind", job->kind},
                         {"job", job->id.text()},
                         {"code", done.error().code}});
        }
        {
            const std::lock_guard lock{m_mutex};
            std::erase(m_underWay, JobName{job->organizer, job->id});
            m_isWoken = true;
        }
        m_look.notify_one();
    }
}

void JobRunner::attempt(Database& database, const Job& job)
{
    const auto kind = m_kinds.find(job.kind);
    if (kind == m_kinds.end()) {
        Transaction transaction{database};
        postponeJob(database, job, m_worker, Instant{m_clock.now().ms + kUnknownPauseMs},
                    "no process here knows this kind of job");
        transaction.commit();
        return;
    }
    // An attempt that ended the process, several times over, would end the next one, too.
    if (job.attempts > kind->second.attemptsMax) {
        finish(database, job, kind->second,
               JobOutcome::givenUp("it was begun " + std::to_string(job.attempts - 1) +
                                   " times and never came to an end" +
                                   (job.problem.empty() ? "" : "; before that: " + job.problem)));
        return;
    }
    const auto outcome =
        guarded([&]() -> Result<JobOutcome> { return kind->second.work(database, job); });
    // What it brought about may not be taken back, a mail that is sent least of all: so a database
    // that is busy is asked again to take note of it, before somebody else does it once more.
    const JobOutcome said = outcome ? *outcome : JobOutcome::again(outcome.error().code);
    for (int tries = 1;; ++tries) {
        const auto noted = guarded([&]() -> Result<void> {
            finish(database, job, kind->second, said);
            return {};
        });
        if (noted) {
            return;
        }
        if (tries == kNoteTries) {
            throw StorageFailure{noted.error()};
        }
        std::this_thread::sleep_for(kNotePause);
    }
}

void JobRunner::finish(Database& database, const Job& job, const JobKind& kind,
                       const JobOutcome& outcome)
{
    const Instant now = m_clock.now();
    JobOutcome::Kind what = outcome.kind;
    if (what == JobOutcome::Kind::Again && job.attempts >= kind.attemptsMax) {
        what = JobOutcome::Kind::GivenUp;
    }
    Transaction transaction{database};
    bool isOurs = true;
    if (what == JobOutcome::Kind::Waits) {
        isOurs =
            deferJob(database, job, m_worker, outcome.notBefore.value_or(now), outcome.problem);
    } else if (what == JobOutcome::Kind::Again) {
        const Instant next = later(now, pauseAfter(kind, job.attempts, chance()));
        isOurs = postponeJob(database, job, m_worker,
                             std::max(next, outcome.notBefore.value_or(next)), outcome.problem);
    } else {
        isOurs = endJob(database, job, m_worker,
                        {now, what == JobOutcome::Kind::GivenUp, outcome.problem});
        if (isOurs && what == JobOutcome::Kind::Done && outcome.record) {
            outcome.record(database);
        }
    }
    if (!isOurs) {
        m_log.warning("job_lost", {{"kind", job.kind}, {"job", job.id.text()}});
        return; // another process has it: what was to be recorded is that one's to record
    }
    transaction.commit();
    m_metrics.add("foyer_jobs_total", {{"kind", job.kind}, {"outcome", nameOf(what)}});
    if (what == JobOutcome::Kind::GivenUp) {
        m_log.error("job_given_up",
                    {{"kind", job.kind}, {"job", job.id.text()}, {"problem", outcome.problem}});
    }
}

} // namespace foyer::server
