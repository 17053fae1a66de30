// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/catalogue/season.h"
#include "core/services/catalogue.h"

#include <string_view>
#include <vector>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::app {

/// What was added, and what its reader was in doubt about.
struct SeasonLoaded {
    SeasonImported added;
    std::vector<SeasonWarning> warnings;
};

/// Reads a season's CSV with the organizer's currency and time zone as its defaults, relative dates
/// counted from today, and adds it. Errors of readSeason and importSeason; nothing is changed by
/// them.
Result<SeasonLoaded> loadSeason(Counter& counter, std::string_view csv);

/// Keeps the plans and adds the season of the demonstration that is built into the program. Refuses
/// with plan_known where it was loaded already.
Result<SeasonLoaded> loadDemonstration(Counter& counter);

} // namespace foyer::app
