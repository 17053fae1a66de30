// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/device_office.h"
#include "sync/server/administration/administration_routes.h"
#include "sync/server/administration/json_body.h"
#include "sync/server/http/problem.h"

#include <utility>

namespace foyer::server {
namespace {

using protocol::FlatJson;

constexpr std::size_t kSecretBody = 4096;

int statusOf(const Error& error)
{
    return error.code == "unknown_user"     ? 404
        : error.code.starts_with("weak_")   ? 400
        : error.code == "unknown_organizer" ? 404
                                            : 0;
}

/// Keeps what somebody is checked by, with the entry of it. `permit` null: the counter that brings
/// its house along, for the first time.
Reply keep(const AdministrationDesk& desk, const Request& request, const Result<UserSecret>& secret,
           const SecretSet& kinds)
{
    if (!secret) {
        return problem(secret.error(), statusOf(secret.error()));
    }
    const auto done =
        desk.authority.doAndWait(request.caller->organizer,
                                 [&](Authority& authority, FeedBatch& feed) {
                                     request.permit != nullptr
                                         ? setUserSecret(authority, feed, *request.permit, *secret,
                                                         kinds)
                                         : takeUserSecretOver(authority, feed, *secret, kinds);
                                 });
    if (!done) {
        return problem(done.error(), statusOf(done.error()));
    }
    desk.registry.forgetPeople(request.caller->organizer);
    desk.log.info("user_secret_set", {{"id", request.requestId}, {"user", kinds.user.text()}});
    return jsonReply("{}");
}

Reply setSecret(const AdministrationDesk& desk, const Request& request)
{
    const auto id = Uuid::fromText(request.parameter("user"));
    const FlatJson json = bodyOf(request);
    const auto password = json.text("password");
    const auto pin = json.text("pin");
    if (!id || (!password && !pin)) {
        return problem(400, "bad_request", "Name a user, and send a password, a PIN, or both.");
    }
    const UserId user{*id};
    return keep(desk, request, desk.secrets.ofNew(request.caller->organizer, user, password, pin),
                {user, password.has_value(), pin.has_value()});
}

Reply takeHashes(const AdministrationDesk& desk, const Request& request)
{
    const auto id = Uuid::fromText(request.parameter("user"));
    const FlatJson json = bodyOf(request);
    const std::string password = json.text("password_hash").value_or("");
    const std::string pin = json.text("pin_hash").value_or("");
    if (!id || (password.empty() && pin.empty())) {
        return problem(400, "bad_request", "Name a user, and send what they are checked by.");
    }
    const UserId user{*id};
    return keep(desk, request, desk.secrets.ofHashes(password, pin),
                {user, !password.empty(), !pin.empty()});
}

Reply takeFirstHashes(const AdministrationDesk& desk, const Request& request)
{
    const auto id = Uuid::fromText(request.parameter("user"));
    if (!id ||
        !desk.secrets.mayIntroduce(request.caller->organizer, request.caller->device,
                                   UserId{*id})) {
        return problem(409, "administrator_needed",
                       "Only an administrator can change what people sign in by. Let one sign in "
                       "while this counter syncs.");
    }
    return takeHashes(desk, request);
}

} // namespace

void addSecretRoutes(Router& router, const AdministrationDesk& desk)
{
    router.add(
        {.method = "PUT",
         .path = "/v1/users/{user}/secret",
         .access = Access::holder(Permission::EditUsers),
         .bodyMax = kSecretBody,
         .handler = [desk](const Request& request) { return setSecret(desk, request); },
         .summary = "Set the password, the PIN, or both, of somebody; what is not named stays",
         .refusals = {{400, "weak_password"}, {400, "weak_pin"}, {404, "unknown_user"}}});
    router.add({.method = "PUT",
                .path = "/v1/users/{user}/verifiers",
                .access = Access::holder(Permission::EditUsers),
                .bodyMax = kSecretBody,
                .handler = [desk](const Request& request) { return takeHashes(desk, request); },
                .summary = "Take over what a counter checks somebody by, as Argon2id hashes",
                .refusals = {{400, "bad_hash"}}});
    router.add(
        {.method = "POST",
         .path = "/v1/users/{user}/verifiers",
         .access = Access::device(),
         .bodyMax = kSecretBody,
         .handler = [desk](const Request& request) { return takeFirstHashes(desk, request); },
         .summary = "The same from the counter that brings its house along, in the hour after it "
                    "joined and for people who have no secret here yet",
         .refusals = {{400, "bad_hash"}, {409, "administrator_needed"}}});
}

} // namespace foyer::server
