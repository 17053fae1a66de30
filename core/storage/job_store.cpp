// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/job_store.h"

#include <algorithm>

namespace foyer {
namespace {

Job jobIn(const DbRow& row)
{
    const auto ended = row.optionalInteger(9);
    return {.organizer = row.id<OrganizerId>(0),
            .id = row.id<JobId>(1),
            .kind = row.text(2),
            .key = row.text(3),
            .body = row.bytes(4),
            .madeAt = Instant{row.integer(5)},
            .dueAt = Instant{row.integer(6)},
            .attempts = row.integer(7),
            .problem = row.text(8),
            .isRunning = !ended && !row.isNull(10),
            .endedAt = ended ? std::optional{Instant{*ended}} : std::nullopt,
            .isDead = row.text(11) == "dead"};
}

Schedule scheduleIn(const DbRow& row)
{
    return {
        row.id<OrganizerId>(0), row.text(1), row.text(2), row.text(3), row.text(4), row.bytes(5),
        Instant{row.integer(6)}};
}

bool isPostgres(const Database& database)
{
    return database.engine() == Database::Engine::Postgres;
}

} // namespace

bool addJob(Database& database, const Job& job)
{
    return database.run("INSERT INTO job (organizer, id, kind, key, body, made_at, due_at, "
                        "attempts, asked_again, problem) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, '') "
                        "ON CONFLICT (organizer, kind, key) DO NOTHING",
                        {job.organizer, job.id, job.kind, job.key, job.body, job.madeAt.ms,
                         job.dueAt.ms}) > 0;
}

void askJobAgain(Database& database, const Job& job)
{
    database.run("INSERT INTO job (organizer, id, kind, key, body, made_at, due_at, attempts, "
                 "asked_again, problem) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, '') "
                 "ON CONFLICT (organizer, kind, key) DO UPDATE SET asked_again = 1, "
                 "due_at = CASE WHEN job.worker IS NULL THEN excluded.due_at ELSE job.due_at END, "
                 "attempts = CASE WHEN job.ended_at IS NULL THEN job.attempts ELSE 0 END, "
                 "ended_at = NULL, outcome = NULL",
                 {job.organizer, job.id, job.kind, job.key, job.body, job.madeAt.ms, job.dueAt.ms});
}

std::vector<Job> claimJobs(Database& database, const JobClaim& claim)
{
    // SQLite has one writer at a time; PostgreSQL passes over what another worker is just taking.
    constexpr std::string_view kOnPostgres =
        "UPDATE job SET worker = ?, due_at = ?, attempts = attempts + 1, asked_again = 0 "
        "WHERE (organizer, id) IN (SELECT organizer, id FROM job WHERE ended_at IS NULL "
        "AND due_at <= ? ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED) "
        "RETURNING organizer, id, kind, key, body, made_at, due_at, attempts, problem, ended_at, "
        "worker, outcome";
    constexpr std::string_view kOnSqlite =
        "UPDATE job SET worker = ?, due_at = ?, attempts = attempts + 1, asked_again = 0 "
        "WHERE (organizer, id) IN (SELECT organizer, id FROM job WHERE ended_at IS NULL "
        "AND due_at <= ? ORDER BY due_at, id LIMIT ?) "
        "RETURNING organizer, id, kind, key, body, made_at, due_at, attempts, problem, ended_at, "
        "worker, outcome";
    std::vector<Job> jobs;
    database.each(isPostgres(database) ? kOnPostgres : kOnSqlite,
                  {claim.worker, claim.until.ms, claim.now.ms, claim.limit},
                  [&](const DbRow& row) { jobs.push_back(jobIn(row)); });
    return jobs;
}

void keepJob(Database& database, const JobName& job, const Uuid& worker, Instant until)
{
    database.run("UPDATE job SET due_at = ? WHERE organizer = ? AND id = ? AND worker = ? "
                 "AND ended_at IS NULL",
                 {until.ms, job.organizer, job.id, worker});
}

bool endJob(Database& database, const Job& job, const Uuid& worker, const JobEnd& end)
{
    if (end.isDead) {
        return database.run("UPDATE job SET ended_at = ?, outcome = 'dead', problem = ?, "
                            "worker = NULL WHERE organizer = ? AND id = ? AND worker = ? AND "
                            "ended_at IS NULL",
                            {end.at.ms, end.problem, job.organizer, job.id, worker}) > 0;
    }
    if (database.run("UPDATE job SET ended_at = ?, outcome = 'done', problem = ?, body = ?, "
                     "worker = NULL WHERE organizer = ? AND id = ? AND worker = ? AND "
                     "ended_at IS NULL AND asked_again = 0",
                     {end.at.ms, end.problem, Bytes{}, job.organizer, job.id, worker}) > 0) {
        return true;
    }
    return deferJob(database, job, worker, end.at, end.problem);
}

bool postponeJob(Database& database, const Job& job, const Uuid& worker, Instant dueAt,
                 std::string_view problem)
{
    return database.run("UPDATE job SET due_at = CASE WHEN asked_again = 1 THEN 0 ELSE ? END, "
                        "problem = ?, worker = NULL "
                        "WHERE organizer = ? AND id = ? AND worker = ? AND ended_at IS NULL",
                        {dueAt.ms, problem, job.organizer, job.id, worker}) > 0;
}

bool deferJob(Database& database, const Job& job, const Uuid& worker, Instant dueAt,
              std::string_view problem)
{
    return database.run("UPDATE job SET due_at = CASE WHEN asked_again = 1 THEN 0 ELSE ? END, "
                        "attempts = attempts - 1, problem = ?, worker = NULL "
                        "WHERE organizer = ? AND id = ? AND worker = ? AND ended_at IS NULL",
                        {dueAt.ms, problem, job.organizer, job.id, worker}) > 0;
}

bool reviveJob(Database& database, OrganizerId organizer, JobId id, Instant now)
{
    return database.run("UPDATE job SET ended_at = NULL, outcome = NULL, attempts = 0, due_at = ? "
                        "WHERE organizer = ? AND id = ? AND outcome = 'dead'",
                        {now.ms, organizer, id}) > 0;
}

std::optional<Instant> nextJobDue(Database& database)
{
    const auto job = database.integer("SELECT min(due_at) FROM job WHERE ended_at IS NULL");
    const auto schedule = database.integer("SELECT min(next_at) FROM schedule");
    const auto due = job && schedule ? std::optional{std::min(*job, *schedule)}
        : job                        ? job
                                     : schedule;
    return due ? std::optional{Instant{*due}} : std::nullopt;
}

std::vector<Job> readJobs(Database& database, OrganizerId organizer, bool onlyDead,
                          std::int64_t limit)
{
    std::vector<Job> jobs;
    database.each("SELECT organizer, id, kind, key, body, made_at, due_at, attempts, problem, "
                  "ended_at, worker, outcome FROM job WHERE organizer = ? "
                  "AND (outcome = 'dead' OR ? = 0) ORDER BY id DESC LIMIT ?",
                  {organizer, std::int64_t{onlyDead}, limit},
                  [&](const DbRow& row) { jobs.push_back(jobIn(row)); });
    return jobs;
}

std::int64_t forgetJobs(Database& database, Instant before, std::int64_t limit)
{
    return database.run("DELETE FROM job WHERE (organizer, id) IN (SELECT organizer, id FROM job "
                        "WHERE ended_at < ? AND outcome = 'done' ORDER BY ended_at LIMIT ?)",
                        {before.ms, limit});
}

void storeSchedule(Database& database, const Schedule& schedule)
{
    database.run("INSERT INTO schedule (organizer, name, cron, time_zone, kind, body, next_at) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organizer, name) DO UPDATE SET "
                 "cron = excluded.cron, time_zone = excluded.time_zone, kind = excluded.kind, "
                 "body = excluded.body, next_at = excluded.next_at",
                 {schedule.organizer, schedule.name, schedule.cron, schedule.timeZone,
                  schedule.kind, schedule.body, schedule.nextAt.ms});
}

void removeSchedule(Database& database, OrganizerId organizer, std::string_view name)
{
    database.run("DELETE FROM schedule WHERE organizer = ? AND name = ?", {organizer, name});
}

std::vector<Schedule> readSchedules(Database& database, OrganizerId organizer)
{
    std::vector<Schedule> schedules;
    database.each("SELECT organizer, name, cron, time_zone, kind, body, next_at FROM schedule "
                  "WHERE organizer = ? ORDER BY name",
                  {organizer}, [&](const DbRow& row) { schedules.push_back(scheduleIn(row)); });
    return schedules;
}

std::vector<Schedule> claimSchedules(Database& database, Instant now, std::int64_t limit)
{
    constexpr std::string_view kOnPostgres =
        "SELECT organizer, name, cron, time_zone, kind, body, next_at FROM schedule "
        "WHERE next_at <= ? ORDER BY next_at LIMIT ? FOR UPDATE SKIP LOCKED";
    constexpr std::string_view kOnSqlite =
        "SELECT organizer, name, cron, time_zone, kind, body, next_at FROM schedule "
        "WHERE next_at <= ? ORDER BY next_at LIMIT ?";
    std::vector<Schedule> schedules;
    database.each(isPostgres(database) ? kOnPostgres : kOnSqlite, {now.ms, limit},
                  [&](const DbRow& row) { schedules.push_back(scheduleIn(row)); });
    return schedules;
}

} // namespace foyer
