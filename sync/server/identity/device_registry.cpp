// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/identity/device_registry.h"

#include "core/storage/server_key_store.h"

#include <algorithm>
#include <iterator>

namespace foyer::server {
namespace {

using SteadyClock = std::chrono::steady_clock;

} // namespace

const DeviceKey* DeviceRegistry::Known::key(std::string_view thumbprint, Instant now) const
{
    const auto found = std::ranges::find(keys, thumbprint, &DeviceKey::thumbprint);
    return found != keys.end() && (!found->validUntil || *found->validUntil > now) ? &*found
                                                                                   : nullptr;
}

std::shared_ptr<const DeviceRegistry::Known> DeviceRegistry::find(OrganizerId organizer,
                                                                  ReplicaId device)
{
    const std::pair key{organizer, device};
    const auto now = SteadyClock::now();
    {
        const std::lock_guard lock{m_mutex};
        const auto found = m_devices.find(key);
        if (found != m_devices.end() && now - found->second.read < kFresh) {
            return found->second.content;
        }
    }
    auto stored = readDevice(m_store.here(), organizer, device);
    std::shared_ptr<const Known> known;
    if (stored) {
        known = std::make_shared<const Known>(
            Known{*std::move(stored), readDeviceKeys(m_store.here(), organizer, device)});
    }
    const std::lock_guard lock{m_mutex};
    if (known) {
        m_devices.insert_or_assign(key, Aged<Known>{known, now});
    } else {
        m_devices.erase(key);
    }
    return known;
}

std::shared_ptr<const People> DeviceRegistry::people(OrganizerId organizer)
{
    const auto known = folk(organizer);
    return {known, &known->people};
}

Instant DeviceRegistry::signInsValidAfter(OrganizerId organizer, UserId user)
{
    const auto known = folk(organizer);
    const auto found = known->validAfter.find(user);
    return found != known->validAfter.end() ? found->second : Instant{0};
}

void DeviceRegistry::noteSeen(OrganizerId organizer, ReplicaId device, Instant at)
{
    const std::lock_guard lock{m_mutex};
    Seen& seen = m_seen[{organizer, device}];
    if (seen.at < at) {
        seen = {at, false};
    }
}

std::optional<Instant> DeviceRegistry::lastSeen(OrganizerId organizer, ReplicaId device) const
{
    const std::lock_guard lock{m_mutex};
    const auto found = m_seen.find({organizer, device});
    return found != m_seen.end() ? std::optional{found->second.at} : std::nullopt;
}

void DeviceRegistry::storeSeen()
{
    std::map<std::pair<OrganizerId, ReplicaId>, Seen> fresh;
    {
        const std::lock_guard lock{m_mutex};
        std::ranges::copy_if(m_seen, std::inserter(fresh, fresh.end()),
                             [](const auto& each) { return !each.second.isStored; });
    }
    if (fresh.empty()) {
        return;
    }
    Database& database = m_store.here();
    Transaction transaction{database};
    for (const auto& [device, seen] : fresh) {
        noteDeviceSeen(database, device.first, device.second, seen.at);
    }
    transaction.commit();
    const std::lock_guard lock{m_mutex};
    for (const auto& [device, seen] : fresh) {
        Seen& known = m_seen[device];
        known.isStored = known.at == seen.at;
    }
}

std::shared_ptr<const DeviceRegistry::Folk> DeviceRegistry::folk(OrganizerId organizer)
{
    const auto now = SteadyClock::now();
    {
        const std::lock_guard lock{m_mutex};
        const auto found = m_folk.find(organizer);
        if (found != m_folk.end() && now - found->second.read < kFresh) {
            return found->second.content;
        }
    }
    auto read =
        std::make_shared<const Folk>(Folk{readPeople(m_store.here(), organizer),
                                          readSignInsValidAfter(m_store.here(), organizer)});
    const std::lock_guard lock{m_mutex};
    m_folk.insert_or_assign(organizer, Aged<Folk>{read, now});
    return read;
}

void DeviceRegistry::forget(OrganizerId organizer, ReplicaId device)
{
    const std::lock_guard lock{m_mutex};
    m_devices.erase({organizer, device});
}

void DeviceRegistry::forgetPeople(OrganizerId organizer)
{
    const std::lock_guard lock{m_mutex};
    m_folk.erase(organizer);
}

} // namespace foyer::server
