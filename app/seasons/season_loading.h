// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/services/catalogue.h"

#include <string_view>

namespace foyer {
class Counter;
} // namespace foyer

namespace foyer::app {

/// Reads a season's CSV with the organizer's currency and time zone as its defaults, relative dates
/// counted from today, and adds it. Errors of readSeason and importSeason; nothing is changed by
/// them.
Result<SeasonImported> loadSeason(Counter& counter, std::string_view csv);

/// Keeps the plans and adds the season of the demonstration that is built into the program. Refuses
/// with plan_known where it was loaded already.
Result<SeasonImported> loadDemonstration(Counter& counter);

} // namespace foyer::app
