// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/feed/snapshot_routes.h"

#include "core/base/hex.h"
#include "core/storage/snapshot_store.h"
#include "sync/server/http/natural_number.h"
#include "sync/server/http/problem.h"

#include <algorithm>

namespace foyer::server {
namespace {

constexpr const char* kBytes = "application/octet-stream";

Reply manifest(const SnapshotDesk& desk, const Request& request)
{
    const auto answer = desk.shelf.ask(desk.reader(), request.caller->organizer);
    switch (answer.kind) {
    case SnapshotShelf::Answer::Kind::Ready:
        return cborReply(encode(*answer.manifest));
    case SnapshotShelf::Answer::Kind::BeingMade:
        return cborReply({}, 202);
    case SnapshotShelf::Answer::Kind::NotWorthIt:
        break;
    }
    return problem(404, "no_snapshot",
                   "There is no snapshot of this house. Hear its feed from the beginning.");
}

Reply part(const SnapshotDesk& desk, const Request& request)
{
    const auto hash = fromHex(request.parameter("hash"));
    const auto part = naturalNumber(request.parameter("part"));
    EntryHash name{};
    if (!hash || hash->size() != name.size() || !part) {
        return problem(400, "bad_snapshot_part",
                       "Say which snapshot by its hash, and which part by its number.");
    }
    std::ranges::copy(*hash, name.begin());
    // Of the caller's own house only: the organizer is that of the caller's token.
    auto content = readSnapshotPart(desk.reader(), request.caller->organizer, name, *part);
    if (!content) {
        return problem(404, "snapshot_gone",
                       "This snapshot is not kept any more. Ask for the newest one.");
    }
    Reply reply;
    reply.contentType = kBytes;
    reply.body = *std::move(content);
    return reply;
}

} // namespace

void addSnapshotRoutes(Router& router, const SnapshotDesk& desk)
{
    router.add({.method = "GET",
                .path = "/v1/sync/snapshot",
                .access = Access::device(),
                .answers = {std::string{kCbor}},
                .handler = [&desk](const Request& request) { return manifest(desk, request); },
                .summary = "What a new counter begins with: the tables of its house at a position; "
                           "202 while it is being made.",
                .refusals = {{404, "no_snapshot"}}});
    router.add({.method = "GET",
                .path = "/v1/sync/snapshot/{hash}/{part}",
                .access = Access::device(),
                .answers = {std::string{kBytes}},
                .handler = [&desk](const Request& request) { return part(desk, request); },
                .summary = "A part of a snapshot, by its hash and number.",
                .refusals = {{400, "bad_snapshot_part"}, {404, "snapshot_gone"}}});
}

} // namespace foyer::server
