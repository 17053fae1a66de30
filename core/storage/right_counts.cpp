// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/right_counts.h"

#include "core/domain/incidents/incident.h"
#include "core/storage/incident_watch.h"

#include <algorithm>
#include <iterator>

namespace foyer::projections {

void countRights(Database& database, OrganizerId organizer, ReplicaId replica, QuotaId quota,
                 std::int64_t spent, std::int64_t regained)
{
    database.post("INSERT INTO allotment (organizer, quota, replica, spent, regained) "
                  "VALUES (?, ?, ?, ?, ?) ON CONFLICT (organizer, quota, replica) DO UPDATE SET "
                  "spent = allotment.spent + excluded.spent, "
                  "regained = allotment.regained + excluded.regained",
                  {organizer, quota, replica, spent, regained});
    watchQuota(database, organizer, quota);
}

Bytes joinedQuotas(const std::vector<QuotaId>& quotas)
{
    std::vector<Uuid> ids;
    ids.reserve(quotas.size());
    std::ranges::transform(quotas, std::back_inserter(ids), &QuotaId::uuid);
    return joinedIds(ids);
}

std::vector<QuotaId> splitQuotas(const Bytes& bytes)
{
    std::vector<QuotaId> quotas;
    for (const Uuid& id : splitIds(bytes)) {
        quotas.push_back(QuotaId{id});
    }
    return quotas;
}

} // namespace foyer::projections
