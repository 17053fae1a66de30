// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/domain/sales/commission.h"
#include "core/domain/sales/payout.h"

#include <string>
#include <vector>

namespace foyer {

/// A payout as people are shown it. Its amounts are those of the entry.
struct PayoutStatement {
    struct Line {
        PayoutPerformance figures;
        std::string event; ///< empty: the performance is not known here
        Instant startsAt;
        std::string timeZone;
    };
    PayoutMade made;
    Instant madeAt;
    std::string madeBy; ///< empty: by the schedule, or by somebody who is not known here
    std::string house;
    std::string address; ///< lines joined by LF; may be empty
    std::string timeZone;
    std::vector<Line> lines; ///< by start
};

/// A setting of the commission as people are shown it.
struct CommissionShown {
    CommissionSet set;
    Instant madeAt;
    std::string madeBy;
};

} // namespace foyer
