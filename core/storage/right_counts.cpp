// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/storage/right_counts.h"

#include "core/storage/incident_watch.h"

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
    Bytes bytes;
    bytes.reserve(quotas.size() * sizeof(Uuid::Bytes));
    for (const QuotaId quota : quotas) {
        bytes.insert(bytes.end(), quota.uuid.bytes().begin(), quota.uuid.bytes().end());
    }
    return bytes;
}

std::vector<QuotaId> splitQuotas(const Bytes& bytes)
{
    std::vector<QuotaId> quotas;
    constexpr std::size_t kSize = sizeof(Uuid::Bytes);
    for (std::size_t at = 0; at + kSize <= bytes.size(); at += kSize) {
        quotas.push_back(QuotaId{*Uuid::fromBytes(ByteView{bytes}.subspan(at, kSize))});
    }
    return quotas;
}

} // namespace foyer::projections
