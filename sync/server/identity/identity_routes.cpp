// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/identity/identity_routes.h"

#include "sync/protocol/flat_json.h"
#include "sync/protocol/request_signature.h"
#include "sync/server/http/problem.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace foyer::server {
namespace {

constexpr std::size_t kSmallBody = 4096;
constexpr std::array<std::pair<std::string_view, int>, 16> kStatus{{
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
    {"bad_name", 400},
    {"unknown_user", 404},
    {"weak_password", 400},
    {"weak_pin", 400},
}};

std::string_view textOf(const Request& request)
{
    return {reinterpret_cast<const char*>(request.body.data()), request.body.size()};
}

/// What the handlers share.
struct Parts {
    Devices& devices;
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
    Reply list(const Request& request) const;
    Reply makeCode(const Request& request) const;
    Reply revoke(const Request& request) const;
    Reply setSecret(const Request& request) const;
};

Reply tokenReply(const Devices::Token& token)
{
    return jsonReply("{\"token\":\"" + token.text +
                     "\",\"expires_in\":" + std::to_string(token.expiresInSeconds) + "}");
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
    // The device is part of the account's limit: a stranger's tries lock nobody out elsewhere.
    const auto rate = limits.takeAccount(request.caller->organizer.text() +
                                         request.caller->device.text() + *name);
    if (!rate.passes) {
        return rateRefusal(limits.accountPolicy(), rate);
    }
    const auto token = devices.userTokenFor(request.caller->organizer, request.caller->device,
                                            request.caller->keyId, *name, *secret);
    if (!token) {
        return refusal(token.error(), "sign_in");
    }
    return tokenReply(*token);
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

Reply Parts::list(const Request& request) const
{
    nlohmann::json rows = nlohmann::json::array();
    for (const Device& device : devices.list(request.caller->organizer)) {
        nlohmann::json row{{"id", device.id.text()},
                           {"name", device.name},
                           {"epoch", device.epoch},
                           {"hardware", device.hardware},
                           {"app", device.app},
                           {"key_protection", device.keyProtection},
                           {"enrolled_at", toRfc3339(device.enrolledAt)}};
        if (device.revokedAt) {
            row["revoked_at"] = toRfc3339(*device.revokedAt);
            row["revoked_reason"] = device.revokedReason;
        }
        rows.push_back(std::move(row));
    }
    return jsonReply(nlohmann::json{{"devices", std::move(rows)}}.dump(
        -1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Reply Parts::makeCode(const Request& request) const
{
    const auto json = protocol::FlatJson::read(textOf(request));
    const auto name = json ? json->text("name") : std::nullopt;
    if (!name || name->empty() || name->size() > 100) {
        return problem(400, "bad_name", "Send the name that the device is to have.");
    }
    const auto code = devices.makeCode(request.caller->organizer, *name);
    if (!code) {
        return refusal(code.error(), "make_code");
    }
    log.info("enrolment_code_made", {{"id", request.requestId}, {"selector", code->selector}});
    return jsonReply("{\"code\":\"" + code->shown() + "\"}", 201);
}

Reply Parts::revoke(const Request& request) const
{
    const auto id = Uuid::fromText(request.parameter("device"));
    const auto json = protocol::FlatJson::read(textOf(request));
    const auto reason = json ? json->text("reason") : std::nullopt;
    if (!id || !reason || reason->size() > 100) {
        return problem(400, "bad_request", "Name a device, and send a reason.");
    }
    if (const auto done = devices.revoke(request.caller->organizer, ReplicaId{*id}, *reason);
        !done) {
        return refusal(done.error(), "revoke");
    }
    log.warning("device_revoked", {{"id", request.requestId}, {"device", id->text()}});
    return jsonReply("{}");
}

Reply Parts::setSecret(const Request& request) const
{
    const auto id = Uuid::fromText(request.parameter("user"));
    const auto json = protocol::FlatJson::read(textOf(request));
    const auto password = json ? json->text("password") : std::nullopt;
    const auto pin = json ? json->text("pin") : std::nullopt;
    if (!id || (!password && !pin)) {
        return problem(400, "bad_request", "Name a user, and send a password, a PIN, or both.");
    }
    const auto done =
        devices.changeUserSecret(request.caller->organizer, UserId{*id}, password, pin);
    if (!done) {
        return refusal(done.error(), "set_secret");
    }
    log.info("user_secret_set", {{"id", request.requestId}, {"user", id->text()}});
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

void addAdministrationRoutes(Router& router, const Parts& parts)
{
    router.add({.method = "GET",
                .path = "/v1/devices",
                .access = Access::holder(Permission::RunCounter),
                .handler = [parts](const Request& request) { return parts.list(request); },
                .summary = "List the devices of the organizer"});
    router.add({.method = "POST",
                .path = "/v1/devices/codes",
                .access = Access::holder(Permission::RunCounter),
                .bodyMax = kSmallBody,
                .handler = [parts](const Request& request) { return parts.makeCode(request); },
                .summary = "Make a one-time code for a device of this name"});
    router.add({.method = "POST",
                .path = "/v1/devices/{device}/revoke",
                .access = Access::holder(Permission::RunCounter),
                .bodyMax = kSmallBody,
                .handler = [parts](const Request& request) { return parts.revoke(request); },
                .summary = "Shut a device out from now on",
                .refusals = {{404, "unknown_device"}}});
    router.add({.method = "POST",
                .path = "/v1/users/token",
                .access = Access::device(),
                .bodyMax = kSmallBody,
                .bucket = Bucket::Login,
                .handler = [parts](const Request& request) { return parts.userToken(request); },
                .summary = "Sign somebody in at a device, for 10 minutes",
                .refusals = {{401, "wrong_secret"}, {401, "user_disabled"}}});
    router.add(
        {.method = "PUT",
         .path = "/v1/users/{user}/secret",
         .access = Access::holder(Permission::EditUsers),
         .bodyMax = kSmallBody,
         .handler = [parts](const Request& request) { return parts.setSecret(request); },
         .summary = "Set the password, the PIN, or both, of somebody; what is not named stays",
         .refusals = {{400, "weak_password"}, {400, "weak_pin"}, {404, "unknown_user"}}});
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

void addIdentityRoutes(Router& router, Devices& devices, RateLimits& limits, ServerLog& log,
                       Metrics& metrics)
{
    const Parts parts{devices, limits, log, metrics};
    addDeviceRoutes(router, parts);
    addAdministrationRoutes(router, parts);
}

} // namespace foyer::server
