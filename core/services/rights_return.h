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
/// each quota, and (with keep 0) the seats that are neither sold nor held. Refuses with
/// not_joined: a counter that is its own authority has nobody to return to.
Result<RightsReturned> returnRights(Counter& counter, PerformanceId performance,
                                    std::int64_t keep = 0);

/// Does what the authority has recalled and was not answered yet. Needs nobody's permission: the
/// authority had it.
Result<RightsReturned> answerRecalls(Counter& counter);

} // namespace foyer
