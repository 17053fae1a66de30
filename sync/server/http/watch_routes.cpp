// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/watch_routes.h"

#include "sync/server/http/natural_number.h"
#include "sync/server/http/problem.h"

namespace foyer::server {
namespace {

Reply wait(const Request& request)
{
    const auto after = naturalNumber(request.queryValue("after"));
    if (!after) {
        return problem(400, "bad_position", "Say the position that is known, as ?after=N.");
    }
    Reply reply;
    reply.wait = WaitFor{.organizer = request.caller->organizer, .after = *after};
    return reply;
}

Reply health(const IsHealthy& isHealthy)
{
    const bool isFine = isHealthy();
    return jsonReply(isFine ? R"({"status":"ok"})" : R"({"status":"degraded"})",
                     isFine ? 200 : 503);
}

} // namespace

void addWakeRoute(Router& router)
{
    router.add({.method = "GET",
                .path = "/v1/wake",
                .access = Access::device(),
                .isQuick = true,
                .handler = wait,
                .summary = "Wait, up to 55 seconds, for something new past ?after=POSITION",
                .refusals = {{400, "bad_position"}}});
}

void addHealthRoute(Router& router, IsHealthy isHealthy)
{
    router.add({.method = "GET",
                .path = "/health",
                .access = Access::everybody("Load balancers ask; the answer is one word."),
                .bucket = Bucket::None,
                .isSigned = false,
                .isQuick = true,
                .handler = [isHealthy](const Request&) { return health(isHealthy); },
                .summary = "Whether the server works"});
}

void addObserverRoutes(Router& router, Metrics& metrics, IsHealthy isHealthy)
{
    router.add({.method = "GET",
                .path = "/metrics",
                .access = Access::everybody("Only on the loopback."),
                .bucket = Bucket::None,
                .isSigned = false,
                .answers = {"text/plain"},
                .isQuick = true,
                .handler =
                    [&metrics](const Request&) {
                        Reply reply = jsonReply(metrics.text());
                        reply.contentType = "text/plain; version=0.0.4; charset=utf-8";
                        return reply;
                    },
                .summary = "Figures in the text format of Prometheus"});
    router.add({.method = "GET",
                .path = "/health/ready",
                .access = Access::everybody("Only on the loopback."),
                .bucket = Bucket::None,
                .isSigned = false,
                .handler = [isHealthy](const Request&) { return health(isHealthy); },
                .summary = "Whether the server takes requests"});
}

} // namespace foyer::server
