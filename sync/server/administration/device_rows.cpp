// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/administration/device_rows.h"

#include "sync/protocol/administration.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace foyer::server {
namespace {

using Json = nlohmann::json;

/// Names came from people: what is not UTF-8 in them is replaced.
std::string textOf(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json heldRow(const DeviceOverview::Held& held)
{
    Json row{{"performance", held.performance.text()}, {"left", held.left}};
    if (held.quota.isNil()) {
        row["kind"] = "seats";
    } else {
        row["kind"] = "quota";
        row["quota"] = held.quota.text();
        row["name"] = held.name;
    }
    if (held.isRecalled) {
        row["recalled"] = true;
    }
    return row;
}

Json rowOf(const DeviceOverview& seen)
{
    const Device& device = seen.device;
    Json held = Json::array();
    for (const auto& each : seen.held) {
        held.push_back(heldRow(each));
    }
    Json row{{"id", device.id.text()},
             {"name", device.name},
             {"state", nameOf(seen.state)},
             {"epoch", device.epoch},
             {"last_epoch", seen.head.epoch},
             {"last_sequence", seen.head.sequence},
             {"hardware", device.hardware},
             {"app", device.app},
             {"key_protection", device.keyProtection},
             {"enrolled_at", toRfc3339(device.enrolledAt)},
             {"held", std::move(held)}};
    if (device.lastSeenAt) {
        row["last_seen_at"] = toRfc3339(*device.lastSeenAt);
    }
    if (device.revokedAt) {
        row["revoked_at"] = toRfc3339(*device.revokedAt);
        row["revoked_reason"] = device.revokedReason;
    }
    return row;
}

} // namespace

std::string deviceRows(const std::vector<DeviceOverview>& devices)
{
    Json rows = Json::array();
    for (const DeviceOverview& each : devices) {
        rows.push_back(rowOf(each));
    }
    return textOf(Json{{"devices", std::move(rows)}});
}

std::string giftRow(const RightsAnswer& answer)
{
    std::int64_t rights = 0;
    std::vector<SeatRange> seats;
    for (const Entry& entry : answer.entries) {
        const auto body = decodeCbor(entry.body);
        if (body && std::string_view{entry.kind} == kind::kAllotmentGranted) {
            const auto given = decodeAllotment(*body);
            rights += given ? given->rights : 0;
        } else if (body && std::string_view{entry.kind} == kind::kSeatsLeased) {
            const auto leased = decodeSeatsLeased(*body);
            if (leased) {
                seats.insert(seats.end(), leased->seats.begin(), leased->seats.end());
            }
        }
    }
    std::vector<SeatRange> missing;
    for (const auto& shortage : answer.shortages) {
        missing.insert(missing.end(), shortage.seats.begin(), shortage.seats.end());
    }
    return textOf(Json{{"rights", rights},
                       {"seats", protocol::seatRangesText(united(std::move(seats)))},
                       {"missing", protocol::seatRangesText(united(std::move(missing)))}});
}

} // namespace foyer::server
