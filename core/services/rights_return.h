// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"

#include <cstdint>

namespace foyer {

class Counter;

/// What a counter gave back.
struct RightsReturned {
    std::int64_t rights = 0; ///< of quotas
    std::int64_t seats = 0;
    friend bool operator==(const RightsReturned&, const RightsReturned&) = default;
};

/// Gives back to the authority what this counter has not spent of a performance, beyond `keep` of
/// each quota, and (with keep 0) the seats that are neither sold nor held; and does not fetch a
/// stock of it again by itself before its next shift begins. Refuses with not_joined: a counter
/// that is its own authority has nobody to return to.
Result<RightsReturned> returnRights(Counter& counter, PerformanceId performance,
                                    std::int64_t keep = 0);

/// The same of all performances; seats alone, of one that began a month ago, stay.
Result<RightsReturned> returnAllRights(Counter& counter, std::int64_t keep = 0);

/// Gives back what a counter held when its last open shift was closed, if it was closed since.
/// To be called when the authority is heard of: without a network the stock stays, so that another
/// shift could sell it. Needs nobody's permission: closing the shift had it.
Result<RightsReturned> returnStockOfClosedShift(Counter& counter);

/// Does what the authority has recalled and was not answered yet. Needs nobody's permission: the
/// authority had it.
Result<RightsReturned> answerRecalls(Counter& counter);

} // namespace foyer
