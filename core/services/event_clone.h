// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <string>

namespace foyer {

class Counter;

/// How an event is made anew.
struct CloneRequest {
    EventId of;
    std::string name = {};  ///< empty: the same
    bool withDates = false; ///< those that are not cancelled, with their limits and own prices
    /// Dates, ends of early prices and times of sale move by so many days, at the same time of day.
    int shiftDays = 0;
};

/// Makes a draft like an event: texts, tags, categories, ticket types, prices and fees, as they
/// stand; what is off is left out. Needs Permission::EditCatalogue. Refuses with unknown_event,
/// name_missing, bad_shift (more than ten years).
Result<EventId> cloneEvent(Counter& counter, const CloneRequest& request);

} // namespace foyer
