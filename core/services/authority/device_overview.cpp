// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/authority/device_overview.h"

#include "core/domain/catalogue/catalogue_fields.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/feed_store.h"
#include "core/storage/held_store.h"
#include "core/storage/report_store.h"
#include "core/storage/rights_store.h"

#include <algorithm>
#include <map>
#include <optional>

namespace foyer {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

using Held = DeviceOverview::Held;
using State = DeviceOverview::State;

class Looking {
public:
    Looking(Database& database, OrganizerId organizer, Instant now)
        : m_database{database}, m_organizer{organizer}, m_since{now.ms - kDayMs}
    {}

    DeviceOverview at(Device device)
    {
        DeviceOverview seen;
        seen.head = readWriterHead(m_database, m_organizer, device.id);
        seen.state = stateOf(device);
        seen.held = heldBy(device.id);
        seen.device = std::move(device);
        return seen;
    }

private:
    State stateOf(const Device& device)
    {
        if (readWriteOff(m_database, m_organizer, device.id)) {
            return State::WrittenOff;
        }
        if (device.revokedAt) {
            return State::Revoked;
        }
        return readReportDue(m_database, m_organizer, device.id) ? State::Awaited : State::Active;
    }

    bool isOver(PerformanceId id)
    {
        const auto [known, isNew] = m_over.try_emplace(id);
        if (isNew) {
            const auto entity = readEntity(m_database, m_organizer, "performance", id.uuid);
            const auto performance = entity ? performanceFrom(id.uuid, *entity) : std::nullopt;
            known->second = performance && performance->startsAt.ms < m_since;
        }
        return known->second;
    }

    const std::optional<Quota>& quotaOf(QuotaId id)
    {
        const auto [known, isNew] = m_quotas.try_emplace(id);
        if (isNew) {
            const auto entity = readEntity(m_database, m_organizer, "quota", id.uuid);
            known->second = entity ? quotaFrom(id.uuid, *entity) : std::nullopt;
        }
        return known->second;
    }

    /// Sold or held back, by whomever.
    const std::vector<SeatRange>& takenSeats(PerformanceId id)
    {
        const auto [known, isNew] = m_taken.try_emplace(id);
        if (isNew) {
            auto taken = readSoldSeats(m_database, m_organizer, id);
            const auto heldBack = readHeldSeats(m_database, m_organizer, id);
            taken.insert(taken.end(), heldBack.begin(), heldBack.end());
            known->second = rangesOf(std::move(taken));
        }
        return known->second;
    }

    std::vector<Held> heldBy(ReplicaId device)
    {
        std::vector<Held> held;
        for (const auto& [id, rights] : readHeldQuotas(m_database, m_organizer, device)) {
            if (rights.left() <= 0) {
                continue; // of most quotas that a device ever sold of nothing is left
            }
            const auto& quota = quotaOf(id);
            if (quota && !isOver(quota->performance)) {
                held.push_back({quota->performance, id, quota->name, rights.left(), false});
            }
        }
        for (const PerformanceId id : readLeasedPerformances(m_database, m_organizer, device)) {
            const std::int64_t left = isOver(id) ? 0 : seatsLeft(id, device);
            if (left > 0) {
                held.push_back({id, {}, {}, left, false});
            }
        }
        for (const OpenRecall& recall : readOpenRecalls(m_database, m_organizer, device)) {
            for (Held& each : held) {
                each.isRecalled = each.isRecalled || each.performance == recall.performance;
            }
        }
        return held;
    }

    std::int64_t seatsLeft(PerformanceId performance, ReplicaId device)
    {
        return static_cast<std::int64_t>(
            seatCount(without(readLeases(m_database, m_organizer, performance, device),
                              takenSeats(performance))));
    }

    Database& m_database;
    OrganizerId m_organizer;
    std::int64_t m_since;
    // What several devices have something of is read once.
    std::map<PerformanceId, bool> m_over;
    std::map<QuotaId, std::optional<Quota>> m_quotas;
    std::map<PerformanceId, std::vector<SeatRange>> m_taken;
};

} // namespace

const char* nameOf(State state)
{
    switch (state) {
    case State::Active:
        return "active";
    case State::Revoked:
        return "revoked";
    case State::WrittenOff:
        return "written_off";
    case State::Awaited:
        break;
    }
    return "awaited";
}

std::vector<DeviceOverview> deviceOverviews(Database& database, OrganizerId organizer, Instant now)
{
    Looking looking{database, organizer, now};
    std::vector<DeviceOverview> devices;
    for (Device& device : readDevices(database, organizer)) {
        devices.push_back(looking.at(std::move(device)));
    }
    return devices;
}

} // namespace foyer
