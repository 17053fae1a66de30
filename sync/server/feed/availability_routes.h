// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/storage/database.h"
#include "sync/server/http/router.h"
#include "sync/server/http/wake_line.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace foyer::server {

/// What was answered of performances, kept for as long as the house's feed stands where it stood:
/// nothing else changes what is left. Safe from any thread.
class AvailabilityCache {
public:
    using Key = std::pair<OrganizerId, PerformanceId>;
    /// The answer as of this position of the feed, if it is known.
    std::shared_ptr<const Bytes> find(const Key& key, std::int64_t position) const;
    void keep(const Key& key, std::int64_t position, std::shared_ptr<const Bytes> answer);

private:
    struct Kept {
        std::int64_t position = 0;
        std::shared_ptr<const Bytes> answer;
    };
    mutable std::mutex m_mutex;
    std::map<Key, Kept> m_kept;
};

/// What the route needs of the rest of the server.
struct AvailabilityDesk {
    const WakeLine& wakeLine; ///< knows how far each feed is
    AvailabilityCache& cache;
    /// This thread's connection, for reading. May throw StorageFailure.
    std::function<Database&()> reader;
};

/// Adds GET /v1/availability?performance=ID: what is left of a performance in the whole house, by
/// category. `desk` outlives the router.
void addAvailabilityRoute(Router& router, const AvailabilityDesk& desk);

} // namespace foyer::server
