// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/catalogue/catalogue.h"
#include "core/storage/database.h"
#include "core/storage/journal.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace foyer {

/// What of a performance nobody has bought and nobody holds, in the whole house: what all counters
/// together may still sell, whoever has the rights.
struct Availability {
    struct Places {
        PriceCategory category;
        bool isSeated = false;
        std::int64_t left = 0; ///< never below 0; INT64_MAX where nothing limits the category
    };
    std::vector<Places> places; ///< by the categories' rank
};

/// Reads that on a server's database, whose own identity `authority` is. Nothing where there is no
/// such performance. Costs as much as the performance has seats and counters. Throws
/// StorageFailure.
std::optional<Availability> readAvailability(Database& database, const Identity& authority,
                                             PerformanceId performance);

} // namespace foyer
