// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/catalogue/catalogue.h"
#include "core/storage/device_store.h"
#include "core/storage/journal.h"

#include <cstdint>
#include <string>
#include <vector>

namespace foyer {

/// What an administrator sees of one device.
struct DeviceOverview {
    enum class State : std::uint8_t {
        Active,
        Revoked,    ///< shut out; what it holds is still out
        WrittenOff, ///< given up; what it held went back
        Awaited,    ///< the server was restored from a backup and has not heard from it yet
    };
    /// What it may still sell of a performance that is not over.
    struct Held {
        PerformanceId performance;
        QuotaId quota;           ///< nil: seats
        std::string name;        ///< of the quota
        std::int64_t left = 0;   ///< rights, or seats, that are not spent
        bool isRecalled = false; ///< it was asked to give them back, and has not answered
    };
    Device device;
    JournalHead head; ///< of its chain as far as it is known here
    State state = State::Active;
    std::vector<Held> held;
};

/// "active", "revoked", "written_off", "awaited".
const char* nameOf(DeviceOverview::State state);

/// Every device of an organizer, by name. Performances that began a day before `now` or earlier are
/// left out. Throws StorageFailure.
std::vector<DeviceOverview> deviceOverviews(Database& database, OrganizerId organizer, Instant now);

} // namespace foyer
