// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/plan_writing.h"

#include "core/domain/seating/plan_codec.h"
#include "core/domain/seating/plan_editing/plan_continuation.h"

namespace foyer {

Result<void> checkPlanSound(const SeatingPlan& plan)
{
    auto fault = structuralFault(plan);
    fault = fault ? fault : namesFault(plan);
    if (fault) {
        return badInput("bad_plan", "This seating plan cannot be used: " + *fault);
    }
    return {};
}

std::map<std::string, FieldValue> planFields(const SeatingPlan& plan)
{
    return {{"name", plan.name},
            {"seats", std::int64_t{plan.seatCount()}},
            {"standing", plan.standingCount()},
            {"content", encodePlan(plan)}};
}

} // namespace foyer
