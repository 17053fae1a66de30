// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/identity/identity_routes.h"

#include "core/domain/access/user.h"
#include "core/storage/text_folding.h"
#include "sync/protocol/flat_json.h"
#include "sync/protocol/request_signature.h"
#include "sync/server/http/problem.h"

#include <array>
#include <utility>

namespace foyer::server {
namespace {

constexpr std::size_t kSmallBody = 4096;
constexpr std::array<std::pair<std::string_view, int>, 13> kStatus{{
    {"bad_signature", 401},
    {"wrong_code", 401},
    {"bad_challenge", 401},
    {"device_revoked", 401},
    {"wrong_secret", 401},
    {"user_disabled", 401},
    {"code_used", 409},
    {"already_enrolled", 409},
    {"code_expired", 410},
    {"code_burnt", 410},
    {"unknown_device", 404},
    {"busy", 503},
    {"session_over", 401},
}};

std::string_view textOf(const Request& request)
{
    return {reinterpret_cast<const char*>(request.body.data()), request.body.size()};
}

/// What the handlers share.
struct Parts {
    Devices& devices;
    UserSessions& sessions;
    RateLimits& limits;
    ServerLog& log;
    Metrics& metrics;

    Reply refusal(const Error& error, const char* what) const
    {
        metrics.add("foyer_identity_refused_total", {{"what", what}, {"code", error.code}});
        return problem(error, statusOfIdentity(error.code));
    }
    Reply enrol(const Request& request) const;
    Reply token(const Request& request) const;
    Reply userToken(const Request& request) const;
    Reply rotate(const Request& request) const;
    Reply renew(const Request& request) const;
    Reply signOut(const Request& request) const;
};

Reply tokenReply(const IssuedToken& token)
{
    return jsonReply("{\"token\":\"" + token.text +
                     "\",\"expires_in\":" + std::to_string(token.expiresInSeconds) + "}");
}

Reply signedInReply(const UserSessions::SignedIn& signedIn)
{
    return jsonReply("{\"user\":\"" + signedIn.user.text() + "\",\"token\":\"" +
                     signedIn.token.text +
                     "\",\"expires_in\":" + std::to_string(signedIn.token.expiresInSeconds) +
                     ",\"renewal\":\"" + signedIn.renewal + "\"}");
}

UserSessions::At placeOf(const Request& request)
{
    return {request.caller->organizer, request.caller->device, request.caller->keyId};
}

Reply Parts::enrol(const Request& request) const
{
    const auto read = protocol::readEnrolmentRequest(textOf(request));
    if (!read) {
        return refusal(read.error(), "enrol");
    }
    const auto enrolled = devices.enrol(*read);
    if (!enrolled) {
        log.warning("enrolment_refused",
                    {{"id", request.requestId}, {"code", enrolled.error().code}});
        return refusal(enrolled.error(), "enrol");
    }
    log.info("device_enrolled", {{"id", request.requestId}, {"device", enrolled->device.text()}});
    return jsonReply(protocol::toText(*enrolled), 201);
}

Reply Parts::token(const Request& request) const
{
    const auto read = protocol::readTokenRequest(textOf(request));
    if (!read) {
        return refusal(read.error(), "token");
    }
    const auto token = devices.tokenFor(*read);
    return token ? tokenReply(*token) : refusal(token.error(), "token");
}

Reply Parts::userToken(const Request& request) const
{
    const auto json = protocol::FlatJson::read(textOf(request));
    const auto name = json ? json->text("name") : std::nullopt;
    const auto secret = json ? json->text("secret") : std::nullopt;
    if (!name || !secret || name->size() > 200 || secret->size() > kPasswordMax * 4) {
        return problem(400, "bad_json", "Send name and secret.");
    }
    // The device is part of the account's limit: a stranger's tries lock nobody out elsewhere. The
    // name as it is compared, so that writing it in another way gives no further tries.
    const std::string account =
        request.caller->organizer.text() + request.caller->device.text() + foldedForSearch(*name);
    const auto rate = limits.takeAccount(account);
    if (!rate.passes) {
        return rateRefusal(limits.accountPolicy(), rate);
    }
    const auto signedIn = sessions.signIn(placeOf(request), *name, *secret);
    if (!signedIn) {
        return refusal(signedIn.error(), "sign_in");
    }
    limits.giveBackSignIn(account, request.address);
    log.info("user_signed_in", {{"id", request.requestId}, {"user", signedIn->user.text()}});
    return signedInReply(*signedIn);
}

Reply Parts::renew(const Request& request) const
{
    const auto json = protocol::FlatJson::read(textOf(request));
    const auto renewed =
        sessions.renew(placeOf(request), json ? json->text("renewal").value_or("") : "");
    return renewed ? signedInReply(*renewed) : refusal(renewed.error(), "renew");
}

Reply Parts::signOut(const Request& request) const
{
    const auto json = protocol::FlatJson::read(textOf(request));
    sessions.signOut(placeOf(request), json ? json->text("renewal").value_or("") : "");
    return jsonReply("{}");
}

Reply Parts::rotate(const Request& request) const
{
    const auto read = protocol::readKeyRotation(textOf(request));
    if (!read) {
        return refusal(read.error(), "rotate");
    }
    if (read->device != request.caller->device) {
        return problem(403, "not_permitted", "A device changes its own key only.");
    }
    if (const auto done = devices.rotateKey(request.caller->organizer, *read); !done) {
        return refusal(done.error(), "rotate");
    }
    log.info("device_key_rotated", {{"id", request.requestId}, {"device", read->device.text()}});
    return jsonReply("{}");
}

void addDeviceRoutes(Router& router, const Parts& parts)
{
    router.add({.method = "POST",
                .path = "/v1/devices/enrol",
                .access = Access::everybody("A device proves itself by a one-time code here."),
                .bodyMax = kSmallBody,
                .bucket = Bucket::Enrol,
                .isSigned = false,
                .handler = [parts](const Request& request) { return parts.enrol(request); },
                .summary = "Enrol a device with a one-time code",
                .refusals = {{401, "wrong_code"},
                             {401, "bad_signature"},
                             {409, "code_used"},
                             {409, "already_enrolled"},
                             {410, "code_expired"},
                             {410, "code_burnt"}}});
    router.add({.method = "POST",
                .path = "/v1/devices/challenge",
                .access = Access::everybody("What is to be signed for a token is no secret."),
                .bucket = Bucket::Public,
                .isSigned = false,
                .isQuick = true,
                .handler =
                    [parts](const Request&) {
                        return jsonReply("{\"challenge\":\"" + parts.devices.makeChallenge() +
                                         "\"}");
                    },
                .summary = "Ask for a challenge, to be signed for a token"});
    router.add(
        {.method = "POST",
         .path = "/v1/devices/token",
         .access = Access::everybody("The signed challenge says who it is."),
         .bodyMax = kSmallBody,
         .bucket = Bucket::Public,
         .isSigned = false,
         .handler = [parts](const Request& request) { return parts.token(request); },
         .summary = "Trade a signed challenge for a device token of 15 minutes",
         .refusals = {{401, "bad_challenge"}, {401, "bad_signature"}, {401, "device_revoked"}}});
    router.add({.method = "POST",
                .path = "/v1/devices/self/key",
                .access = Access::device(),
                .bodyMax = kSmallBody,
                .handler = [parts](const Request& request) { return parts.rotate(request); },
                .summary = "Give the device a new key; the old one is good for another day",
                .refusals = {{403, "not_permitted"}}});
}

void addSessionRoutes(Router& router, const Parts& parts)
{
    router.add(
        {.method = "POST",
         .path = "/v1/users/token",
         .access = Access::device(),
         .bodyMax = kSmallBody,
         .bucket = Bucket::Login,
         .handler = [parts](const Request& request) { return parts.userToken(request); },
         .summary = "Sign somebody in at a device, for 10 minutes and, renewed, for 12 hours",
         .refusals = {{401, "wrong_secret"}, {401, "user_disabled"}}});
    router.add({.method = "POST",
                .path = "/v1/users/token/renewal",
                .access = Access::device(),
                .bodyMax = kSmallBody,
                .handler = [parts](const Request& request) { return parts.renew(request); },
                .summary = "Trade a renewal, once, for the next token and the next renewal",
                .refusals = {{401, "session_over"}, {401, "user_disabled"}}});
    router.add({.method = "POST",
                .path = "/v1/users/token/end",
                .access = Access::device(),
                .bodyMax = kSmallBody,
                .handler = [parts](const Request& request) { return parts.signOut(request); },
                .summary = "Sign somebody out: their renewal is good for nothing any more"});
}

} // namespace

int statusOfIdentity(std::string_view code)
{
    for (const auto& [known, status] : kStatus) {
        if (known == code) {
            return status;
        }
    }
    return 0;
}

void addIdentityRoutes(Router& router, Devices& devices, UserSessions& sessions, RateLimits& limits,
                       ServerLog& log, Metrics& metrics)
{
    const Parts parts{devices, sessions, limits, log, metrics};
    addDeviceRoutes(router, parts);
    addSessionRoutes(router, parts);
}

} // namespace foyer::server
