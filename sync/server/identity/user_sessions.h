// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/user_session_store.h"
#include "sync/server/identity/device_registry.h"
#include "sync/server/identity/hash_turnstile.h"
#include "sync/server/identity/token_mint.h"

#include <string>
#include <string_view>

namespace foyer::server {

/// Lets people act through the server from the devices they stand at: a token of ten minutes for
/// name and secret, and a renewal by which the device gets the next one without asking them again.
/// Safe from any thread; throws StorageFailure.
class UserSessions {
public:
    UserSessions(ServerStore& store, DeviceRegistry& registry, HashTurnstile& turnstile,
                 TokenMint& mint, const Clock& clock, Random& random);

    /// Signing in is good for so long, however often it is renewed.
    static constexpr std::int64_t kLifeMs = 12 * 3'600'000LL;

    /// A device and the key by which it has proved itself.
    struct At {
        OrganizerId organizer;
        ReplicaId device;
        std::string keyId;
    };
    struct SignedIn {
        UserId user;
        IssuedToken token;
        std::string renewal; ///< good for one use, at this device
    };
    /// Refuses with wrong_secret (also for an unknown name, after the same time), user_disabled,
    /// device_revoked, busy.
    Result<SignedIn> signIn(const At& at, const std::string& name, std::string_view secret);
    /// The next token, as the role is by now. A renewal that was used before ends the session: one
    /// of the two who have it has stolen it. Refuses with session_over, user_disabled,
    /// device_revoked.
    Result<SignedIn> renew(const At& at, std::string_view renewal);
    /// Ends a session; nothing where there is none of that renewal at this device.
    void signOut(const At& at, std::string_view renewal);

private:
    Result<SignedIn> tokenFor(const At& at, UserId user, std::string renewal);
    std::string begin(const At& at, UserId user);

    ServerStore& m_store;
    DeviceRegistry& m_registry;
    HashTurnstile& m_turnstile;
    TokenMint& m_mint;
    const Clock& m_clock;
    Random& m_random;
};

} // namespace foyer::server
