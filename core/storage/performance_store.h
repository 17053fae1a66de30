// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/uuid.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/database.h"

#include <functional>

namespace foyer {

/// The rights that a replica has left of every quota of the performances that start at or after an
/// instant, in one statement. Throws StorageFailure.
void readRightsFrom(Database& database, OrganizerId organizer, ReplicaId replica, Instant from,
                    const std::function<void(QuotaId quota, std::int64_t left)>& take);

/// Rights to places of a quota, of all replicas together.
struct HandedOut {
    std::int64_t granted = 0; ///< what they hold or have spent
    std::int64_t spent = 0;   ///< what was sold or is held, by whomever
};
/// What was handed out of each of those quotas. Throws StorageFailure.
void readHandedOutFrom(Database& database, OrganizerId organizer, Instant from,
                       const std::function<void(QuotaId quota, const HandedOut& rights)>& take);

/// The quotas of those performances. Throws StorageFailure.
void readQuotasFrom(Database& database, OrganizerId organizer, Instant from,
                    const TakeEntity& take);

} // namespace foyer
