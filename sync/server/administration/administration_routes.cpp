// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/administration/administration_routes.h"

#include "core/services/authority/device_office.h"
#include "core/services/authority/rights_office.h"
#include "sync/protocol/administration.h"
#include "sync/server/administration/device_rows.h"
#include "sync/server/administration/json_body.h"
#include "sync/server/http/problem.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace foyer::server {
namespace {

using protocol::FlatJson;

constexpr std::size_t kSmallBody = 4096;
constexpr std::size_t kGiftBody = std::size_t{32} * 1024;
constexpr std::size_t kReasonMax = 200;
constexpr std::size_t kNameMax = 100;
constexpr std::int64_t kKeepMax = 1'000'000;

constexpr std::array<std::pair<std::string_view, int>, 5> kStatus{{
    {"unknown_device", 404},
    {"unknown_replica", 404},
    {"unknown_performance", 404},
    {"unknown_organizer", 404},
    {"not_known", 404},
}};

Reply refusal(const Error& error)
{
    const auto* const found =
        std::ranges::find(kStatus, error.code, [](const auto& each) { return each.first; });
    return problem(error, found != kStatus.end() ? found->second : 0);
}

std::optional<ReplicaId> deviceOf(const Request& request)
{
    const auto id = Uuid::fromText(request.parameter("device"));
    return id ? std::optional{ReplicaId{*id}} : std::nullopt;
}

Reply noDevice()
{
    return problem(404, "unknown_device",
                   "There is no such device here. Look at the list of devices for its name.");
}

/// A text of the body, if it is not longer than it may be.
std::optional<std::string> textOf(const FlatJson& json, const char* name, std::size_t most)
{
    auto text = json.text(name);
    return text && text->size() <= most ? std::move(text) : std::nullopt;
}

/// The reason in a body; empty where there is none, which the authority refuses.
Result<std::string> reasonIn(const FlatJson& json)
{
    std::string reason = json.text("reason").value_or("");
    if (reason.size() > kReasonMax) {
        return usageError("reason_too_long",
                          "Say why in fewer words: a reason has at most " +
                              std::to_string(kReasonMax) + " bytes.",
                          "reason");
    }
    return reason;
}

/// What the handlers share.
struct Parts {
    AdministrationDesk desk;

    /// An act of the authority on behalf of whoever asks, and what is answered where it is done.
    template <typename Act>
    Reply act(const Request& request, const char* event, Act work,
              Reply done = jsonReply("{}")) const
    {
        Result<void> result;
        const auto reached = desk.authority.doAndWait(request.caller->organizer,
                                                      [&](Authority& authority, FeedBatch& feed) {
                                                          result = work(authority, feed);
                                                      });
        if (!reached || !result) {
            return refusal(reached ? result.error() : reached.error());
        }
        desk.log.info(event,
                      {{"id", request.requestId},
                       {"user", request.permit->actor().text()},
                       {"device", std::string{request.parameter("device")}}});
        return done;
    }

