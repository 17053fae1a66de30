// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foyer::sync {

class DeviceSession;

/// What the whole house has left of a performance, as its server knows it.
struct HouseAvailability {
    struct Places {
        std::string category;
        bool isSeated = false;
        std::optional<std::int64_t> left; ///< nothing: the category has no limit
    };
    std::int64_t position = 0; ///< of the feed, up to which that is so
    std::vector<Places> places;
};

/// Asks the server. Errors: those of DeviceSession::send, and unknown_performance.
Result<HouseAvailability> houseAvailability(DeviceSession& session, PerformanceId performance);

} // namespace foyer::sync
