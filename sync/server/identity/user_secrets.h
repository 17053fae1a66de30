// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/server_key_store.h"
#include "sync/server/identity/device_registry.h"
#include "sync/server/identity/hash_turnstile.h"

#include <optional>
#include <string>

namespace foyer::server {

/// What people sign in by at this server and, by their cards, at every counter. Safe from any
/// thread; throws StorageFailure.
class UserSecrets {
public:
    UserSecrets(ServerStore& store, DeviceRegistry& registry, HashTurnstile& turnstile,
                const Clock& clock);

    /// What writeUserSecret() is to keep of those that are given; the others are empty, and stay.
    /// Changes nothing. Refuses with unknown_user, weak_password, weak_pin, busy.
    Result<UserSecret> ofNew(OrganizerId organizer, UserId user,
                             const std::optional<std::string>& password,
                             const std::optional<std::string>& pin);
    /// The same of hashes that a counter made; an empty one stays as it is. Refuses with bad_hash
    /// where one is not of Argon2id at this server's cost.
    Result<UserSecret> ofHashes(const std::string& passwordHash, const std::string& pinHash);
    /// ofNew(), kept at once and by nobody: for who runs the server's program. Refuses as that.
    Result<void> change(OrganizerId organizer, UserId user,
                        const std::optional<std::string>& password,
                        const std::optional<std::string>& pin);
    /// Whether a device may hand over, without an administrator, what somebody signs in by: the
    /// counter that brings its house along, soon after it joined, where the server has nothing of
    /// them yet. Who let it join has trusted it with more.
    bool mayIntroduce(OrganizerId organizer, ReplicaId device, UserId user);
    static constexpr std::int64_t kIntroductionMs = 3'600'000;

private:
    ServerStore& m_store;
    DeviceRegistry& m_registry;
    HashTurnstile& m_turnstile;
    const Clock& m_clock;
};

} // namespace foyer::server
