// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"
#include "core/storage/database.h"

#include <cstdint>
#include <vector>

namespace foyer::projections {

/// Adds to what a replica has spent and regained of a quota. Throws StorageFailure.
void countRights(Database& database, OrganizerId organizer, ReplicaId replica, QuotaId quota,
                 std::int64_t spent, std::int64_t regained);

/// Quotas as one value of a column: their ids one after the other.
Bytes joinedQuotas(const std::vector<QuotaId>& quotas);
std::vector<QuotaId> splitQuotas(const Bytes& bytes);

} // namespace foyer::projections
