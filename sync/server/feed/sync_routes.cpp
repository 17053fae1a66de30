// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/feed/sync_routes.h"

#include "core/services/authority/entry_intake.h"
#include "core/services/authority/restored_authority.h"
#include "core/services/authority/rights_office.h"
#include "core/services/guarded.h"
#include "core/storage/feed_store.h"
#include "sync/protocol/sync_messages.h"
#include "sync/server/http/natural_number.h"
#include "sync/server/http/problem.h"

#include <algorithm>

namespace foyer::server {
namespace {

constexpr std::size_t kPushMax = std::size_t{8} * 1024 * 1024; // as sent
constexpr std::size_t kWishMax = std::size_t{256} * 1024;
constexpr std::int64_t kPageEntries = 5'000;
constexpr std::size_t kPageBytes = std::size_t{2} * 1024 * 1024;

std::vector<std::string> everyVersion()
{
    std::vector<std::string> types;
    for (int version = 1; version <= static_cast<int>(kNewestWireVersion); ++version) {
        types.push_back(mediaType(static_cast<WireVersion>(version)));
    }
    return types;
}

Reply message(Bytes bytes, WireVersion version, int status = 200)
{
    Reply reply;
    reply.status = status;
    reply.contentType = mediaType(version);
    reply.body = std::move(bytes);
    return reply;
}

Reply failed(const Error& error)
{
    return problem(error,
                   error.code == "unknown_organizer"  ? 404
                       : error.code == "wrong_writer" ? 403
                                                      : 0);
}

int statusOf(IntakeAnswer::Outcome outcome)
{
    switch (outcome) {
    case IntakeAnswer::Outcome::Accepted:
        return 200;
    case IntakeAnswer::Outcome::Gap:
    case IntakeAnswer::Outcome::Fork:
        return 409;
    case IntakeAnswer::Outcome::BrokenChain:
    case IntakeAnswer::Outcome::BadSignature:
        return 422;
    case IntakeAnswer::Outcome::WrongWriter:
        return 403;
    }
    return 403;
}

Reply serverBehind()
{
    return problem(409, "server_behind",
                   "This server's database is older than what counters have heard of it: it came "
                   "back from a backup. Whoever runs it has to say so, with foyer-server "
                   "--restored, before it takes anything.");
}

/// A server that does not know that it was restored would give positions and rights a second time.
/// Counters say how far they have heard; where they do not, nothing can be told.
bool isBehind(const Request& request, std::int64_t position)
{
    return naturalNumber(request.queryValue("heard")).value_or(0) > position;
}

Reply push(const SyncDesk& desk, const Request& request)
{
    const auto version = wireVersionOf(request.contentType);
    const auto batch =
        version ? decodePush(request.body, *version) : Result<EntryBatch>{version.error()};
    if (!batch) {
        return failed(batch.error());
    }
    const Caller& caller = *request.caller;
    const auto keys = desk.deviceKeys(caller.organizer, caller.device);
    // A device may only speak for itself.
    if (keys.empty() || batch->writer != caller.device) {
        return problem(403, codeOf(IntakeAnswer::Outcome::WrongWriter),
                       "A counter may only send what it wrote itself.");
    }
    const ExaminedBatch examined = examine(caller.organizer, *batch, keys);
    std::optional<TakenBatch> taken;
    std::shared_ptr<const SigningKey> authorityKey;
    const auto done =
        desk.authority.doAndWait(caller.organizer, [&](Authority& authority, FeedBatch& feed) {
            taken = isBehind(request, feed.position())
                ? std::nullopt
                : std::optional{takeExamined(authority, feed, examined)};
            authorityKey = authority.keys().device;
        });
    if (!done || !taken) {
        return done ? serverBehind() : failed(done.error());
    }
    const IntakeAnswer answer =
        countersigned(*std::move(taken), {caller.organizer, batch->writer, 1}, *authorityKey);
    if (answer.outcome == IntakeAnswer::Outcome::Fork) {
        desk.suspend(caller.organizer, caller.device);
    }
    return message(encodePushAnswer(answer, *version), *version, statusOf(answer.outcome));
}

/// The version that a request without a body wants.
Result<WireVersion> wantedVersion(const Request& request)
{
    return wireVersionOf(request.accept);
}

Reply pull(const SyncDesk& desk, const Request& request)
{
    const auto version = wantedVersion(request);
    if (!version) {
        return failed(version.error());
    }
    const auto after = naturalNumber(request.queryValue("after"));
    const auto limit = request.queryValue("entries").empty()
        ? std::optional{kPageEntries}
        : naturalNumber(request.queryValue("entries"));
    if (!after || !limit || *limit == 0) {
        return problem(400, "bad_position", "Say after which position to read, a whole number.");
    }
    const Caller& caller = *request.caller;
    if (*after > readFeedPosition(desk.reader(), caller.organizer)) {
        return serverBehind();
    }
    PullAnswer answer;
    answer.page = readFeed(desk.reader(), caller.organizer,
                           {.after = *after,
                            .entries = std::min(*limit, kPageEntries),
                            .bytes = kPageBytes,
                            .except = caller.device});
    answer.serverTime = desk.clock.now();
    return message(encodePullAnswer(answer, *version), *version);
}

/// A counter that came back from a backup gets what it has written itself.
Reply own(const SyncDesk& desk, const Request& request)
{
    const auto version = wantedVersion(request);
    if (!version) {
        return failed(version.error());
    }
    const auto epoch = naturalNumber(request.queryValue("epoch"));
    const auto after = naturalNumber(request.queryValue("after"));
    if (!epoch || !after) {
        return problem(400, "bad_position",
                       "Say the epoch, and after which entry of it to read, as whole numbers.");
    }
    const Caller& caller = *request.caller;
    PullAnswer answer;
    std::size_t bytes = 0;
    readEntriesAfter(desk.reader(), caller.organizer, caller.device, *epoch, *after,
                     [&](const Entry& entry) {
                         if (bytes >= kPageBytes) {
                             answer.page.isLast = false;
                             return false;
                         }
                         bytes += entry.body.size();
                         answer.page.entries.push_back(entry);
                         return true;
                     });
    answer.serverTime = desk.clock.now();
    return message(encodePullAnswer(answer, *version), *version);
}

Reply rights(const SyncDesk& desk, const Request& request)
{
    const auto version = wireVersionOf(request.contentType);
    const auto text = version ? unpacked(request.body, *version) : Result<Bytes>{version.error()};
    const auto wish = text ? decodeRightsWish(*text) : Result<RightsWish>{text.error()};
    if (!wish) {
        return failed(wish.error());
    }
    const Caller& caller = *request.caller;
    if (wish->holder != caller.device) {
        return problem(403, codeOf(IntakeAnswer::Outcome::WrongWriter),
                       "A counter may only ask for itself.");
    }
    Result<RightsAnswer> answer = RightsAnswer{};
    bool behind = false;
    const auto done =
        desk.authority.doAndWait(caller.organizer, [&](Authority& authority, FeedBatch& feed) {
            behind = isBehind(request, feed.position());
            answer =
                behind ? Result<RightsAnswer>{RightsAnswer{}} : grantRights(authority, feed, *wish);
        });
    if (!done || behind) {
        return done ? serverBehind() : failed(done.error());
    }
    return answer ? message(packed(encode(*answer), *version), *version) : failed(answer.error());
}

/// What a server that was restored from a backup wants of the caller.
Reply wantedReport(const SyncDesk& desk, const Request& request)
{
    const auto version = wantedVersion(request);
    if (!version) {
        return failed(version.error());
    }
    std::optional<ReportDue> due;
    bool behind = false;
    const auto done = desk.authority.doAndWait(request.caller->organizer,
                                               [&](Authority& authority, FeedBatch& feed) {
                                                   behind = isBehind(request, feed.position());
                                                   due =
                                                       reportDue(authority, request.caller->device);
                                               });
    if (!done || behind) {
        return done ? serverBehind() : failed(done.error());
    }
    return message(encodeReportDue(due, *version), *version);
}

Reply report(const SyncDesk& desk, const Request& request)
{
    const auto version = wireVersionOf(request.contentType);
    const auto part =
        version ? decodeReport(request.body, *version) : Result<ReplicaReport>{version.error()};
    if (!part) {
        return failed(part.error());
    }
    if (part->replica != request.caller->device) {
        return problem(403, codeOf(IntakeAnswer::Outcome::WrongWriter),
                       "A counter may only report for itself.");
    }
    Result<void> taken;
    std::optional<ReportDue> due;
    const auto done =
        desk.authority.doAndWait(request.caller->organizer,
                                 [&](Authority& authority, FeedBatch& feed) {
                                     // Where nothing is due, nothing is taken: entries come from
                                     // their writers, signed.
                                     due = reportDue(authority, part->replica);
                                     taken =
                                         due ? takeReport(authority, feed, *part) : Result<void>{};
                                     due = taken ? reportDue(authority, part->replica) : due;
                                 });
    if (!done || !taken) {
        return failed(done ? taken.error() : done.error());
    }
    return message(encodeReportDue(due, *version), *version);
}

} // namespace

void addSyncRoutes(Router& router, const SyncDesk& desk)
{
    router.add({.method = "POST",
                .path = "/v1/sync/push",
                .access = Access::device(),
                .bodyMax = kPushMax,
                .accepts = everyVersion(),
                .answers = everyVersion(),
                .handler = [&desk](const Request& request) { return push(desk, request); },
                .summary = "Takes a counter's entries into the journal; the same ones as often as "
                           "they come.",
                .refusals = {{409, "journal_gap"},
                             {409, "journal_fork"},
                             {409, "server_behind"},
                             {422, "chain_broken"},
                             {422, "head_forged"},
                             {403, "wrong_writer"}}});
    router.add({.method = "GET",
                .path = "/v1/sync/pull",
                .access = Access::device(),
                .answers = everyVersion(),
                .handler = [&desk](const Request& request) { return pull(desk, request); },
                .summary = "The entries of all others after a position, in their order.",
                .refusals = {{400, "bad_position"}, {409, "server_behind"}}});
    router.add({.method = "GET",
                .path = "/v1/sync/own",
                .access = Access::device(),
                .answers = everyVersion(),
                .handler = [&desk](const Request& request) { return own(desk, request); },
                .summary = "What the caller wrote itself, for a counter restored from a backup.",
                .refusals = {{400, "bad_position"}}});
    router.add({.method = "POST",
                .path = "/v1/sync/rights",
                .access = Access::device(),
                .bodyMax = kWishMax,
                .accepts = everyVersion(),
                .answers = everyVersion(),
                .handler = [&desk](const Request& request) { return rights(desk, request); },
                .summary = "Gives the caller rights to sell, as far as there are any.",
                .refusals = {{409, "not_in_charge"},
                             {409, "already_written_off"},
                             {409, "server_behind"},
                             {403, "wrong_writer"}}});
    router.add({.method = "GET",
                .path = "/v1/sync/report",
                .access = Access::device(),
                .answers = everyVersion(),
                .handler = [&desk](const Request& request) { return wantedReport(desk, request); },
                .summary = "What this server, restored from a backup, wants back of the caller.",
                .refusals = {{409, "server_behind"}}});
    router.add({.method = "POST",
                .path = "/v1/sync/report",
                .access = Access::device(),
                .bodyMax = kPushMax,
                .accepts = everyVersion(),
                .answers = everyVersion(),
                .handler = [&desk](const Request& request) { return report(desk, request); },
                .summary = "A part of it; answers what is wanted still.",
                .refusals = {{400, "report_damaged"}, {403, "wrong_writer"}}});
}

} // namespace foyer::server
