// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/access/permission.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace foyer {

/// Lets one person sign in at one device without a network, for a while: what the server knew of
/// them when it was online, signed by the authority. It adds nothing to what the journal says of
/// users and roles; it carries what the journal cannot, the verifiers of their secrets (those in
/// the journal are sealed for the counter that wrote them), and it ends by itself.
struct OperatorCard {
    Uuid id;
    OrganizerId organizer;
    ReplicaId device;
    UserId user;
    std::string name;
    std::int64_t permissionVersion = 0; ///< see People::Person::version
    PermissionSet permissions;          ///< of offlinePermissions() only
    AccessLimits limits;
    Instant validFrom;
    Instant validUntil;
    std::string passwordVerifier; ///< Argon2id, PHC; empty: none
    std::string pinVerifier;
    std::array<std::uint8_t, 64> signature{}; ///< by the authority, over operatorCardMessage()
    friend bool operator==(const OperatorCard&, const OperatorCard&) = default;
};

inline constexpr std::int64_t kCardLifeMsMax = 72 * 3'600'000LL;

/// What can be allowed without a network: selling, printing, cash, the door. Never people, prices,
/// devices, or destroying anybody's data.
const PermissionSet& offlinePermissions();
/// A role as far as a card may carry it: those permissions, and money back up to `refundMinorMax`.
Role offlineRole(const Role& role, std::int64_t refundMinorMax);

/// What the authority signs: "foyer-operator-card-1" and the fields, as deterministic CBOR.
Bytes operatorCardMessage(const OperatorCard& card);
Bytes encodeOperatorCard(const OperatorCard& card);
/// The one form that encodeOperatorCard writes, a life of at most kCardLifeMsMax, and no permission
/// outside offlinePermissions(). Bad input "bad_card".
Result<OperatorCard> decodeOperatorCard(ByteView bytes);

} // namespace foyer
