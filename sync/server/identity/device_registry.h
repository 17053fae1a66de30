// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/people.h"
#include "core/storage/device_store.h"
#include "sync/server/store/server_store.h"

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace foyer::server {

/// Devices and people in memory, so that a request can be judged without a query. What this process
/// changes counts at once; what another one changed, within kFresh. Safe from any thread; throws
/// StorageFailure.
class DeviceRegistry {
public:
    static constexpr std::chrono::milliseconds kFresh{2'000};

    explicit DeviceRegistry(ServerStore& store) : m_store{store} {}

    struct Known {
        Device device;
        std::vector<DeviceKey> keys;

        /// The key of a thumbprint, unless it is over; null where there is none.
        const DeviceKey* key(std::string_view thumbprint, Instant now) const;
    };
    /// Null where no such device is enrolled. Only devices that are take room here.
    std::shared_ptr<const Known> find(OrganizerId organizer, ReplicaId device);
    std::shared_ptr<const People> people(OrganizerId organizer);
    /// Since when sessions of somebody are good: their secret was changed then. Instant 0 where
    /// they have none here.
    Instant signInsValidAfter(OrganizerId organizer, UserId user);
    /// A device has called and proved that it is itself; kept in memory until storeSeen().
    void noteSeen(OrganizerId organizer, ReplicaId device, Instant at);
    /// When it did last, as far as this process knows.
    std::optional<Instant> lastSeen(OrganizerId organizer, ReplicaId device) const;
    /// Writes what was noted, so that a restart and other processes know it.
    void storeSeen();
    /// After a change.
    void forget(OrganizerId organizer, ReplicaId device);
    void forgetPeople(OrganizerId organizer);

private:
    template <typename T>
    struct Aged {
        std::shared_ptr<const T> content;
        std::chrono::steady_clock::time_point read;
    };
    struct Folk {
        People people;
        std::map<UserId, Instant> validAfter;
    };
    std::shared_ptr<const Folk> folk(OrganizerId organizer);

    ServerStore& m_store;
    mutable std::mutex m_mutex;
    std::map<std::pair<OrganizerId, ReplicaId>, Aged<Known>> m_devices;
    std::map<OrganizerId, Aged<Folk>> m_folk;
    struct Seen {
        Instant at;
        bool isStored = false;
    };
    std::map<std::pair<OrganizerId, ReplicaId>, Seen> m_seen;
};

} // namespace foyer::server
