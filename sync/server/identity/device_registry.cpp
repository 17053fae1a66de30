// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/identity/device_registry.h"

#include <algorithm>

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
    const auto now = SteadyClock::now();
    {
        const std::lock_guard lock{m_mutex};
        const auto found = m_people.find(organizer);
        if (found != m_people.end() && now - found->second.read < kFresh) {
            return found->second.content;
        }
    }
    auto people = std::make_shared<const People>(readPeople(m_store.here(), organizer));
    const std::lock_guard lock{m_mutex};
    m_people.insert_or_assign(organizer, Aged<People>{people, now});
    return people;
}

void DeviceRegistry::forget(OrganizerId organizer, ReplicaId device)
{
    const std::lock_guard lock{m_mutex};
    m_devices.erase({organizer, device});
}

void DeviceRegistry::forgetPeople(OrganizerId organizer)
{
    const std::lock_guard lock{m_mutex};
    m_people.erase(organizer);
}

} // namespace foyer::server