    Reply list(const Request& request) const;
    Reply makeCode(const Request& request) const;
    Reply revoke(const Request& request) const;
    Reply give(const Request& request) const;
    Reply recall(const Request& request) const;
    Reply writeOff(const Request& request) const;
};

Reply Parts::list(const Request& request) const
{
    const OrganizerId organizer = request.caller->organizer;
    auto devices = deviceOverviews(desk.reader(), organizer, desk.clock.now());
    for (DeviceOverview& each : devices) {
        const auto seen = desk.registry.lastSeen(organizer, each.device.id);
        each.device.lastSeenAt = std::max(each.device.lastSeenAt, seen);
    }
    return jsonReply(deviceRows(devices));
}

Reply Parts::makeCode(const Request& request) const
{
    const auto name = textOf(bodyOf(request), "name", kNameMax);
    if (!name || name->find_first_not_of(' ') == std::string::npos) {
        return problem(400, "bad_name",
                       "Say what the device is to be called, in at most 100 characters.");
    }
    const auto code = desk.devices.makeCode(request.caller->organizer, *name);
    if (!code) {
        return refusal(code.error());
    }
    // Kept before anybody sees the code: what nobody knows of opens nothing.
    return act(
        request, "enrolment_code_made",
        [&](Authority& authority, FeedBatch& feed) -> Result<void> {
            noteInvitation(authority, feed, *request.permit, {*name, code->selector});
            return {};
        },
        jsonReply("{\"code\":\"" + code->shown() +
                      "\",\"seconds\":" + std::to_string(Devices::kCodeLifeMs / 1000) + "}",
                  201));
}

Reply Parts::revoke(const Request& request) const
{
    const auto device = deviceOf(request);
    const auto reason = reasonIn(bodyOf(request));
    if (!device) {
        return noDevice();
    }
    if (!reason) {
        return refusal(reason.error());
    }
    Reply reply = act(request, "device_revoked", [&](Authority& authority, FeedBatch& feed) {
        return shutOutDevice(authority, feed, *request.permit, *device, *reason);
    });
    desk.registry.forget(request.caller->organizer, *device);
    return reply;
}

Error nothingGiven(const RightsAnswer::Shortage& shortage)
{
    if (shortage.code == "holders_unheard") {
        return refused(shortage.code,
                       "This server was restored from a backup and gives out nothing before every "
                       "counter has reported. Connect the others, or write off those that are "
                       "lost.");
    }
    if (shortage.code == "seat_elsewhere") {
        return refused(shortage.code,
                       "Somebody else holds these seats, or they are sold. Recall them first.");
    }
    if (shortage.code == "not_known") {
        return refused(shortage.code, "The server knows no such quota.");
    }
    Error error = refused(shortage.code,
                          shortage.available == 0
                              ? "Nothing is left to give. Recall some from another counter."
                              : "No more can be given than " + std::to_string(shortage.available) +
                                  ". Give fewer, or recall some from another counter.");
    error.facts = {std::to_string(shortage.available)};
    return error;
}

Reply Parts::give(const Request& request) const
{
    const auto device = deviceOf(request);
    if (!device) {
        return noDevice();
    }
    const auto wish = protocol::readRightsGift({reinterpret_cast<const char*>(request.body.data()),
                                                request.body.size()},
                                               *device);
    if (!wish) {
        return refusal(wish.error());
    }
    RightsAnswer answer;
    Reply reply =
        act(request, "rights_given", [&](Authority& authority, FeedBatch& feed) -> Result<void> {
            auto given = giveRights(authority, feed, *request.permit, *wish);
            if (!given) {
                return std::move(given).error();
            }
            answer = *std::move(given);
            return {};
        });
    if (reply.status != 200) {
        return reply;
    }
    if (answer.entries.empty() && !answer.shortages.empty()) {
        return refusal(nothingGiven(answer.shortages.front()));
    }
    return jsonReply(giftRow(answer));
}

Reply Parts::recall(const Request& request) const
{
    const auto device = deviceOf(request);
    const FlatJson json = bodyOf(request);
    const auto performance = Uuid::fromText(json.text("performance").value_or(""));
    const std::int64_t keep = json.integer("keep").value_or(0);
    const auto reason = reasonIn(json);
    if (!device) {
        return noDevice();
    }
    if (!reason) {
        return refusal(reason.error());
    }
    if (!performance || keep < 0 || keep > kKeepMax) {
        return problem(400, "bad_recall", "Name a performance, and how many rights may be kept.");
    }
    const RightsRecalled recall{*device, PerformanceId{*performance}, keep, *reason};
    return act(request, "rights_recalled",
               [&](Authority& authority, FeedBatch& feed) -> Result<void> {
                   const auto asked = recallRights(authority, feed, *request.permit, recall);
                   return asked ? Result<void>{} : Result<void>{asked.error()};
               });
}

Reply Parts::writeOff(const Request& request) const
{
    const auto device = deviceOf(request);
    const FlatJson json = bodyOf(request);
    const auto known = device ? desk.registry.find(request.caller->organizer, *device) : nullptr;
    const auto reason = reasonIn(json);
    if (!known) {
        return noDevice();
    }
    if (!reason) {
        return refusal(reason.error());
    }
    // What is given to others after this cannot be taken back, so the counter is named once more.
    if (textOf(json, "confirm", kNameMax) != known->device.name) {
        return problem(409, "not_confirmed",
                       "Nothing was changed. A written-off counter loses all it has not sold, for "
                       "ever; confirm it by the counter's name.");
    }
    return act(request, "counter_written_off", [&](Authority& authority, FeedBatch& feed) {
        return writeOffReplica(authority, feed, *request.permit, *device, *reason);
    });
}

void addRightsRoutes(Router& router, const Parts& parts)
{
    router.add({.method = "POST",
                .path = "/v1/devices/{device}/rights",
                .access = Access::holder(Permission::RunCounter),
                .bodyMax = kGiftBody,
                .handler = [parts](const Request& request) { return parts.give(request); },
                .summary = "Give a device rights of a quota, or seats, to sell",
                .refusals = {{404, "unknown_device"},
                             {404, "not_known"},
                             {409, "sold_out"},
                             {409, "seat_elsewhere"},
                             {409, "holders_unheard"},
                             {409, "not_in_charge"},
                             {409, "device_is_revoked"},
                             {409, "already_written_off"}}});
    router.add({.method = "POST",
                .path = "/v1/devices/{device}/recall",
                .access = Access::holder(Permission::RunCounter),
                .bodyMax = kSmallBody,
                .handler = [parts](const Request& request) { return parts.recall(request); },
                .summary = "Ask a device to give back what it has not sold of a performance",
                .refusals = {{400, "reason_missing"},
                             {400, "reason_too_long"},
                             {404, "unknown_device"},
                             {404, "unknown_performance"},
                             {409, "already_written_off"}}});
    router.add({.method = "POST",
                .path = "/v1/devices/{device}/write-off",
                .access = Access::holder(Permission::RunCounter),
                .bodyMax = kSmallBody,
                .handler = [parts](const Request& request) { return parts.writeOff(request); },
                .summary = "Give up on a lost counter: what it has not sold goes to the others",
                .refusals = {{400, "reason_missing"},
                             {400, "reason_too_long"},
                             {404, "unknown_device"},
                             {404, "unknown_replica"},
                             {409, "not_confirmed"},
                             {409, "already_written_off"}}});
}

} // namespace

