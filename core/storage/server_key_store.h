// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foyer {

/// Keys of a server, as they lie: the private half sealed. All functions throw StorageFailure.
struct StoredServerKey {
    OrganizerId organizer; ///< nil: of all organizers
    std::string purpose;   ///< "token", "authority"
    std::string id;
    Bytes publicKey;
    Bytes sealed;
    Instant useFrom;
    std::optional<Instant> verifyUntil; ///< nothing: in use, or still to come
};

void insertServerKey(Database& database, const StoredServerKey& key);
/// Those of a purpose that can still verify at an instant, by useFrom.
std::vector<StoredServerKey> readServerKeys(Database& database, OrganizerId organizer,
                                            std::string_view purpose, Instant now);
/// Lets every key of a purpose but one end at an instant, unless it ends before.
void endOtherServerKeys(Database& database, const StoredServerKey& successor, Instant until);

/// What the server checks a person by.
struct UserSecret {
    std::string passwordHash; ///< PHC strings; empty: none
    std::string pinHash;
    Instant validAfter; ///< sessions begun before are over
};
/// Keeps what is given, at once; an empty hash leaves the one that is there as it is.
void writeUserSecret(Database& database, OrganizerId organizer, UserId user,
                     const UserSecret& secret);
/// Of everybody who has one, since when their sessions are good.
std::map<UserId, Instant> readSignInsValidAfter(Database& database, OrganizerId organizer);
std::optional<UserSecret> readUserSecret(Database& database, OrganizerId organizer, UserId user);

} // namespace foyer
