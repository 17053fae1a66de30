// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the server does outside of requests, as an administrator sees it.

#include "core/storage/job_store.h"
#include "sync/protocol/flat_json.h"
#include "sync/server/administration/administration_routes.h"
#include "sync/server/http/problem.h"

#include <string>

namespace foyer::server {
namespace {

constexpr std::int64_t kJobsShown = 200;

const char* stateOf(const Job& job)
{
    return job.isDead ? "given_up" : job.endedAt ? "done" : job.isRunning ? "running" : "waiting";
}

std::string jsonOf(const Job& job)
{
    return R"({"id":")" + job.id.text() + R"(","kind":)" + protocol::jsonQuoted(job.kind) +
        R"(,"key":)" + protocol::jsonQuoted(job.key) + R"(,"state":")" + stateOf(job) +
        R"(","attempts":)" + std::to_string(job.attempts) + R"(,"made_at":")" +
        toRfc3339(job.madeAt) + R"(","due_at":")" + toRfc3339(job.endedAt.value_or(job.dueAt)) +
        R"(","problem":)" + protocol::jsonQuoted(job.problem) + "}";
}

Reply list(const AdministrationDesk& desk, const Request& request)
{
    const bool onlyGivenUp = request.queryValue("state") == "given_up";
    std::string text;
    for (const Job& job :
         readJobs(desk.reader(), request.caller->organizer, onlyGivenUp, kJobsShown)) {
        text += (text.empty() ? "" : ",") + jsonOf(job);
    }
    return jsonReply("{\"jobs\":[" + text + "]}");
}

Reply again(const AdministrationDesk& desk, const Request& request)
{
    const auto id = Uuid::fromText(request.parameter("job"));
    Database& database = desk.reader();
    Transaction transaction{database};
    const bool isRevived =
        id && reviveJob(database, request.caller->organizer, JobId{*id}, desk.clock.now());
    transaction.commit();
    if (!isRevived) {
        return problem(404, "unknown_job",
                       "No job of this id was given up. Look at the list of jobs.");
    }
    desk.log.info("job_revived",
                  {{"id", request.requestId}, {"user", request.permit->actor().text()}});
    return jsonReply("{}");
}

} // namespace

void addJobRoutes(Router& router, const AdministrationDesk& desk)
{
    router.add({.method = "GET",
                .path = "/v1/jobs",
                .access = Access::holder(Permission::RunCounter),
                .handler = [desk](const Request& request) { return list(desk, request); },
                .summary = "What the server has done, does and could not do; ?state=given_up for "
                           "what somebody has to look at"});
    router.add({.method = "POST",
                .path = "/v1/jobs/{job}/retry",
                .access = Access::holder(Permission::RunCounter),
                .bodyMax = 2,
                .handler = [desk](const Request& request) { return again(desk, request); },
                .summary = "Do a job that was given up once more",
                .refusals = {{404, "unknown_job"}}});
}

} // namespace foyer::server