void addAdministrationRoutes(Router& router, const AdministrationDesk& desk)
{
    const Parts parts{desk};
    router.add({.method = "GET",
                .path = "/v1/devices",
                .access = Access::holder(Permission::RunCounter),
                .handler = [parts](const Request& request) { return parts.list(request); },
                .summary = "The devices of the organizer: who they are, when they called last, and "
                           "what they hold"});
    router.add({.method = "POST",
                .path = "/v1/devices/codes",
                .access = Access::holder(Permission::RunCounter),
                .bodyMax = kSmallBody,
                .handler = [parts](const Request& request) { return parts.makeCode(request); },
                .summary = "Make a one-time code for a device of this name",
                .refusals = {{400, "bad_name"}}});
    router.add({.method = "POST",
                .path = "/v1/devices/{device}/revoke",
                .access = Access::holder(Permission::RunCounter),
                .bodyMax = kSmallBody,
                .handler = [parts](const Request& request) { return parts.revoke(request); },
                .summary = "Shut a device out from now on",
                .refusals = {{400, "reason_missing"},
                             {400, "reason_too_long"},
                             {404, "unknown_device"},
                             {409, "already_revoked"}}});
    addRightsRoutes(router, parts);
    addSecretRoutes(router, desk);
    addJobRoutes(router, desk);
}

} // namespace foyer::server
