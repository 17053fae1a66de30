// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/access/permission.h"
#include "core/domain/journal/cbor.h"

#include <cstdint>
#include <string>

namespace foyer {

/// `access.denied`, version 1: somebody tried what they may not, or could not prove who they are.
struct AccessDenied {
    std::string what;   ///< a permission's name, "sign_in" or "approve"
    std::string reason; ///< stable: "not_permitted", "over_limit", "wrong_secret", "locked" …
    UserId who;         ///< whose name was given; nil where nobody of that name is known
    friend bool operator==(const AccessDenied&, const AccessDenied&) = default;
};

/// `act.approved`, version 1: the first entry of an act that somebody else had to allow.
struct ActApproved {
    Permission permission = Permission::Sell;
    UserId by;
    friend bool operator==(const ActApproved&, const ActApproved&) = default;
};

/// `user.signed_in` and `user.signed_out`, version 1.
struct UserSigned {
    UserId user;
    std::string how; ///< "password", "pin"; of signing out: "asked", "other_user", "idle"
    friend bool operator==(const UserSigned&, const UserSigned&) = default;
};

/// `device.invited`, version 1: somebody had a one-time code made, by which a device may enrol.
struct DeviceInvited {
    std::string name;     ///< what the device is to be called
    std::string selector; ///< the half of the code that names it, and is no secret
    friend bool operator==(const DeviceInvited&, const DeviceInvited&) = default;
};

/// `device.revoked`, version 1: from now on the server takes nothing of a device.
struct DeviceRevoked {
    ReplicaId device;
    std::int64_t epoch = 1;    ///< of the last entry that was known of it
    std::int64_t sequence = 0; ///< of the same
    std::string reason;
    friend bool operator==(const DeviceRevoked&, const DeviceRevoked&) = default;
};

/// `user.secret_set`, version 1: what the server checks somebody by has changed. Never the secret,
/// nor its hash.
struct SecretSet {
    UserId user;
    bool password = false;
    bool pin = false;
    friend bool operator==(const SecretSet&, const SecretSet&) = default;
};

Bytes encode(const DeviceInvited& body);
Bytes encode(const DeviceRevoked& body);
Bytes encode(const SecretSet& body);
Result<DeviceInvited> decodeDeviceInvited(const CborValue& body);
Result<DeviceRevoked> decodeDeviceRevoked(const CborValue& body);
Result<SecretSet> decodeSecretSet(const CborValue& body);
Bytes encode(const AccessDenied& body);
Bytes encode(const ActApproved& body);
Bytes encode(const UserSigned& body);
Result<AccessDenied> decodeAccessDenied(const CborValue& body);
Result<ActApproved> decodeActApproved(const CborValue& body);
Result<UserSigned> decodeUserSigned(const CborValue& body);

} // namespace foyer
