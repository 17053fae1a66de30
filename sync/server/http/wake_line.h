// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/uuid.h"

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace foyer::server {

/// Wakes the counters that wait for something new of their organizer. Safe from any thread.
class WakeLine {
public:
    /// Something of this organizer can be read up to this position: everybody who waits for more
    /// than what they have is answered. Costs nobody a thread; returns at once.
    void announce(OrganizerId organizer, std::int64_t position);
    /// The highest position announced since the start; 0 where nothing was.
    std::int64_t announced(OrganizerId organizer) const;

    using Listener = std::function<void(OrganizerId, std::int64_t)>;
    /// For whatever holds waiting connections; called by announce(), on its thread.
    void listen(Listener listener);

private:
    mutable std::mutex m_mutex;
    std::map<OrganizerId, std::int64_t> m_positions;
    std::vector<Listener> m_listeners;
};

} // namespace foyer::server
