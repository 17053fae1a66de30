// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/client/house_availability.h"

#include "sync/client/device_session.h"

#include <nlohmann/json.hpp>

namespace foyer::sync {

Result<HouseAvailability> houseAvailability(DeviceSession& session, PerformanceId performance)
{
    HttpRequest request;
    request.path = "/v1/availability";
    request.query = "performance=" + performance.text();
    request.accept = "application/json";
    const auto answer = session.send(std::move(request));
    if (!answer) {
        return answer.error();
    }
    using Json = nlohmann::json;
    HouseAvailability found;
    try {
        const Json object = Json::parse(answer->body.begin(), answer->body.end());
        found.position = object.at("position").get<std::int64_t>();
        for (const Json& row : object.at("places")) {
            const Json& left = row.at("left");
            found.places.push_back(
                {row.at("name").get<std::string>(), row.at("seated").get<bool>(),
                 left.is_null() ? std::nullopt : std::optional{left.get<std::int64_t>()}});
        }
    } catch (const Json::exception&) {
        return storageError("server_error",
                            "The server's answer cannot be read. Its Foyer may be newer: update "
                            "this counter.");
    }
    return found;
}

} // namespace foyer::sync
