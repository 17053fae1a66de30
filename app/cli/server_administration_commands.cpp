// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/json_forms.h"
#include "app/cli/run.h"
#include "app/cli/sale_words.h"
#include "app/cli/server_link.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/seats.h"
#include "core/storage/sync_store.h"
#include "core/storage/text_folding.h"
#include "sync/client/server_administration.h"
#include "sync/protocol/enrolment.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <map>

namespace foyer::cli {
namespace {

using sync::ServerAdministration;
using sync::ServerDevice;

/// A counter, its line to the server, and the user of this command signed in there.
struct Office {
    Counter& counter;
    ServerAdministration server;
};

Result<Answer> atServer(Session& session, const std::function<Result<Answer>(Office&)>& act)
{
    return signedInAtServer(session, [&act](Counter& counter, sync::DeviceSession& server) {
        Office office{counter, ServerAdministration{server}};
        return act(office);
    });
}

/// The same about one device.
Result<Answer> aboutDevice(Session& session, const std::string& name,
                           const std::function<Result<Answer>(Office&, const ServerDevice&)>& act)
{
    return atServer(session, [&](Office& office) -> Result<Answer> {
        const auto devices = office.server.devices();
        if (!devices) {
            return devices.error();
        }
        const auto device = ServerAdministration::named(*devices, name);
        return device ? act(office, *device) : Result<Answer>{device.error()};
    });
}

Answer about(const ServerDevice& device, Json object, const std::string& sentence)
{
    object["device"] = {{"id", device.id.text()}, {"name", device.name}};
    return {line(object), sentence, {}};
}

/// "Late Jazz, Sat 2026-11-28 22:00" by performance, as this counter knows them.
std::map<PerformanceId, std::string> performanceTitles(Counter& counter)
{
    std::map<PerformanceId, std::string> titles;
    const auto all = performances(counter, Instant{0});
    for (const PerformanceSummary& each : all ? *all : std::vector<PerformanceSummary>{}) {
        titles.emplace(each.id, each.event + ", " + localTime(each.startsAt, each.timeZone));
    }
    return titles;
}

/// "3 seats, Hamlet, Sat 2026-11-28 19:30"; a quota over everything is called like its event.
std::string heldText(const ServerDevice::Held& held,
                     const std::map<PerformanceId, std::string>& titles)
{
    const auto found = titles.find(held.performance);
    const std::string title =
        found != titles.end() ? found->second : shortId(held.performance.text());
    std::string what = held.left == 1 ? " seat" : " seats";
    if (held.quota) {
        const bool isWhole = title.starts_with(held.name + ", ");
        what = isWhole ? (held.left == 1 ? " ticket" : " tickets") : " of " + held.name;
    }
    return "  " + std::to_string(held.left) + what + ", " + title +
        (held.isRecalled ? " (asked back)" : "") + "\n";
}

Json deviceForm(const ServerDevice& device)
{
    Json held = Json::array();
    for (const auto& each : device.held) {
        held.push_back({{"performance", each.performance.text()},
                        {"quota", each.quota ? Json(each.quota->text()) : Json(nullptr)},
                        {"name", each.quota ? each.name : std::string{"seats"}},
                        {"left", each.left},
                        {"recalled", each.isRecalled}});
    }
    return {{"id", device.id.text()},
            {"name", device.name},
            {"state", device.state},
            {"enrolled_at", device.enrolledAt},
            {"last_seen_at", device.lastSeenAt.empty() ? Json(nullptr) : Json(device.lastSeenAt)},
            {"last_sequence", device.lastSequence},
            {"revoked_reason", device.revokedReason},
            {"held", held}};
}

std::string stateText(const ServerDevice& device)
{
    if (device.state == "revoked") {
        return "revoked: " + device.revokedReason;
    }
    if (device.state == "written_off") {
        return "written off";
    }
    return device.state == "awaited" ? "has to report" : device.state;
}

std::string deviceText(const ServerDevice& device,
                       const std::map<PerformanceId, std::string>& titles)
{
    std::string text = device.name + "  " + shortId(device.id.text()) + "  " + stateText(device) +
        "\n  last seen " + (device.lastSeenAt.empty() ? "never" : device.lastSeenAt) + ", " +
        std::to_string(device.lastSequence) + " entries\n";
    for (const auto& held : device.held) {
        text += heldText(held, titles);
    }
    return text;
}

/// The quota that is meant: by its name, or the only one.
Result<Quota> quotaNamed(const Offer& offer, const std::string& name)
{
    std::string names;
    for (const Quota& quota : offer.quotas) {
        if (foldedForSearch(quota.name) == foldedForSearch(name) ||
            (name.empty() && offer.quotas.size() == 1)) {
            return quota;
        }
        names += (names.empty() ? "" : ", ") + quota.name;
    }
    return refused("unknown_quota", "Say which quota with --quota. There are: " + names + ".",
                   "--quota");
}

Result<RightsWish> wishOf(Counter& counter, const ServerGrantCommand& command, ReplicaId holder)
{
    const auto performance = performanceNamed(counter, command.performance);
    if (!performance) {
        return performance.error();
    }
    RightsWish wish{Uuid::v7(counter.clock().now(), counter.random()), holder, {}, {}};
    if (!command.seats.empty()) {
        std::vector<SeatNumber> seats;
        for (const std::string& label : listed(command.seats)) {
            const auto seat = seatNamed(counter, *performance, label);
            if (!seat) {
                return seat.error();
            }
            seats.push_back(*seat);
        }
        wish.seats.push_back({*performance, rangesOf(std::move(seats)), 0});
        return wish;
    }
    if (command.count == 0) {
        return usageError("bad_usage", "Say how many with --count, or which with --seats.",
                          "--count");
    }
    const auto offer = offerOf(counter, *performance);
    if (!offer) {
        return offer.error();
    }
    const auto quota = quotaNamed(**offer, command.quota);
    if (!quota) {
        return quota.error();
    }
    wish.quotas.push_back({quota->id, command.count, command.count});
    return wish;
}

} // namespace

Result<Answer> run(const ServerDevicesCommand&, Session& session)
{
    return atServer(session, [](Office& office) -> Result<Answer> {
        const auto devices = office.server.devices();
        if (!devices) {
            return devices.error();
        }
        const auto titles = performanceTitles(office.counter);
        Json rows = Json::array();
        std::string text;
        for (const ServerDevice& device : *devices) {
            rows.push_back(deviceForm(device));
            text += deviceText(device, titles);
        }
        return Answer{line(Json{{"devices", rows}}), text, {}};
    });
}

Result<Answer> run(const ServerCodeCommand& command, Session& session)
{
    return atServer(session, [&](Office& office) -> Result<Answer> {
        const auto code = office.server.makeCode(command.name);
        if (!code) {
            return code.error();
        }
        const auto typed = protocol::EnrolmentCode::fromTyped(*code);
        if (!typed) {
            return storageError("server_error", "The server's answer cannot be read.");
        }
        const Membership& server = *office.counter.membership();
        const std::string invitation = protocol::toText(
            protocol::EnrolmentInvitation{server.url, typed->text(),
                                          std::string{server.pin.begin(), server.pin.end()}});
        return Answer{
            line(Json{{"name", command.name}, {"code", *code}, {"invitation", invitation}}),
            "For " + command.name +
                ", good once and for ten minutes. On the new counter:\n"
                "foyer-cli server join '" +
                invitation + "'\n",
            {}};
    });
}

Result<Answer> run(const ServerRevokeCommand& command, Session& session)
{
    return aboutDevice(
        session, command.device, [&](Office& office, const ServerDevice& device) -> Result<Answer> {
            if (auto done = office.server.revoke(device.id, command.reason); !done) {
                return std::move(done).error();
            }
            return about(
                device, Json{{"revoked", true}},
                device.name +
                    " is shut out. What it holds can be sold by nobody until it is written "
                    "off.\n");
        });
}

Result<Answer> run(const ServerGrantCommand& command, Session& session)
{
    return aboutDevice(
        session, command.device, [&](Office& office, const ServerDevice& device) -> Result<Answer> {
            const auto wish = wishOf(office.counter, command, device.id);
            if (!wish) {
                return wish.error();
            }
            const auto given = office.server.give(*wish);
            if (!given) {
                return given.error();
            }
            Json object{{"rights", given->rights},
                        {"seats", given->seats},
                        {"missing_seats", given->missing}};
            std::string text = wish->seats.empty()
                ? device.name + " may sell " + std::to_string(given->rights) + " more.\n"
                : device.name + " has the seats to sell.\n";
            if (!given->missing.empty()) {
                text += "Some were not given: somebody else holds them, or they are sold.\n";
            }
            return about(device, std::move(object), text);
        });
}

Result<Answer> run(const ServerRecallCommand& command, Session& session)
{
    return aboutDevice(
        session, command.device, [&](Office& office, const ServerDevice& device) -> Result<Answer> {
            const auto performance = performanceNamed(office.counter, command.performance);
            if (!performance) {
                return performance.error();
            }
            if (auto done =
                    office.server.recall(device.id, *performance, command.keep, command.reason);
                !done) {
                return std::move(done).error();
            }
            return about(device, Json{{"performance", performance->text()}, {"recalled", true}},
                         device.name +
                             " is asked for them. It gives back what it has not sold when it "
                             "hears of it.\n");
        });
}

Result<Answer> run(const ServerWriteOffCommand& command, Session& session)
{
    return aboutDevice(
        session, command.device, [&](Office& office, const ServerDevice& device) -> Result<Answer> {
            if (command.confirm != device.name) {
                return refused("not_confirmed",
                               "Nothing was changed. A written-off counter loses all it has not "
                               "sold, for ever. If that is meant, add --confirm \"" +
                                   device.name + "\".",
                               "--confirm");
            }
            if (auto done = office.server.writeOff(device.id, command.reason, command.confirm);
                !done) {
                return std::move(done).error();
            }
            return about(
                device, Json{{"written_off", true}},
                device.name +
                    " is written off. What it had not sold can be given to others; what it "
                    "still sends is kept.\n");
        });
}

} // namespace foyer::cli
