// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/rights/rights_wish.h"
#include "sync/client/device_session.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer::sync {

/// A device as the server knows it.
struct ServerDevice {
    /// What it may still sell of a performance.
    struct Held {
        PerformanceId performance;
        std::optional<QuotaId> quota; ///< nothing: seats
        std::string name;             ///< of the quota
        std::int64_t left = 0;
        bool isRecalled = false; ///< it was asked to give them back, and has not answered
    };
    ReplicaId id;
    std::string name;
    std::string state; ///< "active", "revoked", "written_off", "awaited"
    std::string revokedReason;
    std::string enrolledAt;        ///< RFC 3339
    std::string lastSeenAt;        ///< the same; empty: never
    std::int64_t lastSequence = 0; ///< of its own entries, the last that the server has
    std::vector<Held> held;
};

/// What an administrator does with a server from a counter. Whoever is signed in at the session
/// acts; the server decides whether they may. Errors of all: those of DeviceSession::sendAsUser,
/// not_permitted, and what each names.
class ServerAdministration {
public:
    explicit ServerAdministration(DeviceSession& session) : m_session{session} {}

    /// By name.
    Result<std::vector<ServerDevice>> devices();
    /// The device that a person means: its name (without case), an id, or six or more characters of
    /// the beginning or end of one. Refuses with unknown_device, ambiguous_device (facts: the ids).
    static Result<ServerDevice> named(const std::vector<ServerDevice>& devices,
                                      const std::string& text);

    /// A one-time code for a device that is to be called so; good for ten minutes. Bad input
    /// bad_name.
    Result<std::string> makeCode(const std::string& name);
    /// From now on the server takes nothing of it. Refuses with reason_missing, already_revoked.
    Result<void> revoke(ReplicaId device, const std::string& reason);

    struct Given {
        std::int64_t rights = 0;
        std::string seats;   ///< runs of seat numbers, "0-3,7"
        std::string missing; ///< those that somebody else has
    };
    /// Gives a device what a wish names, its holder. Refuses with sold_out (fact: what is left),
    /// seat_elsewhere, holders_unheard, not_in_charge, device_is_revoked, already_written_off.
    Result<Given> give(const RightsWish& wish);
    /// Asks it for what it has not sold of a performance, beyond `keep` of each quota. Refuses with
    /// reason_missing, unknown_performance, already_written_off.
    Result<void> recall(ReplicaId device, PerformanceId performance, std::int64_t keep,
                        const std::string& reason);
    /// Gives it up: what it has not sold goes to the others. `confirm`: its name. Refuses with
    /// reason_missing, not_confirmed, already_written_off.
    Result<void> writeOff(ReplicaId device, const std::string& reason, const std::string& confirm);

private:
    Result<HttpAnswer> post(ReplicaId device, const char* act, const std::string& body);

    DeviceSession& m_session;
};

} // namespace foyer::sync
