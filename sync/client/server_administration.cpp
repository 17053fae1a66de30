// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/server_administration.h"

#include "core/storage/text_folding.h"
#include "sync/client/json_request.h"
#include "sync/protocol/administration.h"
#include "sync/protocol/flat_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace foyer::sync {
namespace {

using Json = nlohmann::json;
using protocol::jsonQuoted;

constexpr std::size_t kIdPartMin = 6;

std::string textIn(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::int64_t numberIn(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
}

template <typename IdType>
std::optional<IdType> idIn(const Json& object, const char* name)
{
    const auto id = Uuid::fromText(textIn(object, name));
    return id ? std::optional{IdType{*id}} : std::nullopt;
}

ServerDevice::Held heldFrom(const Json& row)
{
    return {.performance = idIn<PerformanceId>(row, "performance").value_or(PerformanceId{}),
            .quota = idIn<QuotaId>(row, "quota"),
            .name = textIn(row, "name"),
            .left = numberIn(row, "left"),
            .isRecalled = row.value("recalled", false)};
}

ServerDevice deviceFrom(const Json& row)
{
    ServerDevice device{.id = idIn<ReplicaId>(row, "id").value_or(ReplicaId{}),
                        .name = textIn(row, "name"),
                        .state = textIn(row, "state"),
                        .revokedReason = textIn(row, "revoked_reason"),
                        .enrolledAt = textIn(row, "enrolled_at"),
                        .lastSeenAt = textIn(row, "last_seen_at"),
                        .lastSequence = numberIn(row, "last_sequence"),
                        .held = {}};
    for (const Json& held : row.value("held", Json::array())) {
        if (held.is_object()) {
            device.held.push_back(heldFrom(held));
        }
    }
    return device;
}

Json objectOf(const HttpAnswer& answer)
{
    Json object = Json::parse(answer.body.begin(), answer.body.end(), nullptr, false);
    return object.is_object() ? object : Json::object();
}

Result<void> done(const Result<HttpAnswer>& answer)
{
    return answer ? Result<void>{} : Result<void>{answer.error()};
}

} // namespace

Result<std::vector<ServerDevice>> ServerAdministration::devices()
{
    HttpRequest request;
    request.path = "/v1/devices";
    request.accept = "application/json";
    const auto answer = m_session.sendAsUser(std::move(request));
    if (!answer) {
        return answer.error();
    }
    std::vector<ServerDevice> devices;
    for (const Json& row : objectOf(*answer).value("devices", Json::array())) {
        if (row.is_object()) {
            devices.push_back(deviceFrom(row));
        }
    }
    return devices;
}

Result<ServerDevice> ServerAdministration::named(const std::vector<ServerDevice>& devices,
                                                 const std::string& text)
{
    const std::string folded = foldedForSearch(text);
    std::vector<const ServerDevice*> found;
    for (const ServerDevice& device : devices) {
        const std::string id = device.id.text();
        const bool isPart =
            text.size() >= kIdPartMin && (id.starts_with(text) || id.ends_with(text));
        if (isPart || foldedForSearch(device.name) == folded) {
            found.push_back(&device);
        }
    }
    if (found.size() == 1) {
        return *found.front();
    }
    if (found.empty()) {
        return refused("unknown_device",
                       "The server knows no device \"" + text +
                           "\". foyer-cli server devices names them.",
                       "device");
    }
    Error error =
        refused("ambiguous_device",
                "More than one device is called \"" + text + "\". Name it by its id instead.",
                "device");
    for (const ServerDevice* device : found) {
        error.facts.push_back(device->id.text());
    }
    return error;
}

Result<std::string> ServerAdministration::makeCode(const std::string& name)
{
    const auto answer = m_session.sendAsUser(
        jsonRequest("/v1/devices/codes", "{\"name\":" + jsonQuoted(name) + "}"));
    if (!answer) {
        return answer.error();
    }
    return textIn(objectOf(*answer), "code");
}

Result<HttpAnswer> ServerAdministration::post(ReplicaId device, const char* act,
                                              const std::string& body)
{
    return m_session.sendAsUser(jsonRequest("/v1/devices/" + device.text() + "/" + act, body));
}

Result<void> ServerAdministration::revoke(ReplicaId device, const std::string& reason)
{
    return done(post(device, "revoke", "{\"reason\":" + jsonQuoted(reason) + "}"));
}

Result<ServerAdministration::Given> ServerAdministration::give(const RightsWish& wish)
{
    const auto answer = post(wish.holder, "rights", protocol::rightsGiftText(wish));
    if (!answer) {
        return answer.error();
    }
    const Json object = objectOf(*answer);
    return Given{numberIn(object, "rights"), textIn(object, "seats"), textIn(object, "missing")};
}

Result<void> ServerAdministration::recall(ReplicaId device, PerformanceId performance,
                                          std::int64_t keep, const std::string& reason)
{
    return done(post(device, "recall",
                     "{\"performance\":\"" + performance.text() + "\",\"keep\":" +
                         std::to_string(keep) + ",\"reason\":" + jsonQuoted(reason) + "}"));
}

Result<void> ServerAdministration::writeOff(ReplicaId device, const std::string& reason,
                                            const std::string& confirm)
{
    return done(
        post(device, "write-off",
             "{\"reason\":" + jsonQuoted(reason) + ",\"confirm\":" + jsonQuoted(confirm) + "}"));
}

} // namespace foyer::sync
