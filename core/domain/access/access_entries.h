// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/access/permission.h"
#include "core/domain/journal/cbor.h"

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

Bytes encode(const AccessDenied& body);
Bytes encode(const ActApproved& body);
Bytes encode(const UserSigned& body);
Result<AccessDenied> decodeAccessDenied(const CborValue& body);
Result<ActApproved> decodeActApproved(const CborValue& body);
Result<UserSigned> decodeUserSigned(const CborValue& body);

} // namespace foyer
