// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sync/protocol/enrolment.h"
#include "sync/server/identity/device_registry.h"
#include "sync/server/identity/hash_turnstile.h"
#include "sync/server/identity/nonce_cache.h"
#include "sync/server/identity/server_keys.h"
#include "sync/server/identity/token_mint.h"

#include <functional>
#include <string>

namespace foyer::server {

/// How devices become known, get their tokens and change their keys. Safe from any
/// thread; throws StorageFailure.
class Devices {
public:
    /// `pin`: of the server's TLS key, see publicKeyPin().
    Devices(ServerStore& store, ServerKeys& keys, DeviceRegistry& registry,
            HashTurnstile& turnstile, TokenMint& mint, std::string pin, const Clock& clock,
            Random& random);

    /// What a house gives a counter that enrols: who has its authority, and a series of order codes
    /// where it has none yet.
    struct Welcome {
        ReplicaId authority;
        std::string series;
    };
    /// Asks the house that an applicant is to belong to; may refuse. `brings`: it is the applicant
    /// that brings the house along.
    using Host = std::function<Result<Welcome>(OrganizerId organizer,
                                               const protocol::EnrolmentRequest& request,
                                               const std::string& name, bool brings)>;
    /// Before the first enrolment; without a host every applicant is welcome and gets nothing.
    void setHost(Host host) { m_host = std::move(host); }

    static constexpr std::int64_t kCodeLifeMs = 10 * 60'000;
    static constexpr std::int64_t kCodeTries = 10;
    static constexpr std::int64_t kKeyOverlapMs = 24 * 3'600'000;

    /// A one-time code for a device that is to be called so; good for ten minutes and one use. Of
    /// the nil organizer: for the counter that brings its house along. Refuses with busy.
    Result<protocol::EnrolmentCode> makeCode(OrganizerId organizer, const std::string& deviceName);

    /// Refuses with other_house, no_house, what the host refuses with, bad_signature, wrong_code
    /// (also for a code that is not there, after the same time), code_used, code_expired,
    /// code_burnt (ten wrong tries), already_enrolled, busy.
    Result<protocol::Enrolled> enrol(const protocol::EnrolmentRequest& request);

    /// What a device signs to get a token; good for a minute and one use.
    std::string makeChallenge();
    using Token = IssuedToken;
    /// Refuses with bad_challenge, bad_signature (also for a device that is not there),
    /// device_revoked.
    Result<Token> tokenFor(const protocol::TokenRequest& request);
    /// A new key beside the old one, which is good for another day. Refuses with bad_signature,
    /// unknown_device.
    Result<void> rotateKey(OrganizerId organizer, const protocol::KeyRotation& rotation);

private:
    Result<StoredEnrolmentCode> provedCode(const protocol::EnrolmentRequest& request);
    static Result<OrganizerId> houseFor(const protocol::EnrolmentRequest& request,
                                        const StoredEnrolmentCode& code);
    Result<protocol::Enrolled> admitted(const protocol::EnrolmentRequest& request,
                                        const StoredEnrolmentCode& code);

    ServerStore& m_store;
    ServerKeys& m_keys;
    DeviceRegistry& m_registry;
    HashTurnstile& m_turnstile;
    TokenMint& m_mint;
    std::string m_pin;
    const Clock& m_clock;
    Random& m_random;
    NonceCache m_challenges;
    Host m_host;
};

} // namespace foyer::server
