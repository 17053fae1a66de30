// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/http/wake_line.h"

namespace foyer::server {

void WakeLine::announce(OrganizerId organizer, std::int64_t position)
{
    std::vector<Listener> listeners;
    {
        const std::lock_guard lock{m_mutex};
        std::int64_t& known = m_positions[organizer];
        if (position <= known) {
            return;
        }
        known = position;
        listeners = m_listeners;
    }
    for (const Listener& listener : listeners) {
        listener(organizer, position);
    }
}

std::int64_t WakeLine::announced(OrganizerId organizer) const
{
    const std::lock_guard lock{m_mutex};
    const auto found = m_positions.find(organizer);
    return found != m_positions.end() ? found->second : 0;
}

void WakeLine::listen(Listener listener)
{
    const std::lock_guard lock{m_mutex};
    m_listeners.push_back(std::move(listener));
}

} // namespace foyer::server
